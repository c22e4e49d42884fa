using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Proofs;
using Xunit;

namespace Kanyin.Tests.Proofs;

/// <summary>The count of what an author wrote must owe nothing to the reader of Markdown, and ask for nothing that no reader sees.</summary>
public sealed class WrittenTextTests
{
    [Theory]
    [InlineData("茶**树**", "茶树")]
    [InlineData("---\ntitle: 题\n---\n茶", "茶")]
    [InlineData("茶<!-- 略 -->树<!-- 略\n略 -->叶", "茶树叶")]
    [InlineData("[茶](树/叶.md \"题\")", "茶")]
    [InlineData("![芽](芽.png)茶", "茶")]
    [InlineData("[茶][树]\n\n[树]: 叶.md", "茶树")]
    [InlineData("茶[^1]\n\n[^1]: 注", "茶注")]
    [InlineData("*[茶]: 树", "")]
    [InlineData("<img alt=\"芽\">茶<b>树</b>", "茶树")]
    [InlineData("```html title=\"题\"\n<!-- 茶 --> <b 树>\n```\n<!-- 叶 -->", "茶树")]
    [InlineData("<!--\n```\n略\n-->\n茶", "茶")]
    [InlineData("## 茶 {#id .类}", "茶")]
    [InlineData("{{#include 树.md}}\n茶", "茶")]
    public void What_readers_see_is_counted(string markdown, string expected)
    {
        var (written, wanted) = (new HanTally(), new HanTally());
        written.Add(WrittenText.Of(markdown));
        wanted.Add(expected);
        Assert.Equal((wanted.Total, wanted.Total), (written.Total, wanted.In(written)));
    }

    [Fact]
    public void More_of_one_character_makes_up_for_none_of_another()
    {
        var (written, edition) = (new HanTally(), new HanTally());
        written.Add("茶树茶叶𠮷〇");
        edition.Add("茶茶茶茶树𠮷〇");
        Assert.Equal((6, 5), (written.Total, written.In(edition)));
    }

    [Fact]
    public void A_chapter_that_lost_its_text_is_reported()
    {
        var file = new SourceFile("a.md", "# 茶\n\n" + new string('树', 60));
        var book = new Book(
            new BookMetadata("茶", null, [], "zh-CN", null, null, null, "茶", null),
            "b5",
            null,
            [new Chapter(file, "c", "茶", 0, null, [new Paragraph(Place.Of(file), [new Text(Place.Of(file), "茶树树")])])]);
        var bag = new DiagnosticBag();
        var counts = Proof.Compare(book, null, null, bag);
        Assert.Equal(new ProofCounts.InChapter(61, 3), counts.Chapters.Single());
        Assert.Equal("READ050", Assert.Single(bag.Sorted).Kind.Id);
    }
}
