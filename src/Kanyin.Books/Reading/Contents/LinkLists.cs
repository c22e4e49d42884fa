using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Contents;

/// <summary>Nested lists of links, the commonest way to write down an order.</summary>
internal static class LinkLists
{
    /// <summary>An item is its first link, or else its words, and the lists inside it.</summary>
    public static ImmutableArray<Listed> Of(List list) => [.. list.Items.Select(OfItem)];

    public static Listed Of(Link link) => new(link.At, PlainText.Of(link.Inlines).Trim(), ((BrokenTarget)link.Target).Raw, []);

    private static Listed OfItem(ListItem item)
    {
        var inlines = item.Blocks.FirstOrDefault() is Paragraph p ? p.Inlines : [];
        var line = inlines.Select(LinkIn).FirstOrDefault(l => l is not null) is { } link ? Of(link) : new Listed(item.At, PlainText.Of(inlines).Trim(), null, []);
        return line with { Below = [.. item.Blocks.OfType<List>().SelectMany(l => Of(l))] };
    }

    private static Link? LinkIn(Inline inline) => inline as Link ?? Descendants.Children(inline).Select(LinkIn).FirstOrDefault(l => l is not null);
}
