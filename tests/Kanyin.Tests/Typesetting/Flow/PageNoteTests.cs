using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Footnotes of typography.md 6.4 on a page of ten lines, with half a line between text and notes.</summary>
public sealed class PageNoteTests
{
    [Fact]
    public void A_note_stands_on_the_page_of_its_call() =>
        Assert.Equal(["a1 a2 a3 a4 // 1:n1 n2", ], new TestColumn().Note("n", 2).Calling("a", 4, 2, 0).Pages());

    [Fact]
    public void A_line_whose_note_does_not_fit_moves_on() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7", "b1 b2 // 1:n1 n2 n3"], new TestColumn().Note("n", 3).Paragraph("a", 7).Calling("b", 2, 1, 0).Pages());

    [Fact]
    public void A_long_note_is_parted_with_two_lines_on_both_sides() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 // 1:n1 n2 n3", "b1 b2 b3 b4 b5 b6 // n4 n5"], new TestColumn().Note("n", 5).Calling("a", 6, 6, 0).Paragraph("b", 6).Pages());

    [Fact]
    public void A_note_of_three_lines_is_never_parted() =>
        Assert.Equal(["a1 a2 a3 a4", "a5 a6 // 1:n1 n2 n3"], new TestColumn().Note("n", 3).Note("m", 5).Calling("a", 6, 6, 0).Cut(new PageFrame(6, 1, 0.5)).Select(TestColumn.Draw));

    [Fact]
    public void Numbers_begin_again_on_every_page()
    {
        var pages = new TestColumn().Note("n", 1).Note("m", 1).Note("o", 1).Calling("a", 4, 1, 0, 1).NewPage().Calling("b", 4, 1, 2).Pages();
        Assert.Equal(["a1 a2 a3 a4 // 1:n1 2:m1", "b1 b2 b3 b4 // 1:o1"], pages);
    }

    [Fact]
    public void A_second_call_on_the_same_page_shares_the_note()
    {
        var page = Assert.Single(new TestColumn().Note("n", 1).Note("m", 1).Note("n", 1, sameAs: 0).Calling("a", 2, 1, 0, 1).Calling("b", 2, 1, 2).Cut());
        Assert.Equal([(0, 1), (1, 2), (2, 1)], page.Numbers.Select(n => (n.Note, n.Number)));
        Assert.Equal(2, page.Notes.Length);
    }

    [Fact]
    public void A_second_call_on_a_later_page_prints_the_note_again()
    {
        var pages = new TestColumn().Note("n", 1).Note("n", 1, sameAs: 0).Calling("a", 2, 1, 0).NewPage().Calling("b", 2, 1, 1).Pages();
        Assert.Equal(["a1 a2 // 1:n1", "b1 b2 // 1:n1"], pages);
    }

    [Fact]
    public void A_note_longer_than_pages_goes_on_and_on()
    {
        var pages = new TestColumn().Note("n", 25).Calling("a", 2, 1, 0).Cut();
        Assert.Equal(25, pages.Sum(p => p.Notes.Sum(n => n.Lines.Length)));
        Assert.Equal(2, pages.Sum(p => p.Body.Length));
        Assert.InRange(pages.Length, 3, 5);
    }

    [Fact]
    public void Many_notes_in_one_line_are_all_printed()
    {
        var column = new TestColumn();
        for (var i = 0; i < 8; i++)
        {
            column.Note($"n{i}.", 3);
        }

        var pages = column.Calling("a", 2, 1, 0, 1, 2, 3, 4, 5, 6, 7).Cut();
        var printed = pages.SelectMany(p => p.Notes).SelectMany(n => n.Lines).Select(TestColumn.NameOf).ToList();
        Assert.Equal(Enumerable.Range(0, 8).SelectMany(i => Enumerable.Range(1, 3).Select(k => $"n{i}.{k}")), printed);
    }

    [Fact]
    public void Two_lines_of_a_paragraph_in_a_note_stay_on_both_sides() => // PG6
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 // 1:n1 n2", "b1 b2 b3 b4 // n3 n4 n5 n6"],
            new TestColumn().NoteOf("n", 4, 2).Calling("a", 6, 6, 0).Paragraph("b", 4).Pages());

    [Fact]
    public void A_note_is_parted_between_its_paragraphs() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 // 1:n1 n2 n3", "b1 b2 b3 b4 // n4 n5 n6"],
            new TestColumn().NoteOf("n", 3, 3).Calling("a", 6, 6, 0).Paragraph("b", 4).Pages());

    [Fact]
    public void The_end_of_a_very_long_note_is_two_lines_too() =>
        Assert.Equal([7, 8, 2], new TestColumn().Note("n", 17).Calling("a", 2, 1, 0).Cut().Select(p => p.Notes.Sum(n => n.Lines.Length)));

    [Fact]
    public void What_is_left_of_a_note_comes_before_the_notes_of_the_page() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 // 1:n1 n2 n3", "b1 b2 b3 b4 // n4 n5 1:m1"],
            new TestColumn().Note("n", 5).Note("m", 1).Calling("a", 6, 6, 0).Calling("b", 4, 2, 1).Pages());

    [Fact]
    public void A_note_is_parted_rather_than_leave_the_page_half_empty() =>
        Assert.Equal(
            ["a1 a2 a3 a4 // 1:n1 n2 n3 n4 n5", "b1 b2 // n6 n7"],
            new TestColumn().Note("n", 7).Calling("a", 4, 4, 0).Paragraph("b", 2).Pages());
}
