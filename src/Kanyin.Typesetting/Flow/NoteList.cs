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
    private readonly List<(int Index, Note Note, bool IsFirst)> _pending = [];

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
        _pending.Add((index, note, isFirst));
        return index;
    }

    /// <summary>Whether a note has been called before.</summary>
    public bool Has(Note note) => _keys.ContainsKey(note.Id);

    public int KeyOf(Note note) => _keys[note.Id];

    /// <summary>The calls whose notes are not yet set; each is given out once.</summary>
    public ImmutableArray<(int Index, Note Note, bool IsFirst)> TakePending()
    {
        ImmutableArray<(int, Note, bool)> pending = [.. _pending];
        _pending.Clear();
        return pending;
    }

    public void Put(int index, FlowNote note) => _notes[index] = note;

    /// <summary>Every call has been set when this is asked.</summary>
    public ImmutableArray<FlowNote> ToImmutable() => [.. _notes.Select(n => n!)];
}
