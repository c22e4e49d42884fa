using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-FIG (typography.md NU6).</summary>
public sealed class CaptionNumberMissing : CaptionRule
{
    public override DiagnosticKind Kind { get; } = new("NUM011", Severity.Error, "Number of a figure, table or listing missing");

    private protected override (string Message, string Hint)? Describe(NumberedCaption caption, Survey book) =>
        caption.Missing(book.Labels) is { } missing
            ? ($"{caption.Label} {(caption.Previous is { } previous ? $"follows {previous.Label}" : "is the first")}: {missing} is missing.", $"Number it {caption.With(caption.Due)}, or add what is missing.")
            : null;
}
