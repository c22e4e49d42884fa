using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>What stays together: PG6, PG7 and 6.4 of typography.md, on a page of ten lines.</summary>
public sealed class PageKeepTests
{
    [Fact]
    public void Four_lines_are_parted_two_and_two() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "b1 b2 b3 b4"], new TestColumn().Paragraph("a", 7).Paragraph("b", 4).Cut(TestColumn.TenLines with { Height = 8 }).Select(TestColumn.Draw));

    [Fact]
    public void A_last_line_has_a_line_before_it_at_the_head_of_a_page() => // PG6: so it is never alone, however short
        Assert.All(Enumerable.Range(2, 60), lines => Assert.All(new TestColumn().Paragraph("a", lines).Cut(), page => Assert.True(page.Body.Length >= 2)));

    [Fact]
    public void Paragraphs_of_one_line_part_anywhere() =>
        Assert.Equal(["a b c d e f g h i j", "k l"], "abcdefghijkl".Aggregate(new TestColumn(), (c, name) => c.Paragraph(name.ToString(), 1)).Pages());

    [Fact]
    public void Five_lines_of_code_are_never_parted() => // 6.4: three lines at both ends
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "c1 c2 c3 c4 c5"], new TestColumn().Paragraph("a", 7).Paragraph("c", 5, together: 3).Pages());

    [Fact]
    public void Six_lines_of_code_are_parted_in_the_middle() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 c1 c2 c3", "c4 c5 c6"], new TestColumn().Paragraph("a", 7).Paragraph("c", 6, together: 3).Pages());

    [Fact]
    public void A_heading_counts_the_lower_lines_of_code_as_lines() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 H c1 c2", "c3"], new TestColumn().Paragraph("a", 6).Heading("H", 2).Box("c1", 0.8).Box("c2", 0.8).Box("c3", 0.8).Pages());

    [Fact]
    public void A_heading_is_held_with_its_picture() =>
        Assert.Equal(["a1 a2 a3 a4", "H p p's"], new TestColumn().Paragraph("a", 4).Heading("H", 1).Picture("p", 6, 6).Pages());

    [Fact]
    public void Three_headings_move_with_the_two_lines_below_them() =>
        Assert.Equal(["a1 a2 a3 a4", "H I J b1 b2 b3"], new TestColumn().Paragraph("a", 4).Heading("H", 2).Heading("I", 2).Heading("J", 1).Paragraph("b", 3).Pages());

    [Fact]
    public void A_section_of_one_line_moves_rather_than_end_the_page() => // PG7: two lines below every heading
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "H b I c1 c2"], new TestColumn().Paragraph("a", 7).Heading("H", 2).Paragraph("b", 1).Heading("I", 2).Paragraph("c", 2).Pages());

    [Fact]
    public void A_section_of_one_line_ends_the_page_rather_than_leave_it_half_empty() =>
        Assert.Equal(["a1 a2 a3 a4 H b", "I J c1 c2 c3"], new TestColumn().Paragraph("a", 4).Heading("H", 4).Paragraph("b", 1).Heading("I", 3).Heading("J", 3).Paragraph("c", 3).Pages());

    [Fact]
    public void A_section_of_one_line_may_end_a_chapter() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 H b", "c1 c2"], new TestColumn().Paragraph("a", 7).Heading("H", 2).Paragraph("b", 1).NewPage().Paragraph("c", 2).Pages());

    [Fact]
    public void The_title_of_a_callout_is_followed_by_two_lines() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8", "T b c"], new TestColumn().Paragraph("a", 8).Titled("T", c => c.Paragraph("b", 1).Paragraph("c", 1)).Pages());

    [Fact]
    public void A_callout_of_one_line_does_not_hold_what_follows() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8 T b", "c1 c2"], new TestColumn().Paragraph("a", 8).Titled("T", c => c.Paragraph("b", 1)).Paragraph("c", 2).Pages());

    [Fact]
    public void Words_that_introduce_what_follows_move_on_with_it() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "b C"], new TestColumn().Paragraph("a", 7).Box("b", 1, breakAfter: 40).Box("C", 5).Pages());

    [Fact]
    public void Many_such_words_stay_when_the_page_would_be_too_empty() =>
        Assert.Equal(["a1 a2 a3 a4 b", "C"], new TestColumn().Paragraph("a", 4).Box("b", 5, breakAfter: 40).Box("C", 8).Pages());

    [Fact]
    public void What_is_held_together_and_longer_than_a_page_is_parted_where_a_page_is_full()
    {
        var column = new TestColumn().Paragraph("a", 4);
        for (var i = 1; i <= 14; i++)
        {
            column.Box("x" + i, 1, i < 14 ? Breaks.Forbidden : 0);
        }

        Assert.Equal(["a1 a2 a3 a4", "x1 x2 x3 x4 x5 x6 x7 x8 x9 x10", "x11 x12 x13 x14 b1 b2"], column.Paragraph("b", 2).Pages());
    }

    [Fact]
    public void A_break_at_the_very_end_makes_no_empty_page() =>
        Assert.Equal(["a1 a2"], new TestColumn().Paragraph("a", 2).NewPage().Pages());

    [Fact]
    public void A_page_ended_on_purpose_costs_nothing_however_empty() =>
        Assert.Equal(["a", "b", "c1 c2"], new TestColumn().Paragraph("a", 1).NewPage().Paragraph("b", 1).NewPage().Paragraph("c", 2).Pages());

    [Fact]
    public void A_break_on_purpose_parts_even_a_heading_from_its_text() =>
        Assert.Equal(["a1 a2 H", "b1 b2"], new TestColumn().Paragraph("a", 2).Heading("H", 2).NewPage().Paragraph("b", 2).Pages());

    [Fact]
    public void A_table_longer_than_a_page_repeats_its_head_on_each() =>
        Assert.Equal(
            ["T T1 T2 T3 T4 T5 T6 T7 T8 T9", "T T10 T11 T12 T13 T14 T15 T16 T17 T18", "T T19 T20 T21 T22 T23 a1 a2 a3 a4"],
            new TestColumn().Table("T", 23).Paragraph("a", 4).Pages());

    [Fact]
    public void The_head_of_a_table_never_ends_a_page() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8 a9", "T T1 T2"], new TestColumn().Paragraph("a", 9).Table("T", 2).Pages());

    [Fact]
    public void The_repeated_head_takes_its_room() =>
        Assert.Equal(["T T1 T2 T3", "T T4 T5 T6", "T T7"], new TestColumn().Table("T", 7, 3).Pages());
}
