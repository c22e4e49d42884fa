using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-FIG (typography.md NU6).</summary>
public sealed class CaptionNumberUsedTwice : CaptionRule
{
    public override DiagnosticKind Kind { get; } = new("NUM012", Severity.Error, "Number of a figure, table or listing used twice");

    private protected override (string Message, string Hint)? Describe(NumberedCaption caption, Survey book) =>
        caption.Last < caption.Due && caption.Series.Members.Take(caption.Index).FirstOrDefault(c => c.Last == caption.Last) is { } first
            ? ($"{caption.Label} is already used {(first.Chapter == caption.Chapter ? "" : $"in {first.Chapter.File.Path}, ")}at line {(first.Block.TypedAt ?? first.Block.At).Line}.", $"{caption.With(caption.Due)} is due here.")
            : null;
}
