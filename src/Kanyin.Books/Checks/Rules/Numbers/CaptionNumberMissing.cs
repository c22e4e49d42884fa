using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-FIG (typography.md NU6).</summary>
public sealed class CaptionNumberMissing : CaptionRule
{
    public override DiagnosticKind Kind { get; } = new("NUM011", Severity.Error, "Number of a figure, table or listing missing");

    private protected override (string Message, string Hint)? Describe(NumberedCaption caption, Survey book) =>
        caption.Last > caption.Due && Missing(caption, book) is { } missing
            ? ($"{caption.Label} {(caption.Previous is { } previous ? $"follows {previous.Label}" : "is the first")}: {missing} is missing.", $"Number it {caption.With(caption.Due)}, or add what is missing.")
            : null;

    /// <summary>The first that stands nowhere, not even as a caption that was not recognised.</summary>
    private static CaptionLabel? Missing(NumberedCaption caption, Survey book) =>
        caption.Last - caption.Due < 1000 ? Enumerable.Range(caption.Due, caption.Last - caption.Due).Select(caption.With).FirstOrDefault(l => !book.Labels.Has(l)) : null;
}
