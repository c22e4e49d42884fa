using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>A page that could be: from its start to one of the places where it may end.</summary>
/// <param name="Head">The figures before this one stand at its head.</param>
/// <param name="Waiting">The figures from this one on step back to a later page.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="End">Where the text of this one stops.</param>
internal sealed record PageEnd(PageStart Start, int Head, int Waiting, int End, PageStart Next)
{
    /// <summary>For <see cref="Waiting"/>: every figure stands where it is.</summary>
    public const int NoneWaits = int.MaxValue;

    /// <summary>White left over, in lines.</summary>
    public double Empty { get; init; }

    /// <summary>It ends a chapter: no page beside it is compared with it.</summary>
    public bool IsFree { get; init; }

    /// <summary>How far short it looks beside another page: notes always reach its foot.</summary>
    public int Depth => Notes.Here.IsEmpty ? PageCosts.DepthOf(Empty) : 0;

    public double Cost { get; init; }

    public PageNotes.Share Notes { get; init; } = PageNotes.Share.None;

    /// <summary>The number of each note called on it.</summary>
    public ImmutableArray<NoteNumber> Numbers { get; init; } = [];

    /// <summary>Pictures made smaller, by their index in the column.</summary>
    public IReadOnlyDictionary<int, FlowBox>? Sized { get; init; }

    public IEnumerable<Slot> Slots(PagedColumn column) => column.From(Start, Head, Waiting, Sized).TakeWhile(s => s.Next <= End);
}
