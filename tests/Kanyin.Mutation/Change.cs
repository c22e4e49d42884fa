using Microsoft.CodeAnalysis.Text;

namespace Kanyin.Mutation;

/// <summary>One thing done wrongly on purpose.</summary>
/// <param name="Host">The expression or statement that is written twice, as it was and as it becomes.</param>
/// <param name="Place">What is replaced in it.</param>
/// <param name="IsStatement">Whether the host is a statement, so that the choice is an if and not a ?:.</param>
internal sealed record Change(TextSpan Host, TextSpan Place, string Text, bool IsStatement);

/// <param name="Number">From 1; 0 is the program unchanged.</param>
/// <param name="Path">Relative to the root of the repository.</param>
/// <param name="Line">From 1.</param>
/// <param name="Was">The host's text, on one line.</param>
internal sealed record Mutant(int Number, string Path, int Line, Change Change, string Was, string Becomes);
