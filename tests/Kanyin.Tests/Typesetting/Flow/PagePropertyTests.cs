using System.Collections.Immutable;
using CsCheck;
using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>What holds for any column on pages of ten lines, whatever side the first of them is on.</summary>
public sealed class PagePropertyTests
{
    private const int Notes = 4;
    private const int Pictures = 5;
    private const int Figures = 6;

    private static readonly Gen<bool> Sides = Gen.Bool;

    /// <summary>Paragraphs, headings, displays, notes, pictures, figures, tables, titles and forced breaks in any order.</summary>
    private static readonly Gen<(int Kind, int Size)[]> Columns = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 14]).Array[1, 60];

    /// <summary>The same, of what never leaves its place.</summary>
    private static readonly Gen<(int Kind, int Size)[]> Settled = Columns.Select(all => all.Where(s => s.Kind != Figures).ToArray());

    [Fact]
    public void No_item_is_lost_or_repeated_and_their_order_is_kept() => Settled.Select(Sides).Sample(
        (spec, side) =>
        {
            var column = Build(spec);
            Assert.Equal(Boxes(column), column.Cut(isRecto: side).SelectMany(Boxes));
        },
        iter: 300);

    [Fact]
    public void Figures_leave_their_place_and_neither_they_nor_the_text_their_order() => Columns.Select(Sides).Sample(
        (spec, side) =>
        {
            var column = Build(spec);
            var (figures, text) = Parted(Boxes(column));
            var (setFigures, setText) = Parted(column.Cut(isRecto: side).SelectMany(Boxes));
            Assert.Equal(text, setText);
            Assert.Equal(figures, setFigures);
        },
        iter: 300);

    [Fact]
    public void A_figure_never_stands_before_its_place_nor_in_another_section() => Columns.Select(Sides).Sample(
        (spec, side) =>
        {
            var column = Build(spec);
            var order = Boxes(column).ToList();
            var set = column.Cut(isRecto: side).SelectMany(Boxes).ToList();
            foreach (var figure in order.Where(n => n.StartsWith('f')))
            {
                var sections = order.Where(n => n.StartsWith('S')).ToLookup(n => order.IndexOf(n) < order.IndexOf(figure));
                var text = order.Take(order.IndexOf(figure)).Where(n => !n.StartsWith('f'));
                Assert.All(text, n => Assert.True(set.IndexOf(n) < set.IndexOf(figure)));
                Assert.All(sections[false], n => Assert.True(set.IndexOf(n) > set.IndexOf(figure)));
            }
        },
        iter: 300);

    [Fact]
    public void Every_line_of_every_note_is_printed_once() => Columns.Select(Sides).Sample(
        (spec, side) =>
        {
            var lines = Build(spec).Cut(isRecto: side).SelectMany(p => p.Notes).SelectMany(n => n.Lines).Select(TestColumn.NameOf).ToList();
            Assert.Equal(lines.Distinct(), lines);
            Assert.Equal(spec.Where(s => s.Kind == Notes).Sum(s => s.Size), lines.Count);
        },
        iter: 300);

    [Fact]
    public void A_page_is_too_full_only_with_one_item() => Columns.Select(Sides).Sample(
        (spec, side) => Assert.All(Build(spec).Cut(isRecto: side), page =>
        {
            var boxes = page.Body.Where(p => p.Item is FlowBox).ToList();
            var bottom = boxes.Count == 0 ? 0 : boxes[^1].Y + boxes[^1].Item.Height;
            var notes = page.Notes.Sum(n => n.Height);
            Assert.True(boxes.Count == 1 || bottom + notes + (notes > 0 ? 0.5 : 0) <= 10 + 1e-6);
        }),
        iter: 300);

    [Fact]
    public void No_item_stands_in_another() => Columns.Select(Sides).Sample(
        (spec, side) => Assert.All(Build(spec).Cut(isRecto: side), page =>
            Assert.All(page.Body.Zip(page.Body.Skip(1)), pair => Assert.True(pair.Second.Y > pair.First.Y + pair.First.Item.Height - 1e-6))),
        iter: 300);

    [Fact]
    public void No_heading_ends_a_page() => Columns.Sample(
        all =>
        {
            // Notes are left out: one that fills the page may leave a line no room beside its heading.
            var spec = all.Where(s => s.Kind != Notes && s.Kind != 9).ToArray();
            // Unless a page holds nothing but headings: then there is nowhere better to end it.
            var pages = Build(spec).Paragraph("end", 2).Cut();
            Assert.All(pages, page => Assert.True(
                page.Body.LastOrDefault(p => p.Item is FlowBox).Item is not FlowBox { IsHeading: true } || page.Body.All(p => p.Item is FlowGap or FlowBox { IsHeading: true })));
        },
        iter: 300);

    [Fact]
    public void No_line_of_a_paragraph_is_alone() => Columns.Select(Sides).Sample( // PG6
        (all, side) =>
        {
            // Headings are left out: three of them with two lines may be taller than the page.
            var spec = all.Where(s => s.Kind is 0 or 1 or 3 or Pictures or Figures).ToArray();
            foreach (var page in Build(spec).Cut(isRecto: side))
            {
                var parts = Boxes(page).Where(n => n.StartsWith('p')).GroupBy(n => int.Parse(n[1..n.IndexOf('.')], System.Globalization.CultureInfo.InvariantCulture));
                Assert.All(parts, part => Assert.True(part.Count() >= 2 || spec[part.Key].Size == 1));
            }
        },
        iter: 300);

    [Fact]
    public void The_same_column_gives_the_same_pages() => Columns.Select(Sides).Sample(
        (spec, side) => Assert.Equal(Build(spec).Pages(side), Build(spec).Pages(side)),
        iter: 100);

    [Fact]
    public void Pages_cut_again_at_their_ends_are_the_same() => Settled.Select(Sides).Sample(
        (all, side) =>
        {
            // Pictures are left out, since their new size is not in the column; so are notes, which cross forced ends.
            var items = Build([.. all.Where(s => s.Kind is not (Notes or Pictures))]).Items;
            var pages = PageBreaker.Break(items, [], TestColumn.TenLines, side);
            var ends = pages.Select(p => p.Body.Last().Item).ToHashSet(ReferenceEqualityComparer.Instance);
            ImmutableArray<FlowItem> forced = [.. items.Select(i => ends.Contains(i) ? (FlowBox)i with { BreakAfter = Breaks.Forced } : i)];
            Assert.Equal(pages.Select(TestColumn.Draw), PageBreaker.Break(forced, [], TestColumn.TenLines, side).Select(TestColumn.Draw));
        },
        iter: 300);

    private static IEnumerable<string> Boxes(TestColumn column) => column.Items.OfType<FlowBox>().Select(TestColumn.NameOf);

    /// <summary>The heads of tables that are set again are not counted.</summary>
    private static IEnumerable<string> Boxes(PageCut page) =>
        page.Body.Select(p => p.Item).OfType<FlowBox>().Select(TestColumn.NameOf).Where(n => n != TestColumn.Again);

    private static (List<string> Figures, List<string> Text) Parted(IEnumerable<string> names)
    {
        var figures = names.ToLookup(n => n.StartsWith('f'));
        return ([.. figures[true]], [.. figures[false]]);
    }

    private static TestColumn Build((int Kind, int Size)[] spec)
    {
        var column = new TestColumn();
        var notes = 0;
        for (var i = 0; i < spec.Length; i++)
        {
            var (kind, size) = spec[i];
            _ = kind switch
            {
                0 or 1 => column.Paragraph($"p{i}.", size),
                2 => size % 3 == 0 ? column.Heading($"S{i}", 2, isSection: true) : column.Heading($"h{i}", 1 + (size % 3)),
                3 => column.Gap(0.5, true).Box($"d{i}", size * 0.37).Gap(0.5, true),
                Notes => column.Note($"n{i}.", size).Calling($"c{i}.", 3, 1 + (size % 3), notes++),
                Pictures => column.Gap(0.5, true).Picture($"q{i}", size * 0.6, size * 0.4).Gap(0.5, true),
                Figures => column.Gap(0.5, true).Figure($"f{i}", size * 0.6, size * 0.4).Gap(0.5, true),
                7 => column.Gap(0.5).Table($"t{i}.", size, 0.8, TestColumn.Again).Gap(0.5),
                8 => column.Titled($"u{i}", inner => inner.Paragraph($"v{i}.", size)),
                _ => size < 4 ? column.NewPage() : column.Paragraph($"p{i}.", size),
            };
        }

        return column;
    }
}
