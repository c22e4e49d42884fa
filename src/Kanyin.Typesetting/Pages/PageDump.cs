using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kanyin.Typesetting.Pages;

/// <summary>Pages as text for people and golden files: one line an item, what is inside it below, positions in points to two decimals.</summary>
public static class PageDump
{
    public static string Of(TypesetBook book)
    {
        var text = new StringBuilder();
        foreach (var entry in book.Outline)
        {
            text.Append("outline ").Append(' ', 2 * (entry.Level - 1)).Append(entry.Text).Append(" → ").Append(entry.Id).Append('\n');
        }

        Append(book.Structure, 0, text);
        for (var i = 0; i < book.Pages.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n=== page {i + 1}");
            text.Append(Of(book.Pages[i]));
        }

        return text.ToString();
    }

    public static string Of(Page page)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $" “{page.Label}” {Number(page.Width)} × {Number(page.Height)}\n");
        foreach (var item in page.Items)
        {
            text.Append(Of(item)).Append('\n');
        }

        return text.ToString();
    }

    public static string Of(PageItem item)
    {
        var owner = item.Owner is { } element ? $" [{element.Role}]" : "";
        return $"{Number(item.X)} {Number(item.Y)} {Content(item)}{owner}";
    }

    private static string Content(PageItem item) => item switch
    {
        GlyphRun r => $"text {Number(r.Size)} {r.Face.Name}{Scale(r)} “{r.Text}”",
        Rule r => $"rule {Number(r.Width)} × {Number(r.Height)}",
        ImageBox i => $"image {Number(i.Width)} × {Number(i.Height)} {i.Picture.Path}",
        Path p => $"path {DrawingDump.Of(p)}",
        Group g => $"group{DrawingDump.Of(g)}{Block(g.Items)}{(g.Mask is { } mask ? $" seen through{Block([mask])}" : "")}",
        LinkArea l => $"link {Number(l.Width)} × {Number(l.Height)} {l.Target}",
        DestinationMark d => $"mark {d.Id}",
        _ => throw new UnreachableException(),
    };

    /// <summary>Items inside another, indented.</summary>
    internal static string Block(ImmutableArray<PageItem> items) => $" {{{string.Concat(items.Select(i => "\n" + Of(i))).Replace("\n", "\n  ", StringComparison.Ordinal)}\n}}";

    private static string Scale(GlyphRun run) => run.Scale.Equals(1.0) ? "" : $" ×{Number(run.Scale)}";

    private static void Append(StructureElement element, int depth, StringBuilder text)
    {
        text.Append(' ', 2 * depth).Append(element.Role);
        text.Append(element.Alt is { } alt ? $" “{alt}”\n" : "\n");
        foreach (var child in element.Children)
        {
            Append(child, depth + 1, text);
        }
    }

    internal static string Number(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
