using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.Proofs;

internal enum TextKind
{
    /// <summary>Words that every edition prints as they are.</summary>
    Words,

    /// <summary>A formula's reading: what it gives when it is copied.</summary>
    Formula,

    /// <summary>The words that stand for a picture which is not there.</summary>
    AbsentPicture,

    /// <summary>Where a note is called: <see cref="BookText.Call"/>.</summary>
    NoteCall,
}

/// <summary>A stretch of the book's text that an edition prints in one piece.</summary>
/// <param name="Text">Without white space.</param>
/// <param name="Written">With it.</param>
internal sealed record TextUnit(Place At, string Text, string Written, TextKind Kind);
