using Kanyin.Books.Model;
using Kanyin.Books.Reading.Resolving;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

public sealed class AnchorsTests
{
    [Theory]
    [InlineData("Hello, World!", "hello-world")]
    [InlineData("1.1 什么是 C++？", "11-什么是-c")]
    [InlineData("a_b - c", "a_b---c")]
    [InlineData("（一）概述", "一概述")]
    [InlineData("Ⅳ 部", "ⅳ-部")]
    public void Slugs_are_GitHubs(string words, string slug) => Assert.Equal(slug, Slug.Of(words));

    [Fact]
    public void Equal_headings_get_numbers_and_every_id_is_unique_and_ASCII()
    {
        using var book = new TempBook().Add("a.md", "# 总结\n## 总结\n## 总结-1\n## 总结\n\n![](x.png)\n\n![](x.png)\n\n文[^1]又[^1]\n\n[^1]: 注\n").Add("b.md", "# 总结\n\n文[^1]\n\n[^1]: 注\n");
        var chapters = book.Read().Chapters;
        Assert.Equal(["总结", "总结-1", "总结-1-1", "总结-2"], chapters[0].Blocks.OfType<Heading>().Select(h => h.Anchor));
        var notes = chapters.SelectMany(c => c.AllInlines()).OfType<Note>().Select(n => n.Id).ToList();
        Assert.Equal(notes[0], notes[1]);
        string[] ids = [.. chapters.Select(c => c.Id), .. chapters.SelectMany(c => c.AllBlocks()).OfType<Heading>().Select(h => h.Id), .. chapters.SelectMany(c => c.AllBlocks()).OfType<Figure>().Select(f => f.Id), .. notes.Distinct()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-z][0-9a-f]{8}$", id));
    }

    [Fact]
    public void Ids_do_not_depend_on_other_chapters()
    {
        using var one = new TempBook().Add("b.md", "# 乙\n## 丙");
        using var two = new TempBook().Add("a.md", "# 甲\n## 丙").Add("b.md", "# 乙\n## 丙");
        Assert.Equal(one.Read().Chapters[0].Blocks.OfType<Heading>().Select(h => h.Id), two.Read().Chapters[1].Blocks.OfType<Heading>().Select(h => h.Id));
    }

    [Fact]
    public void A_typed_number_belongs_to_the_anchor_but_not_to_the_words()
    {
        using var book = new TempBook().Add("a.md", "# 第一章 容器\n\n[x](#第一章-容器)");
        var chapter = book.Read().Chapters[0];
        var heading = Assert.IsType<Heading>(chapter.Blocks[0]);
        Assert.Equal(("第一章-容器", "第一章", "容器", "第一章 容器"), (heading.Anchor, heading.Typed?.Text, PlainText.Of(heading.Inlines), chapter.Title));
        Assert.IsType<InternalTarget>(chapter.AllInlines().OfType<Link>().Single().Target);
    }
}
