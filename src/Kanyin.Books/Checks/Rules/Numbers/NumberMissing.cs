using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-GAP (typography.md NU6).</summary>
public sealed class NumberMissing : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM001", Severity.Error, "Section number missing");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var section in book.Numbers)
        {
            if (section.Previous is { } previous && section.Last > section.Due)
            {
                bag.Add(Kind, section.Heading.At, $"{section.Typed} follows {previous.Typed}: {Describe(section)}", $"Number it {section.Number}, or add what is missing.");
            }
        }
    }

    private static string Describe(NumberedSection section)
    {
        // 1, 7, 3: the 7 is a slip for 2, and nothing is missing.
        var members = section.Series.Members;
        if (section.Index + 1 < members.Count && members[section.Index + 1].Last == section.Due + 1)
        {
            return $"{section.Number} is due.";
        }

        var first = section.Number;
        var last = section.Number.WithValues([.. section.Number.Values[..^1], section.Last - 1]);
        return first.Values[^1] == last.Values[^1] ? $"{first} is missing." : $"{first} to {last} are missing.";
    }
}
