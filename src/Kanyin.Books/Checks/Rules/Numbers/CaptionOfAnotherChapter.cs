using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-FIG (typography.md NU6).</summary>
public sealed class CaptionOfAnotherChapter : CaptionRule
{
    public override DiagnosticKind Kind { get; } = new("NUM014", Severity.Error, "Figure, table or listing with the number of another chapter");

    private protected override (string Message, string Hint)? Describe(NumberedCaption caption, Survey book) =>
        // The first of a run tells of the rest.
        IsElsewhere(caption) && !(caption.Previous is { } previous && previous.Chapter == caption.Chapter && IsElsewhere(previous))
            ? ($"{caption.Label} stands in {caption.Above!.Typed}.", $"Begin its number with {Own(caption)}, or move it.")
            : null;

    private static bool IsElsewhere(NumberedCaption caption) => caption.First.Length > 0 && Own(caption) is { } own && own != caption.First;

    /// <summary>What numbers in this chapter begin with: 2, or A in an appendix.</summary>
    private static string? Own(NumberedCaption caption) => caption.Above?.Typed?.Chapter;
}
