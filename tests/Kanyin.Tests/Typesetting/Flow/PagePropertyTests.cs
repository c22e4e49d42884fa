using CsCheck;
using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class PagePropertyTests
{
    /// <summary>Columns of paragraphs, headings, displays and notes in any order.</summary>
    private static readonly Gen<(int Kind, int Size)[]> Columns = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 14]).Array[1, 60];

    [Fact]
    public void No_item_is_lost_or_repeated_and_their_order_is_kept() => Columns.Sample(
        spec =>
        {
            var column = Build(spec);
            var set = column.Cut().SelectMany(p => p.Body).Where(p => p.Item is FlowBox).Select(p => TestColumn.NameOf(p.Item));
            Assert.Equal(column.Items.OfType<FlowBox>().Select(TestColumn.NameOf), set);
        },
        iter: 300);

    [Fact]
    public void Every_line_of_every_note_is_printed_once() => Columns.Sample(
        spec =>
        {
            var lines = Build(spec).Cut().SelectMany(p => p.Notes).SelectMany(n => n.Lines).Select(TestColumn.NameOf).ToList();
            Assert.Equal(lines.Distinct(), lines);
            Assert.Equal(spec.Where(s => s.Kind == 4).Sum(s => s.Size), lines.Count);
        },
        iter: 300);

    [Fact]
    public void A_page_is_too_full_only_with_one_item() => Columns.Sample(
        spec => Assert.All(Build(spec).Cut(), page =>
        {
            var boxes = page.Body.Where(p => p.Item is FlowBox).ToList();
            var bottom = boxes.Count == 0 ? 0 : boxes[^1].Y + boxes[^1].Item.Height;
            var notes = page.Notes.Sum(n => n.Height);
            Assert.True(boxes.Count == 1 || bottom + notes + (notes > 0 ? 0.5 : 0) <= 10 + 1e-6);
        }),
        iter: 300);

    [Fact]
    public void No_heading_ends_a_page() => Columns.Sample(
        all =>
        {
            // Notes are left out: one that fills the page may leave a line no room beside its heading.
            var spec = all.Where(s => s.Kind != 4).ToArray();
            // Unless a page holds nothing but headings: then there is nowhere better to end it.
            var pages = Build(spec).Paragraph("end", 2).Cut();
            Assert.All(pages, page => Assert.True(
                page.Body.LastOrDefault(p => p.Item is FlowBox).Item is not FlowBox { IsHeading: true } || page.Body.All(p => p.Item is FlowGap or FlowBox { IsHeading: true })));
        },
        iter: 300);

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
                2 => column.Heading($"h{i}", 1 + (size % 3)),
                3 => column.Gap(0.5, true).Box($"d{i}", size * 0.37).Gap(0.5, true),
                _ => column.Note($"n{i}.", size).Calling($"c{i}.", 3, 1 + (size % 3), notes++),
            };
        }

        return column;
    }
}
