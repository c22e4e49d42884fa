using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-FIG (typography.md NU6).</summary>
public sealed class CaptionNumberOutOfOrder : CaptionRule
{
    public override DiagnosticKind Kind { get; } = new("NUM013", Severity.Error, "Number of a figure, table or listing out of order");

    private protected override (string Message, string Hint)? Describe(NumberedCaption caption, Survey book) =>
        caption.Last < caption.Due && !caption.Series.Members.Take(caption.Index).Any(c => c.Last == caption.Last)
            ? ($"{caption.Label} comes after {caption.Previous!.Label}.", $"Move it; {caption.With(caption.Due)} is due here.")
            : null;
}
