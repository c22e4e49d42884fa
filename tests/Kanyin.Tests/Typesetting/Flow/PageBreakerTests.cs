using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>PG4, PG6 and PG7 of typography.md on a page of ten lines, and the vectors P1 and P3 of its section 9.</summary>
public sealed class PageBreakerTests
{
    [Fact]
    public void P1_a_paragraph_of_two_lines_moves_whole() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8 a9", "b1 b2"], new TestColumn().Paragraph("a", 9).Paragraph("b", 2).Pages());

    [Fact]
    public void P3_a_heading_that_only_one_line_would_follow_moves() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "H b1 b2 b3 b4"], new TestColumn().Paragraph("a", 7).Heading("H", 2).Paragraph("b", 4).Pages());

    [Fact]
    public void A_heading_stays_when_two_lines_follow() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 H b1 b2", "b3 b4"], new TestColumn().Paragraph("a", 6).Heading("H", 2).Paragraph("b", 4).Pages());

    [Fact]
    public void Two_short_paragraphs_count_as_two_lines() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "H b c"], new TestColumn().Paragraph("a", 7).Heading("H", 2).Paragraph("b", 1).Paragraph("c", 1).Pages());

    [Fact]
    public void Stacked_headings_are_not_parted() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6", "H I b1 b2 b3"], new TestColumn().Paragraph("a", 6).Heading("H", 2).Heading("I", 1).Paragraph("b", 3).Pages());

    [Fact]
    public void The_last_line_of_a_paragraph_is_not_left_alone() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8 a9", "a10 a11"], new TestColumn().Paragraph("a", 11).Pages());

    [Fact]
    public void Three_lines_are_never_parted() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8", "b1 b2 b3"], new TestColumn().Paragraph("a", 8).Paragraph("b", 3).Pages());

    [Fact]
    public void A_full_page_is_filled() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8 b1 b2", "b3 b4"], new TestColumn().Paragraph("a", 8).Paragraph("b", 4).Pages());

    [Fact]
    public void A_chapter_begins_a_page() =>
        Assert.Equal(["a1 a2", "b1 b2"], new TestColumn().Paragraph("a", 2).NewPage().Paragraph("b", 2).Pages());

    [Fact]
    public void A_costly_break_is_taken_earlier() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "b c"], new TestColumn().Paragraph("a", 7).Box("b", 1, breakAfter: 40).Box("c", 6).Pages());

    [Fact]
    public void A_picture_shrinks_rather_than_leave_the_page_half_empty()
    {
        var column = new TestColumn().Paragraph("a", 4).Picture("p", 6, 4).Paragraph("b", 2);
        Assert.Equal(["a1 a2 a3 a4 p p's", "b1 b2"], column.Pages());
        Assert.Equal(5, column.Cut()[0].Body.Single(i => TestColumn.NameOf(i.Item) == "p").Item.Height, 6);
    }

    [Fact]
    public void Two_pictures_shrink_together_to_share_a_page()
    {
        var column = new TestColumn().Picture("p", 4, 2).Paragraph("a", 1).Picture("q", 6, 2).Paragraph("b", 2);
        Assert.Equal(["p p's a q q's", "b1 b2"], column.Pages());
        Assert.Equal([3, 4], HeightsOf(column, "p", "q"));
    }

    [Fact]
    public void What_a_picture_gives_and_the_grid_takes_is_asked_of_the_next()
    {
        var column = new TestColumn().Picture("p", 4, 3).Paragraph("a", 1).Picture("q", 5.5, 2.5).Paragraph("b", 2);
        Assert.Equal(["p p's a q q's", "b1 b2"], column.Pages());
        Assert.Equal([3.375, 3], HeightsOf(column, "p", "q"));
    }

    private static IEnumerable<double> HeightsOf(TestColumn column, params string[] names) =>
        column.Cut()[0].Body.Where(i => names.Contains(TestColumn.NameOf(i.Item))).Select(i => i.Item.Height);

    [Fact]
    public void A_picture_that_would_be_too_small_moves_at_its_full_size()
    {
        var column = new TestColumn().Paragraph("a", 5).Picture("p", 8, 5).Paragraph("b", 2);
        Assert.Equal(["a1 a2 a3 a4 a5", "p p's", "b1 b2"], column.Pages());
        Assert.Equal(8, column.Cut()[1].Body[0].Item.Height);
    }

    [Fact]
    public void A_picture_shrinks_with_what_introduces_it() =>
        Assert.Equal(["a1 a2 a3 H b p p's"], new TestColumn().Paragraph("a", 3).Heading("H", 1).Paragraph("b", 1).Picture("p", 6, 3).Pages());

    [Fact]
    public void A_picture_leaves_room_for_the_notes_of_its_page() =>
        Assert.Equal(["a1 a2 a3 p p's // 1:n1 n2"], new TestColumn().Note("n", 2).Calling("a", 3, 2, 0).Picture("p", 6, 3).Pages());

    [Fact]
    public void The_white_between_lines_may_hang_out_of_the_page()
    {
        var items = Enumerable.Range(0, 6).Select(i => (FlowItem)(TestColumn.Line("a" + i) with { Trailing = 0.4 })).ToList();
        Assert.Single(PageBreaker.Break([.. items], [], new PageFrame(5.6, 1, 0)));
        Assert.Equal(2, PageBreaker.Break([.. items], [], new PageFrame(5.5, 1, 0)).Length);
    }

    [Fact]
    public void Gaps_vanish_at_both_ends_of_a_page()
    {
        var pages = new TestColumn().Gap(3).Paragraph("a", 9).Gap(2).Box("b", 2).Gap(2).Cut();
        Assert.Equal([0.0, 0.0], pages.Select(p => p.Body[0].Y));
        Assert.Equal(["a9", "b"], pages.Select(p => TestColumn.NameOf(p.Body.Last(i => i.Item is FlowBox).Item)));
    }

    [Fact]
    public void Text_returns_to_the_grid_with_equal_white_around_a_display() // PG4
    {
        var page = Assert.Single(new TestColumn().Paragraph("a", 2).Gap(0.5, true).Box("D", 1.3).Gap(0.5, true).Paragraph("b", 2).Cut());
        Assert.Equal([0, 1, 2.85, 5, 6], page.Body.Where(i => i.Item is FlowBox).Select(i => Math.Round(i.Y, 9)));
    }

    [Fact]
    public void What_comes_on_the_next_page_does_not_move_this_one()
    {
        var pages = new TestColumn().Paragraph("a", 8).Gap(0.3, true).Box("D", 1.6).Gap(0.3, true).Paragraph("b", 2).Cut();
        Assert.Equal(8.3, pages[0].Body.Single(i => TestColumn.NameOf(i.Item) == "D").Y, 9);
    }

    [Fact]
    public void What_is_taller_than_a_page_stands_alone() =>
        Assert.Equal(["a1 a2", "B", "c1 c2"], new TestColumn().Paragraph("a", 2).Box("B", 30).Paragraph("c", 2).Pages());

    [Fact]
    public void Where_every_break_is_forbidden_the_page_is_filled()
    {
        var column = new TestColumn();
        for (var i = 1; i <= 13; i++)
        {
            column.Box("x" + i, 1, Breaks.Forbidden);
        }

        Assert.Equal(["x1 x2 x3 x4 x5 x6 x7 x8 x9 x10", "x11 x12 x13"], column.Pages());
    }

    [Fact]
    public void Nothing_gives_no_pages() => Assert.Empty(new TestColumn().Gap(4).Pages());
}
