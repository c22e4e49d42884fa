using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-MANUAL (typography.md NU6): the first number of a file that a computed one replaces.</summary>
public sealed class NumberTypedByHand : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM010", Severity.Warning, "Number typed by hand where numbers are computed");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var chapter in book.Book.Numbering == NumberingMode.Auto ? book.Book.Chapters : [])
        {
            if (chapter.AllBlocks().FirstOrDefault(IsReplaced) is { } first)
            {
                var (typed, printed) = Numbers(first);
                bag.Add(Kind, first.At, $"{typed} is replaced by {printed ?? "no number"}, and so is every number typed in this file.", "Remove the typed numbers, or write numbering: keep in book.yml.");
            }
        }
    }

    /// <summary>Parts have no computed number, so theirs stands; 附录A is what tells that a chapter is an appendix.</summary>
    private static bool IsReplaced(Block block) => block switch
    {
        Heading { Typed.Style: NumberStyle.Part } => false,
        Heading { Typed: { Style: NumberStyle.Appendix } typed } h => typed.Text != h.Printed?.Text,
        Heading { Typed: not null } or Captioned { Typed: not null } => true,
        _ => false,
    };

    private static (string? Typed, string? Printed) Numbers(Block block) => block switch
    {
        Heading h => (h.Typed?.Text, h.Printed?.Text),
        Captioned c => (c.Typed?.Text, c.Label?.Text),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
