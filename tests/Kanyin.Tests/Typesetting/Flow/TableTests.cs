using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Typesetting.Flow.SmallBook;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class TableTests // 6.4
{
    private const string LongWord = "Internationalization";

    [Fact]
    public void Numbers_stand_below_each_other_by_their_points()
    {
        var page = Page(new Table(At, [ColumnAlignment.Default, ColumnAlignment.Right], [Row("项目", "数")], [Row("甲", "12.5"), Row("乙", "1,024"), Row("丙", "−7.25"), Row("丁", "3%")]));
        double PointIn(string number, int at) => Run(page, number) is var run && at < run.Glyphs.Length ? run.X + run.Glyphs[at].X : run.X + run.Glyphs[^1].X + (0.5 * run.Size);
        var points = new[] { PointIn("12.5", 2), PointIn("1,024", 5), PointIn("3%", 1), PointIn("−7.25", 2) };
        Assert.All(points, p => Assert.Equal(points[0], p, 6));
        Assert.Equal(RightOf(Run(page, "数")), RightOf(Run(page, "−7.25")), 6);
    }

    [Fact]
    public void A_hyphen_before_a_figure_is_drawn_as_a_minus_and_copied_as_it_was_typed()
    {
        var run = Run(Page(new Table(At, [ColumnAlignment.Default], [Row("数")], [Row("-7.25"), Row("10")])), "-7.25");
        Assert.Equal(['−', '7'], run.Glyphs.Take(2).Select(g => (char)g.Id));
        Assert.Equal(run.Size, run.Glyphs[1].X, 6);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, false)]
    public void Han_in_cells_is_flush_only_in_columns_of_ten_em_or_more(int columns, bool isFlush)
    {
        var words = string.Concat(Enumerable.Repeat("天地，玄黄宇宙", 20));
        var page = Page(new Table(At, [.. Enumerable.Repeat(ColumnAlignment.Left, columns)], [Row([.. Enumerable.Repeat("头", columns)])], [Row([.. Enumerable.Repeat(words, columns)])]));
        var first = Runs(page).Where(r => r.Owner?.Role == StructureRole.TD).GroupBy(r => r.Owner).First().Select(RightOf).SkipLast(1).ToList();
        Assert.Equal(isFlush, first.Max() - first.Min() < 0.5 * Style.Small + 1e-6 && first.Distinct().Count() < first.Count);
    }

    [Fact]
    public void A_table_too_wide_for_the_page_is_turned_and_its_words_stay_whole()
    {
        var pages = Pages(Words("天"), Wide(3), Words("地"));
        var turned = Assert.IsType<Group>(Assert.Single(pages[1].Items, i => i is Group));
        Assert.Equal(4 * 6, turned.Items.OfType<GlyphRun>().Count(r => r.Text == LongWord));
        Assert.Equal(Style.Top + Style.TextHeight, turned.Y, 6);
        Assert.All(turned.Items.OfType<GlyphRun>(), r => Assert.InRange(r.X, 0, Style.TextHeight));
        Assert.Contains(pages[1].Items.OfType<GlyphRun>(), r => r.Text == "书名" && r.Owner is null);
        Assert.StartsWith("地", Runs(pages[2]).First(r => r.Owner is not null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_turned_table_that_goes_on_repeats_its_head()
    {
        var turned = Pages(Wide(40)).SelectMany(p => p.Items).OfType<Group>().ToList();
        Assert.True(turned.Count > 1);
        Assert.All(turned.Skip(1), t => Assert.Null(t.Items.OfType<GlyphRun>().First().Owner));
        Assert.All(turned, t => Assert.True(t.Items.Max(i => i.Y) <= Style.Measure));
        Assert.Equal(40 * 6, turned.Sum(t => t.Items.OfType<GlyphRun>().Count(r => r.Owner?.Role == StructureRole.TD)));
    }

    [Fact]
    public void A_table_with_notes_is_not_turned_because_they_stand_at_the_foot()
    {
        var cell = new TableCell(At, [T(LongWord), new Note(At, "n", "n", [Words("注")])]);
        var wide = Wide(2);
        var noted = wide with { Body = [wide.Body[0] with { Cells = wide.Body[0].Cells.SetItem(0, cell) }] };
        Assert.DoesNotContain(Pages(noted).SelectMany(p => p.Items), i => i is Group);
    }

    [Fact]
    public void A_heading_above_a_turned_table_does_not_stand_alone()
    {
        var pages = Pages(Words("天"), new Heading(At, 2, "h", "h", null, null, [T("题")]), Wide(3));
        Assert.Contains(Runs(pages[0]), r => r.Text == "题" && r.Owner is not null);
    }

    [Fact]
    public void Places_to_click_and_to_land_are_turned_with_the_table()
    {
        var wide = Wide(1);
        var linked = new TableCell(At, [new Anchor(At, "here", "here"), new Link(At, new ExternalTarget("x"), null, [T(LongWord)])]);
        var page = Page(wide with { Body = [wide.Body[0] with { Cells = wide.Body[0].Cells.SetItem(0, linked) }] });
        var turned = Assert.Single(page.Items.OfType<Group>());
        var word = turned.Items.OfType<GlyphRun>().First(r => r.Owner?.Role == StructureRole.Link);
        var link = Assert.Single(page.Items.OfType<LinkArea>());
        var length = 0.5 * LongWord.Length * word.Size;
        Assert.Equal((turned.Y - word.X - length, length), (link.Y, link.Height));
        Assert.InRange(turned.X + word.Y, link.X, link.X + link.Width);
        Assert.Equal(turned.Y - word.X, Assert.Single(page.Items.OfType<DestinationMark>(), m => m.Id == "here").Y, 6);
    }

    private static double RightOf(GlyphRun run) => run.X + run.Glyphs[^1].X + ((run.Glyphs[^1].Id < 0x2000 ? 0.5 : 1) * run.Size);

    private static Table Wide(int rows)
    {
        ImmutableArray<string> words = [.. Enumerable.Repeat(LongWord, 6)];
        return new Table(At, [.. words.Select(_ => ColumnAlignment.Left)], [Row(words)], [.. Enumerable.Repeat(Row(words), rows)]);
    }
}
