using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Fixes;

/// <summary>A file before and after its fixes. The lines are as many as before.</summary>
public sealed record CorrectedFile(SourceFile Before, string After);

/// <summary>What can be mended in a book without asking.</summary>
/// <param name="Files">In the order of their paths; those that do not change are not among them.</param>
/// <param name="Count">How many findings they mend.</param>
/// <param name="LeftOut">A finding for each fix that would have changed more than it says.</param>
public sealed record Corrections(ImmutableArray<CorrectedFile> Files, int Count, ImmutableArray<Diagnostic> LeftOut);
