using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>The footnotes of a run in the order of their calls.</summary>
internal sealed class NoteList
{
    private readonly List<FlowNote?> _notes = [];
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<StructureElement, int> _calls = [];
    private readonly Queue<(int Index, Note Note, bool IsFirst)> _pending = [];

    /// <summary>The element of each call, and the index of its note.</summary>
    public IReadOnlyDictionary<StructureElement, int> Calls => _calls;

    public int Count => _notes.Count;

    /// <summary>Notes a call; its words are set after the block that calls it.</summary>
    public int Call(Note note, StructureElement call)
    {
        var index = _notes.Count;
        var isFirst = _keys.TryAdd(note.Id, index);
        _notes.Add(null);
        _calls.Add(call, index);
        _pending.Enqueue((index, note, isFirst));
        return index;
    }

    public int KeyOf(Note note) => _keys[note.Id];

    public bool TryTakePending(out int index, out Note note, out bool isFirst)
    {
        var found = _pending.TryDequeue(out var next);
        (index, note, isFirst) = next;
        return found;
    }

    public void Put(int index, FlowNote note) => _notes[index] = note;

    /// <summary>Every call has been set when this is asked.</summary>
    public ImmutableArray<FlowNote> ToImmutable() => [.. _notes.Select(n => n!)];
}
