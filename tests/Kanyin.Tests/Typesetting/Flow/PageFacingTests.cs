using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>PG6 of typography.md: white is shared between pages, and facing pages run short together. Pages of ten lines.</summary>
public sealed class PageFacingTests
{
    private static readonly string[] Together = ["a1 a2 a3 a4 a5 a6 a7 a8 a9", "b1 b2 b3 c1 c2 c3 c4 c5 c6", "c7 c8 c9 c10 c11 c12 c13 c14 c15 c16", "c17 c18 c19 c20"];
    private static readonly string[] Alone = ["a1 a2 a3 a4 a5 a6 a7 a8 a9", "b1 b2 b3 c1 c2 c3 c4 c5 c6 c7", "c8 c9 c10 c11 c12 c13 c14 c15 c16 c17", "c18 c19 c20"];

    private static TestColumn ShortByALine => new TestColumn().Paragraph("a", 9).Paragraph("b", 3).Paragraph("c", 20);

    [Fact]
    public void Facing_pages_run_one_line_short_together() => Assert.Equal(Together, ShortByALine.Pages(isRecto: false));

    [Fact]
    public void A_recto_that_faces_nothing_runs_short_alone() => Assert.Equal(Alone, ShortByALine.Pages());

    [Fact]
    public void Pages_printed_on_one_side_face_nothing() =>
        Assert.Equal(Alone, ShortByALine.Cut(TestColumn.TenLines with { HasFacingPages = false }, isRecto: false).Select(TestColumn.Draw));

    [Fact]
    public void A_page_is_not_short_because_the_leaf_before_it_was() =>
        Assert.Equal(
            ["x1 x2", "a1 a2 a3 a4 a5 a6 a7 a8 a9", "b1 b2 b3 c1 c2 c3 c4 c5 c6", "c7 c8 c9 c10"],
            new TestColumn().Paragraph("x", 2).NewPage().Paragraph("a", 9).Paragraph("b", 3).Paragraph("c", 10).Pages());

    [Fact]
    public void The_end_of_a_chapter_is_not_compared_with_what_faces_it() =>
        Assert.Equal(
            ["a1 a2 a3 a4", "b1 b2 b3 b4 b5 b6 b7 b8 b9 b10", "b11 b12"],
            new TestColumn().Paragraph("a", 4).NewPage().Paragraph("b", 12).Pages(isRecto: false));

    [Fact]
    public void The_last_page_is_not_compared_either() =>
        Assert.Equal(["a1 a2 a3 a4 a5 a6 a7 a8 a9 a10", "a11 a12"], new TestColumn().Paragraph("a", 12).Pages(isRecto: false));

    [Fact]
    public void An_opening_on_a_recto_faces_nothing() => Assert.Equal(Alone, ShortByALine.Opening().Pages(isRecto: false));

    [Fact]
    public void Notes_reach_the_foot_of_the_page_beside() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 // 1:n1 n2", "b1 b2 b3 c1 c2 c3 c4 c5 c6 c7", "c8 c9 c10 c11"],
            new TestColumn().Note("n", 2).Calling("a", 6, 1, 0).Paragraph("b", 3).Paragraph("c", 11).Pages(isRecto: false));

    [Fact]
    public void A_page_is_not_left_emptier_to_match_a_very_short_one() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 a7", "B c1 c2 c3 c4 c5 c6", "c7 c8 c9 c10 c11 c12 c13 c14 c15 c16", "c17 c18 c19 c20"],
            new TestColumn().Paragraph("a", 7).Box("B", 4).Paragraph("c", 20).Pages(isRecto: false));

    [Fact]
    public void Two_pages_share_the_white_that_one_would_show() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 a7", "a8 a9 a10 a11 a12 a13 a14", "B d1 d2 d3", "d4 d5 d6 d7"],
            new TestColumn().Paragraph("a", 14).Box("B", 7).Paragraph("d", 7).Pages());

    [Fact]
    public void Lines_are_moved_from_page_to_page_to_keep_a_paragraph_whole() =>
        Assert.Equal(
            ["a1 a2 a3 a4 a5 a6 a7 a8 a9", "a10 a11 a12 a13 a14 a15 a16 a17 a18 a19", "a20 a21"],
            new TestColumn().Paragraph("a", 21).Pages());

    [Fact]
    public void A_paragraph_that_fills_its_pages_fills_them() =>
        Assert.Equal([10, 10, 10, 2], new TestColumn().Paragraph("a", 32).Cut().Select(p => p.Body.Length));
}
