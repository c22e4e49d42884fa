using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Structure;

public sealed class AccidentalCode : Rule
{
    public override DiagnosticKind Kind { get; } = new("TEXT004", Severity.Note, "A paragraph that became code");

    // CommonMark 4.4: four spaces make code of what follows a blank line.
    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var code in book.Blocks.Select(b => b.Block).OfType<CodeBlock>().Where(c => c.Language.Length == 0 && IsProse(c.Text)))
        {
            var source = code.At.File.Text.AsSpan(System.Math.Min(code.At.Start, code.At.File.Text.Length));
            if (!source.TrimStart(" \t>").StartsWith("```") && !source.TrimStart(" \t>").StartsWith("~~~") && !source.StartsWith("<"))
            {
                bag.Add(Kind, code.At, "Four spaces before it make code of this text.", "Take the spaces away, or put it between ``` lines.");
            }
        }
    }

    /// <summary>More Han than anything else, and the points of sentences.</summary>
    private static bool IsProse(string text) => text.Count(Signs.IsHan) * 2 > text.Length && text.AsSpan().ContainsAny("，。");
}
