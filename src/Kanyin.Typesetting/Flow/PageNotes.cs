using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>The notes of a page while it is being filled (6.4).</summary>
/// <param name="notes">All notes of the column.</param>
/// <param name="carried">What is left of those of the page before.</param>
internal sealed class PageNotes(ImmutableArray<FlowNote> notes, PageFrame frame, ImmutableArray<FlowNote> carried)
{
    /// <summary>Two lines of a note at least on both sides of a page's end.</summary>
    private const int LeastLines = 2;

    private readonly List<FlowNote> _called = [.. carried];
    private readonly List<NoteNumber> _numbers = [];
    private int _last;

    /// <summary>How many calls there were so far.</summary>
    public int Calls => _numbers.Count;

    /// <summary>The number of each note called so far.</summary>
    public ImmutableArray<NoteNumber> Numbers => First(Calls);

    /// <summary>The number of the note of each of the first calls.</summary>
    public ImmutableArray<NoteNumber> First(int calls) => calls == 0 ? [] : [.. _numbers.Take(calls)];

    /// <summary>The height of all of them and of the white above.</summary>
    public double Area => AreaOf(_called, frame);

    public Share All => new([.. _called], []);

    public static double AreaOf(IReadOnlyList<FlowNote> some, PageFrame frame) =>
        some.Count == 0 ? 0 : frame.NoteSeparator + some.Sum(n => n.Height) - some[^1].Lines[^1].Trailing;

    public void Call(ImmutableArray<int> calls)
    {
        foreach (var index in calls)
        {
            var note = notes[index];
            var known = _numbers.FindIndex(n => n.Key == note.Key);
            _numbers.Add(new(index, note.Key, known >= 0 ? _numbers[known].Number : ++_last));
            if (known < 0)
            {
                _called.Add(note);
                Call(note.Nested);
            }
        }
    }

    /// <summary>All notes, or all but the end of the last one; null when that is not possible.</summary>
    public Share? Within(double room)
    {
        if (Area <= room)
        {
            return _called.Count == 0 ? Share.None : All;
        }

        if (_called.Count == 0)
        {
            return null;
        }

        var last = _called[^1];
        for (var lines = last.Lines.Length - LeastLines; lines >= LeastLines; lines--)
        {
            if (last.Lines[lines - 1].BreakAfter != Breaks.Forbidden && AreaOf([.. _called.SkipLast(1), First(last, lines)], frame) <= room)
            {
                return new([.. _called.SkipLast(1), First(last, lines)], [Rest(last, lines)]);
            }
        }

        return null;
    }

    /// <summary>As much as there is room for, by the rules as long as that can be.</summary>
    /// <param name="mustMove">At least a line of the first note, even one too tall for any page: the work must end.</param>
    public Share Fill(double room, bool mustMove = false)
    {
        var here = ImmutableArray.CreateBuilder<FlowNote>();
        var rest = ImmutableArray.CreateBuilder<FlowNote>();
        foreach (var note in _called)
        {
            var lines = rest.Count > 0 ? 0 : LinesWithin(room, here, note);
            lines = lines == 0 && mustMove && here.Count == 0 && rest.Count == 0 ? 1 : lines;
            if (lines > 0)
            {
                here.Add(First(note, lines));
            }

            if (lines < note.Lines.Length)
            {
                rest.Add(lines > 0 ? Rest(note, lines) : note);
            }
        }

        return new(here.ToImmutable(), rest.ToImmutable());
    }

    private int LinesWithin(double room, IEnumerable<FlowNote> before, FlowNote note)
    {
        var most = note.Lines.Length;
        while (most > 0 && AreaOf([.. before, First(note, most)], frame) > room)
        {
            most--;
        }

        for (var lines = Math.Min(most, note.Lines.Length - LeastLines); lines >= LeastLines && most < note.Lines.Length; lines--)
        {
            if (note.Lines[lines - 1].BreakAfter != Breaks.Forbidden)
            {
                return lines;
            }
        }

        return most;
    }

    private static FlowNote First(FlowNote note, int lines) => note with { Lines = note.Lines[..lines] };

    private static FlowNote Rest(FlowNote note, int lines) => note with { Lines = note.Lines[lines..], IsContinued = true };

    /// <summary>What of the notes stands on a page, and what goes on overleaf.</summary>
    internal sealed record Share(ImmutableArray<FlowNote> Here, ImmutableArray<FlowNote> Carried)
    {
        public static readonly Share None = new([], []);
    }
}
