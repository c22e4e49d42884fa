using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

public sealed class CaptionsTests
{
    [Theory] // 6.4: label + title, no final 。
    [InlineData("![x](a.png \"图 1-1　甲\")", "图~1-1|甲")]
    [InlineData("![x](a.png \"图1.1：甲。\")", "图~1.1|甲")]
    [InlineData("![x](a.png \"图1-1甲\")", "图~1-1|甲")]
    [InlineData("![x](a.png \"图1中的甲\")", "|图1中的甲")]
    [InlineData("![x](a.png \"甲。乙。\")", "|甲。乙。")]
    [InlineData("![x](a.png \"Figure 2-1. A pot\")", "Figure~2-1|A pot")]
    [InlineData("![图 3 甲](a.png)", "图~3|甲")]
    [InlineData("![x](a.png)\n\n图 A-2 **甲**乙", "图~A-2|甲乙")]
    [InlineData("![x](a.png)\n\n图 2 所示的甲", "|x")]
    [InlineData("![x](a.png)\n\n图 2 可以看出两者的差别", "|x")]
    [InlineData("![x](a.png)\n\n图 2 可以放大的地图", "图~2|可以放大的地图")]
    [InlineData("![x](a.png)\n\n图 2 可见光的波长", "图~2|可见光的波长")]
    [InlineData("表 2-3 甲\n\n|a|\n|-|\n|1|", "表~2-3|甲")]
    [InlineData("|a|\n|-|\n|1|\n\n表 2-3：甲", "表~2-3|甲")]
    [InlineData("表 2-3 列出了甲\n\n|a|\n|-|\n|1|", "|")]
    [InlineData("表 2-3 是一段话。\n\n|a|\n|-|\n|1|", "|")]
    [InlineData("|a|\n|-|\n|1|\n\nTable: 甲", "|甲")]
    [InlineData("表：甲\n\n|a|\n|-|\n|1|", "|甲")]
    [InlineData("|a|\n|-|\n|1|\n\n: 甲", "|甲")]
    [InlineData(":warning: 甲\n\n|a|\n|-|\n|1|", "|")]
    [InlineData("<table><caption>表 1 甲</caption><tr><td>1</td></tr></table>", "表~1|甲")]
    [InlineData("<figure><table><tr><td>1</td></tr></table><figcaption>甲</figcaption></figure>", "|甲")]
    [InlineData("```c title=\"代码 1-1 a.c\"\nx\n```", "代码~1-1|a.c")]
    [InlineData("```c title=\"a.c\"\nx\n```", "|a.c")]
    public void Typed_labels_are_kept(string markdown, string expected) => Assert.Equal(expected, Captions("# 甲\n\n" + markdown));

    [Fact]
    public void Between_two_tables_a_caption_belongs_to_the_one_below_it()
    {
        const string Table = "|a|\n|-|\n|1|\n\n";
        Assert.Equal("表~1|甲 表~2|乙", Captions($"# 甲\n\n表 1 甲\n\n{Table}表 2 乙\n\n{Table}"));
        Assert.Equal("| 表~2|乙", Captions($"# 甲\n\n{Table}表 2 乙\n\n{Table}"));
        Assert.Equal("表~1|甲 表~2|乙", Captions($"# 甲\n\n{Table}表 1 甲\n\n{Table}表 2 乙"));
    }

    [Fact]
    public void Computed_labels_count_by_chapter_each_word_for_itself()
    {
        const string Figure = "\n\n![x](a.png \"甲\")\n\n";
        Assert.Equal(
            "图~1|甲 图~1-1|甲 图~1-2|乙 表~1-1|甲 代码~1-1|a.c 图~2-1|甲 图~A-1|甲 |",
            Captions(
                "numbering: auto",
                ("0.md", "# 前言" + Figure),
                ("1.md", $"# 甲{Figure}> ![x](a.png \"图 9-9 乙\")\n\n表 3 甲\n\n|a|\n|-|\n|1|\n\n```c title=\"a.c\"\nx\n```\n\n```c\nx\n```"),
                ("2.md", "# 乙" + Figure),
                ("3.md", $"# 附录A 丙{Figure}![](b.png)")));
    }

    [Fact]
    public void A_label_that_is_replaced_is_not_read_out_either()
    {
        using var book = new TempBook().Add("book.yml", "numbering: auto").Add("a.md", "# 甲\n\n![图 9-9 壶](a.png \"图 9-9 紫砂\")");
        var image = Assert.Single(book.Read().Chapters[0].Blocks.OfType<Figure>()).Image;
        Assert.Equal(("壶", "紫砂"), (image.Alt, image.Title));
    }

    /// <summary>label|words of everything that may have a caption; the blank of a label is shown as ~. Code without a title is left out.</summary>
    private static string Captions(string markdown) => Captions("", ("a.md", markdown));

    private static string Captions(string settings, params (string Path, string Text)[] files)
    {
        using var book = new TempBook().Add("book.yml", settings);
        foreach (var (path, text) in files)
        {
            book.Add(path, text);
        }

        return string.Join(' ', book.Read().Chapters.SelectMany(c => c.AllBlocks()).OfType<Captioned>().Where(c => c is not CodeBlock { Title: null }).Select(c => $"{c.Label?.Text.Replace('\u00A0', '~')}|{WordsOf(c)}"));
    }

    private static string WordsOf(Captioned block) => block switch
    {
        Figure f => PlainText.Of(f.Caption),
        Table t => PlainText.Of(t.Caption),
        CodeBlock c => c.Title ?? "",
        _ => throw new InvalidOperationException(),
    };
}
