using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting;

public sealed class ImpositionTests
{
    [Theory]
    [InlineData(8, 8, "8|1 2|7 6|3 4|5")]
    [InlineData(8, 4, "4|1 2|3 8|5 6|7")]
    [InlineData(4, 16, "4|1 2|3")]
    [InlineData(6, 16, "8|1 2|7 6|3 4|5")] // the last two are blank
    [InlineData(10, 8, "8|1 2|7 6|3 4|5 12|9 10|11")]
    public void Sheets_laid_in_one_another_and_folded_read_in_order(int pages, int signature, string order) =>
        Assert.Equal(order, string.Join(' ', Imposition.Order(pages, signature).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Left + 1}|{s.Right + 1}"))));

    [Fact]
    public void Two_pages_stand_side_by_side_and_nothing_is_tagged()
    {
        var document = new StructureElement(StructureRole.Document);
        ImmutableArray<Page> pages = [.. "一二三四".Select((c, i) => HandSet.Page($"{i + 1}", HandSet.Run(30, 50, document.Add(StructureRole.P), HandSet.Song, c.ToString())))];
        var booklet = Imposition.Of(HandSet.Book(document, [.. pages]), 4);

        Assert.Equal(["四一", "二三"], booklet.Pages.Select(p => string.Concat(p.Items.OfType<GlyphRun>().OrderBy(r => r.X).Select(r => r.Text))));
        Assert.All(booklet.Pages, p => Assert.Equal((600.0, 400.0), (p.Width, p.Height)));
        Assert.Equal([30.0, 330.0], booklet.Pages[0].Items.Select(i => i.X).Order());

        var file = HandSet.Write(booklet);
        var dump = PdfDump.Of(file);
        Assert.DoesNotContain("/StructTreeRoot", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("/StructParents", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("pdfuaid", dump, StringComparison.Ordinal); // it does not claim what it is not
        Assert.Contains("四", string.Concat(HandSet.Open(booklet).GetPages().SelectMany(p => p.Letters).Select(l => l.Value)), StringComparison.Ordinal);
    }
}
