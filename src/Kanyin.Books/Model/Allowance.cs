using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Model;

/// <summary>A finding that the author has looked at and lets stand, from book.yml.</summary>
/// <param name="At">Where book.yml says so.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="File">The file, or a pattern: * is anything within a name, ** anything at all, ? one character; null for every file.</param>
/// <param name="Text">Words of the source line that the finding stands on; null for every line.</param>
public sealed record Allowance(Place At, string Rule, string? File, string? Text);
