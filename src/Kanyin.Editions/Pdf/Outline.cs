using System.Collections.Immutable;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>The bookmarks (ISO 32000-1 12.3.3): chapters open, everything below them closed.</summary>
internal static class Outline
{
    private const int OpenLevels = 1;

    private sealed record Item(OutlineEntry Entry, PdfRef Reference, List<Item> Children);

    /// <summary>Null when there is nothing to list.</summary>
    public static PdfRef? Write(PdfFile file, ImmutableArray<OutlineEntry> entries, Destinations destinations)
    {
        if (entries.IsEmpty)
        {
            return null;
        }

        var root = new Item(new OutlineEntry(0, "", ""), file.Reserve(), []);
        var path = new Stack<Item>([root]);
        foreach (var entry in entries)
        {
            while (path.Count > 1 && path.Peek().Entry.Level >= entry.Level)
            {
                path.Pop();
            }

            var item = new Item(entry, file.Reserve(), []);
            path.Peek().Children.Add(item);
            path.Push(item);
        }

        file.Object(root.Reference, $"<</Type/Outlines{Family(root, 0)}>>");
        WriteChildren(file, root, 1, destinations);
        return root.Reference;
    }

    private static void WriteChildren(PdfFile file, Item parent, int depth, Destinations destinations)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var item = parent.Children[i];
            PdfBuffer body = $"<</Title{item.Entry.Text}/Parent {parent.Reference}";
            if (i > 0)
            {
                body.Append($"/Prev {parent.Children[i - 1].Reference}");
            }

            if (i + 1 < parent.Children.Count)
            {
                body.Append($"/Next {parent.Children[i + 1].Reference}");
            }

            if (destinations.Contains(item.Entry.Id))
            {
                body.Append($"/Dest{item.Entry.Id}");
            }

            file.Object(item.Reference, body.Append($"{Family(item, depth)}>>"));
            WriteChildren(file, item, depth + 1, destinations);
        }
    }

    private static PdfBuffer Family(Item item, int depth)
    {
        if (item.Children.Count == 0)
        {
            return new PdfBuffer();
        }

        var visible = Visible(item, depth);
        return $"/First {item.Children[0].Reference}/Last {item.Children[^1].Reference}/Count {(depth <= OpenLevels ? visible : -visible)}";
    }

    // The descendants that show while the item itself is open.
    private static int Visible(Item item, int depth) =>
        item.Children.Sum(c => 1 + (depth + 1 <= OpenLevels ? Visible(c, depth + 1) : 0));
}
