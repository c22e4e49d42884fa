namespace Kanyin.Typesetting.Pages;

/// <summary>What an item without an owner is there for (ISO 32000-1 table 330).</summary>
public enum Artifact
{
    /// <summary>Rules, frames, leaders.</summary>
    Layout,

    /// <summary>Tints and paper behind the words.</summary>
    Background,
    RunningHead,
    Folio,

    /// <summary>Said again because a page has ended: the head of a table, a note called twice.</summary>
    Repetition,
}
