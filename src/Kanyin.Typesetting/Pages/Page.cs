using System.Collections.Immutable;

namespace Kanyin.Typesetting.Pages;

/// <summary>One finished page. Lengths are PDF points; y grows downward from the top edge.</summary>
/// <param name="Label">The printed page number: iv, 12, or empty on the cover.</param>
public sealed record Page(double Width, double Height, string Label, ImmutableArray<PageItem> Items)
{
    /// <summary>
    /// Where the text goes on at the head of the page; figures that float and notes are passed over, and a page of nothing
    /// else begins where the next one does. Null on pages that hold none of the text, such as the contents.
    /// </summary>
    public TextPosition? Begins { get; init; }

    /// <summary>What is printed beyond the page on all sides, for the knife to cut off.</summary>
    public double Bleed { get; init; }

    /// <summary>White paper around the page on all sides, which holds bleed and crop marks.</summary>
    public double Slug { get; init; }

    /// <summary>The items and those inside them, whatever they are drawn by.</summary>
    public IEnumerable<PageItem> AllItems => Items.SelectMany(WithInner);

    private static IEnumerable<PageItem> WithInner(PageItem item) => item switch
    {
        Group g => [g, .. g.Items.SelectMany(WithInner), .. g.Mask is { } mask ? WithInner(mask) : []],
        Path p => [p, .. Tiles(p.Fill), .. Tiles(p.Stroke?.Paint)],
        _ => [item],
    };

    private static IEnumerable<PageItem> Tiles(Paint? paint) => paint is Tiling tiling ? tiling.Items.SelectMany(WithInner) : [];
}
