using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>One line of a table of contents as its author wrote it, whatever the tool.</summary>
/// <param name="Title">Empty when the line is an address alone.</param>
/// <param name="Address">As written; null when the line is words alone, empty when a link leads nowhere yet.</param>
internal sealed record Listed(Place At, string Title, string? Address, ImmutableArray<Listed> Below)
{
    /// <summary>The title of the part that begins with this line.</summary>
    public string? Part { get; init; }

    public bool IsUnnumbered { get; init; }
}
