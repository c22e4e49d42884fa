namespace Kanyin.Books.Model;

/// <summary>Where a link leads. This file is the whole list.</summary>
public abstract record LinkTarget;

/// <summary>A place in this book.</summary>
/// <param name="File">The path of the chapter's source file.</param>
/// <param name="Id">A chapter's, heading's, figure's or anchor's id: unique in the book.</param>
public sealed record InternalTarget(string File, string Id) : LinkTarget
{
    /// <summary>The address as the author wrote it.</summary>
    public string Raw { get; init; } = "";

    /// <summary>The address names the file in another letter case than the disk.</summary>
    public bool IsInOtherCase { get; init; }
}

public sealed record ExternalTarget(string Address) : LinkTarget;

/// <param name="Raw">The address as the author wrote it.</param>
/// <param name="Nearest">The nearest existing target, for the hint.</param>
public sealed record BrokenTarget(string Raw, BrokenReason Reason, string? Nearest = null) : LinkTarget;

public enum BrokenReason
{
    Empty,
    Malformed,
    MissingFile,
    MissingAnchor,
    NotInBook,
    OutsideBook,
}
