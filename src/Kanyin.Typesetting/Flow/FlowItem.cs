using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Something that takes room in a column, from top to bottom. This file is the whole list. Lengths in points.</summary>
internal abstract record FlowItem(double Height)
{
    /// <summary>What is painted behind this item and its neighbours, see <see cref="Backdrop"/>.</summary>
    public ImmutableArray<Backdrop> Backdrops { get; init; } = [];

    /// <summary>The figure that this is a part of, if it may float.</summary>
    public FloatMark? Float { get; init; }
}

/// <summary>A line, a picture, a row: never cut.</summary>
internal sealed record FlowBox(double Height) : FlowItem(Height)
{
    /// <summary>Placed from X, Baseline.</summary>
    public ImmutableArray<PageItem> Items { get; init; } = [];

    /// <summary>From the left end of the measure.</summary>
    public double X { get; init; }

    /// <summary>From the top of the box.</summary>
    public double Baseline { get; init; }

    /// <summary>White at the bottom of the box that may hang out of the page: the gap between lines.</summary>
    public double Trailing { get; init; }

    /// <summary>Its top stands on a line of the grid (PG4).</summary>
    public bool IsOnGrid { get; init; }

    /// <summary>What a page's end after this box costs, in the currency of <see cref="PageCosts"/>: 0 nothing, 48 as much as four lines left empty.</summary>
    public int BreakAfter { get; init; }

    /// <summary>Notes called in it, as indices into the list of notes.</summary>
    public ImmutableArray<int> Notes { get; init; } = [];

    /// <summary>Set again above this box when a page begins with it (the head of a table).</summary>
    public ImmutableArray<FlowBox> Repeated { get; init; } = [];

    /// <summary>Belongs to a heading: two lines follow it on its page (PG7).</summary>
    public bool IsHeading { get; init; }

    /// <summary>A page of its own, such as a turned table's; a heading before it may end the page.</summary>
    public bool FillsPage { get; init; }

    /// <summary>A section begins, and figures from before do not pass into it.</summary>
    public bool BeginsSection { get; init; }

    /// <summary>What begins with this box, or null.</summary>
    public Opening? Opening { get; init; }

    /// <summary>A picture that would leave a page half empty may be made smaller, down to this height.</summary>
    public double Least { get; init; } = Height;

    /// <summary>What of the book it shows first.</summary>
    public TextPosition? Source => FirstSource(Items);

    private static TextPosition? FirstSource(ImmutableArray<PageItem> items)
    {
        foreach (var item in items)
        {
            if ((item.Source ?? (item is Group group ? FirstSource(group.Items) : null)) is { } source)
            {
                return source;
            }
        }

        return null;
    }

    /// <summary>The same with its picture smaller, in the middle of where it was.</summary>
    public FlowBox Shrunk(double height)
    {
        var factor = height / Height;
        return this with
        {
            Height = height,
            Items = [.. Items.Select(i => i switch
            {
                ImageBox p => p with { X = p.X + ((1 - factor) * p.Width / 2), Width = factor * p.Width, Height = factor * p.Height },
                Group g => g.Scaled(factor) with { X = g.X + ((1 - factor) * g.Width / 2) },
                _ => i,
            })],
        };
    }
}

/// <summary>White that vanishes at the head and the foot of a page.</summary>
internal sealed record FlowGap(double Height) : FlowItem(Height)
{
    /// <summary>Takes its share of what the next line lacks to the grid.</summary>
    public bool Stretches { get; init; }
}

/// <summary>Costs of a page's end that are not a price.</summary>
internal static class Breaks
{
    public const int Forbidden = int.MaxValue;
    public const int Forced = int.MinValue;
}

/// <summary>A tint or a rule behind neighbouring items. On each page it reaches from the first of them to the last. It has identity.</summary>
/// <param name="x">From the left end of the measure.</param>
/// <param name="padding">How far it stands out above and below.</param>
internal sealed class Backdrop(double x, double width, Colour colour, double padding = 0)
{
    public double X { get; } = x;
    public double Width { get; } = width;
    public Colour Colour { get; } = colour;
    public double Padding { get; } = padding;
}

/// <summary>On all items of a figure that may stand at the head of a later page: readers find it by its number. It has identity.</summary>
internal sealed class FloatMark;

/// <summary>A page of its own kind begins here: it has no running head.</summary>
/// <param name="Title">What the running heads say from the next page on; null for a part's page, which has no number either.</param>
/// <param name="IsOnRecto">A blank page comes before it if need be (6.3).</param>
internal sealed record Opening(string? Title, bool IsOnRecto);

/// <summary>A footnote. Calls of one note share its key.</summary>
/// <param name="Label">Owner of the number in front; null where the note is set a second time.</param>
/// <param name="IsContinued">The rest of a note that began on the page before: it has no number.</param>
internal sealed record FlowNote(int Key, ImmutableArray<FlowBox> Lines, StructureElement? Label, bool IsContinued = false)
{
    /// <summary>Where it is called; null where the note is set a second time.</summary>
    public LinkTarget? Call { get; init; }

    /// <summary>Notes called inside this one.</summary>
    public ImmutableArray<int> Nested { get; init; } = [];

    public double Height => Lines.Sum(l => l.Height);
}
