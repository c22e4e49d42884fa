using System.Collections.Immutable;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>The room on a page.</summary>
/// <param name="Height">Of the text, from the top of the first line's bodies to the bottom of the last's.</param>
/// <param name="Pitch">Of the grid.</param>
/// <param name="NoteSeparator">From the bottom of the text to the top of the first note.</param>
/// <param name="HasFacingPages">A verso and the recto after it are seen side by side.</param>
internal sealed record PageFrame(double Height, double Pitch, double NoteSeparator, bool HasFacingPages = true)
{
    /// <summary>Shorter than this is nothing.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>The top of an item that follows what ends at y: a line on the grid, anything else there (PG4).</summary>
    public double TopOf(FlowItem item, double y) =>
        item is FlowBox { IsOnGrid: true } && Math.Ceiling((y / Pitch) - Tolerance) * Pitch is var line && line > y + Tolerance ? line : y;
}

/// <summary>What one page holds.</summary>
/// <param name="Notes">As much of each as stands on this page.</param>
/// <param name="Numbers">The number of each note called on this page.</param>
internal sealed record PageCut(ImmutableArray<PlacedItem> Body, ImmutableArray<FlowNote> Notes, ImmutableArray<NoteNumber> Numbers)
{
    /// <summary>See <see cref="Page.Begins"/>; null when it holds nothing but figures and notes.</summary>
    public TextPosition? Begins { get; init; }
}

/// <summary>An item and its top, from the top of the text.</summary>
internal readonly record struct PlacedItem(FlowItem Item, double Y);

/// <param name="Note">Index into the list of notes.</param>
internal readonly record struct NoteNumber(int Note, int Key, int Number);
