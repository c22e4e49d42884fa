using System.Collections.Immutable;
using Kanyin.Editions.Pdf.Fonts;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Editions.Pdf.Tags;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>The page objects and their tree (ISO 32000-1 7.7.3).</summary>
internal sealed class PageObjects
{
    private const int PagesPerNode = 32;

    private readonly PdfFile _file;
    private readonly ImmutableArray<Page> _pages;
    private readonly PdfRef _fonts, _properties;
    private int _nextLinkKey;

    public PageObjects(PdfFile file, ImmutableArray<Page> pages, IReadOnlyList<EmbeddedFont> fonts, IReadOnlyList<PdfRef> fontReferences)
    {
        _file = file;
        _pages = pages;
        _nextLinkKey = pages.Length;
        References = [.. pages.Select(_ => file.Reserve())];
        PdfBuffer resources = $"<<";
        for (var i = 0; i < fonts.Count; i++)
        {
            resources.Append($"{fonts[i].Name} {fontReferences[i]}");
        }

        _fonts = file.Object(resources.Append($">>"));
        _properties = file.Object(Marking.NamedProperties);
    }

    public ImmutableArray<PdfRef> References { get; }

    /// <summary>Writes all pages with their contents and links, and tells the tag tree what is on them.</summary>
    public PdfRef Write(IReadOnlyList<PageContent> contents, Images images, Destinations destinations, TagNames names, StructureTree? tags)
    {
        var root = _file.Reserve();
        var nodes = new PdfBuffer();
        foreach (var indices in Enumerable.Range(0, _pages.Length).Chunk(PagesPerNode))
        {
            var node = _file.Reserve();
            var kids = new PdfBuffer();
            foreach (var i in indices)
            {
                tags?.AddPage(References[i], contents[i].Owners, contents[i].Figures.Select(f => KeyValuePair.Create(f.Key, f.Value.ToRectangle())));
                WritePage(i, node, contents[i], images, tags is null ? new PdfBuffer() : PdfBuffer.Of($"/StructParents {i}/Tabs/S{WriteLinks(i, destinations, names, tags)}"));
                kids.Append($"{References[i]} ");
            }

            _file.Object(node, $"<</Type/Pages/Parent {root}/Count {indices.Length}/Kids[{kids}]>>");
            nodes.Append($"{node} ");
        }

        _file.Object(root, $"<</Type/Pages/Count {_pages.Length}/Kids[{nodes}]>>");
        return root;
    }

    private void WritePage(int index, PdfRef parent, PageContent content, Images images, PdfBuffer tagged)
    {
        var page = _pages[index];
        var stream = _file.Stream($"/Filter/FlateDecode", content.Stream);

        // ISO 19005-2 6.2.10: a page that uses transparency names the colour space in which it is blended.
        PdfBuffer blending = content.Resources.IsTransparent ? $"/Group<</S/Transparency/CS/DeviceRGB>>" : PdfBuffer.Of($"");
        PdfBuffer bleed = page.Bleed > 0 ? $"/BleedBox{Box(page, page.Bleed)}" : PdfBuffer.Of($"");
        _file.Object(References[index], $"<</Type/Page/Parent {parent}/MediaBox{Box(page, page.Slug)}/TrimBox{Box(page, 0)}{bleed}/Resources<<{content.Resources.Write(_file, _fonts, images)}/Properties {_properties}>>{blending}/Contents {stream}{tagged}>>");
    }

    // ISO 32000-1 14.11.2: the trimmed page begins at the origin, and what lies around it below.
    private static PdfBuffer Box(Page page, double around) => $"[{-around} {-around} {page.Width + around} {page.Height + around}]";

    private PdfBuffer WriteLinks(int index, Destinations destinations, TagNames names, StructureTree tags)
    {
        var annotations = new PdfBuffer();
        foreach (var link in Links.On(_pages[index], names))
        {
            if (Links.Write(_file, link, _pages[index].Height, _nextLinkKey, destinations) is { } annotation)
            {
                annotations.Append($"{annotation} ");
                tags.AddLink(index, annotation, _nextLinkKey++, link.Owner!);
            }
        }

        return annotations.Length == 0 ? annotations : $"/Annots[{annotations}]";
    }
}
