using System.Collections.Immutable;

namespace Kanyin.Typesetting.Pages;

/// <summary>One finished page. Lengths are PDF points; y grows downward from the top edge.</summary>
/// <param name="Label">The printed page number: iv, 12, or empty on the cover.</param>
public sealed record Page(double Width, double Height, string Label, ImmutableArray<PageItem> Items)
{
    /// <summary>The items and those inside them.</summary>
    public IEnumerable<PageItem> AllItems => Items.SelectMany(i => i is TurnedGroup group ? group.Items.Prepend(group) : [i]);
}
