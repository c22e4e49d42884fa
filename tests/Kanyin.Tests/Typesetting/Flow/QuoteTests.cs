using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;
using Xunit;
using Math = System.Math;
using static Kanyin.Tests.Typesetting.Flow.SmallBook;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class QuoteTests // 6.4
{
    [Fact]
    public void The_longest_line_of_a_poem_stands_in_the_middle_and_all_begin_with_it()
    {
        var page = Page(new Quote(At, [Stanza("天地玄黄", "宇宙"), Stanza("日月", "盈昃")], IsVerse: true));
        var left = Style.Inner + ((Style.Measure - (4 * Style.Body)) / 2);
        Assert.All(Lines(page), r => Assert.Equal(left, r.X, 6));
        Assert.Equal(["天地玄黄", "宇宙", "日月", "盈昃"], Lines(page).Select(r => r.Text));
    }

    [Fact]
    public void Stanzas_are_parted_by_half_a_line()
    {
        var page = Page(new Quote(At, [Stanza("天", "地"), Stanza("玄", "黄")], IsVerse: true));
        Assert.Equal([1, 1.5, 1], Lines(page).Zip(Lines(page).Skip(1), (a, b) => Math.Round((b.Y - a.Y) / Style.Pitch, 6)));
    }

    [Fact]
    public void A_stanza_of_four_lines_is_not_cut()
    {
        var before = Enumerable.Repeat<Block>(Words("文"), Style.Lines - 3);
        var pages = Pages([.. before, new Quote(At, [Stanza("天", "地", "玄", "黄")], IsVerse: true)]);
        Assert.Equal("天", Lines(pages[1]).First().Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_said_it_stands_at_the_right_below(bool isVerse)
    {
        var page = Page(new Quote(At, [isVerse ? Stanza("天地玄黄宇宙", "天") : Words("天地"), Words("——陆羽")], isVerse));
        var right = Style.Inner + (isVerse ? (Style.Measure / 2) + (3 * Style.Body) : Style.Measure - (2 * Style.Body));
        Assert.Equal(right - (4 * Style.Body), Run(page, "——").X, 6);
    }

    private static Paragraph Stanza(params string[] lines) => new(At, [.. lines.SelectMany((l, i) => i == 0 ? (Inline[])[T(l)] : [new LineBreak(At), T(l)])]);

    private static IEnumerable<GlyphRun> Lines(Page page) => Runs(page).Where(r => r.Owner is not null);
}
