using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>One page's content stream, and which structure element each marked stretch of it is of.</summary>
/// <param name="Stream">Compressed.</param>
/// <param name="Owners">The owner of the marked content with MCID i.</param>
/// <param name="Figures">What the page's figures and formulas cover.</param>
/// <param name="Resources">What the stream names.</param>
internal sealed record PageContent(byte[] Stream, IReadOnlyList<StructureElement> Owners, IReadOnlyDictionary<StructureElement, Area> Figures, ContentResources Resources)
{
    public static PageContent Of(Page page, Materials materials)
    {
        var owners = new List<StructureElement>();
        var writer = new ContentWriter(materials, new PdfBuffer(), Area.Of(page.Width, page.Height), page.Height, owners);
        return new(writer.Write(page.Items), owners, writer.Figures, writer.Resources);
    }
}
