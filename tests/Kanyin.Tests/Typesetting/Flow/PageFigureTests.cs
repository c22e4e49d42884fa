using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Figures with a number may float to the head of the next page (6.4); f's is the caption of f. Pages of ten lines.</summary>
public sealed class PageFigureTests
{
    [Fact]
    public void The_text_after_a_figure_fills_the_page_before_it() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 b1 b2 b3", "f f's b4 b5 b6"], new TestColumn().Paragraph("a", 7).Figure("f", 5).Paragraph("b", 6).Pages());

    [Fact]
    public void A_page_begins_where_the_text_goes_on_and_not_with_a_figure_from_before() // epub.md 15
    {
        Assert.Equal(["a1", "b4"], Beginnings(new TestColumn().Paragraph("a", 7).Figure("f", 5).Paragraph("b", 6)));
        Assert.Equal(["a1", "p"], Beginnings(new TestColumn().Paragraph("a", 7).Picture("p", 5, 5).Paragraph("b", 4)));
        Assert.Equal(["a1", "t3"], Beginnings(new TestColumn().Paragraph("a", 7).Table("t", 5)));

        static IEnumerable<string?> Beginnings(TestColumn column) => column.Cut().Select(c => c.Begins?.At.File.Path);
    }

    [Fact]
    public void A_figure_that_fits_stays_where_it_is() =>
        Assert.Equal(["a1 a2 a3 a4 f f's b1 b2", "b3 b4"], new TestColumn().Paragraph("a", 4).Figure("f", 3).Paragraph("b", 4).Pages());

    [Fact]
    public void A_picture_without_a_number_never_floats() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "p p's b1 b2 b3 b4", "b5 b6"], new TestColumn().Paragraph("a", 7).Picture("p", 5, 5).Paragraph("b", 6).Pages());

    [Fact]
    public void A_figure_that_shrinks_by_less_than_a_fifth_stays()
    {
        var column = new TestColumn().Paragraph("a", 4).Figure("f", 6, 3.6).Paragraph("b", 6);
        Assert.Equal(["a1 a2 a3 a4 f f's", "b1 b2 b3 b4 b5 b6"], column.Pages());
        Assert.Equal(5, column.Cut()[0].Body[4].Item.Height, 6);
    }

    [Fact]
    public void A_page_two_lines_short_is_better_than_a_figure_away_from_its_place() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8", "f f's b1 b2 b3 b4", "b5 b6"], new TestColumn().Paragraph("a", 8).Figure("f", 5).Paragraph("b", 6).Pages());

    [Fact]
    public void A_figure_floats_rather_than_shrink_by_a_third() =>
        Assert.Equal(["a1 a2 a3 a4 a5 b1 b2 b3 b4 b5", "f f's b6 b7"], new TestColumn().Paragraph("a", 5).Figure("f", 6, 3.6).Paragraph("b", 7).Pages());

    [Fact]
    public void A_figure_does_not_pass_into_the_next_section() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6", "f f's H b1 b2 b3"], new TestColumn().Paragraph("a", 6).Figure("f", 5).Heading("H", 1, isSection: true).Paragraph("b", 3).Pages());

    [Fact]
    public void It_may_stand_at_the_very_end_of_its_section() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 b1 b2 b3 b4", "f f's H c1 c2 c3"],
            new TestColumn().Paragraph("a", 6).Figure("f", 5).Paragraph("b", 4).Heading("H", 1, isSection: true).Paragraph("c", 3).Pages());

    [Fact]
    public void A_smaller_heading_does_not_hold_it() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 h b1 b2 b3", "f f's b4 b5"],
            new TestColumn().Paragraph("a", 6).Figure("f", 5).Heading("h", 1).Paragraph("b", 5).Pages());

    [Fact]
    public void A_figure_does_not_leave_its_chapter() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "f f's b1 b2"], new TestColumn().Paragraph("a", 7).Figure("f", 5).Paragraph("b", 2).Pages());

    [Fact]
    public void Nor_does_it_pass_a_break_made_on_purpose() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 a7", "f f's b1 b2", "c1 c2"],
            new TestColumn().Paragraph("a", 7).Figure("f", 5).Paragraph("b", 2).NewPage().Paragraph("c", 2).Pages());

    [Fact]
    public void Figures_keep_their_order() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 b1 b2 c1 c2", "f f's g g's c3 c4"],
            new TestColumn().Paragraph("a", 6).Figure("f", 4).Paragraph("b", 2).Figure("g", 1).Paragraph("c", 4).Pages());

    [Fact]
    public void A_figure_that_finds_no_room_beside_another_waits_for_one_page_more() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 b1 b2 c1 c2", "f f's c3 c4 c5 c6", "g g's c7 c8"],
            new TestColumn().Paragraph("a", 6).Figure("f", 5).Paragraph("b", 2).Figure("g", 6).Paragraph("c", 8).Pages());

    [Fact]
    public void Words_that_introduce_a_figure_want_it_below_them() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6", "b f f's c1 c2 c3", "c4 c5 c6"], new TestColumn().Paragraph("a", 6).Box("b", 1, breakAfter: 40).Figure("f", 5).Paragraph("c", 6).Pages());

    [Fact]
    public void A_figure_right_below_a_heading_stays_there() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6", "H f f's b1 b2 b3", "b4 b5 b6"], new TestColumn().Paragraph("a", 6).Heading("H", 2).Figure("f", 4).Paragraph("b", 6).Pages());

    [Fact]
    public void A_note_called_in_a_caption_goes_with_the_figure() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 a7 b1 b2 b3", "f f's b4 b5 b6 // 1:n1"],
            new TestColumn().Note("n", 1).Paragraph("a", 7).Figure("f", 4, null, 0).Paragraph("b", 6).Pages());

    [Fact]
    public void Notes_are_numbered_in_the_order_of_the_page() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 a7 b1 b2 b3", "f f's b4 b5 b6 // 1:n1 2:m1"],
            new TestColumn().Note("m", 1).Note("n", 1).Paragraph("a", 7).Figure("f", 3, null, 1).Calling("b", 6, 5, 0).Pages());

    [Fact]
    public void It_stands_above_the_repeated_head_of_a_table() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 T T1 T2 T3", "f f's T T4 T5 T6"],
            new TestColumn().Paragraph("a", 6).Figure("f", 5).Table("T", 6).Pages());

    [Fact]
    public void Text_closes_up_where_the_figure_was()
    {
        var pages = new TestColumn().Paragraph("a", 7).Gap(0.5, true).Figure("f", 5).Gap(0.5, true).Paragraph("b", 6).Cut();
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (double)i), pages[0].Body.Select(p => p.Y));
        Assert.Equal([0, 5, 7, 8, 9], pages[1].Body.Where(p => p.Item is FlowBox).Select(p => p.Y));
    }

    [Fact]
    public void A_display_after_it_keeps_its_white()
    {
        var pages = new TestColumn().Paragraph("a", 6).Gap(0.3).Figure("f", 5).Gap(0.5).Box("D", 3).Gap(0.5).Paragraph("b", 6).Cut();
        Assert.Equal(6.5, pages[0].Body.Single(p => TestColumn.NameOf(p.Item) == "D").Y);
    }

    [Fact]
    public void A_figure_at_the_beginning_stands_there() =>
        Assert.Equal(["f f's", "a1 a2 a3"], new TestColumn().Figure("f", 9).Paragraph("a", 3).Pages());

    [Fact]
    public void A_figure_taller_than_the_page_is_set_all_the_same() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "f", "f's b1 b2"], new TestColumn().Paragraph("a", 7).Figure("f", 14).Paragraph("b", 2).Pages());
}
