using System.Buffers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class TraditionalCharacters : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO030", Severity.Note, "A traditional character in a simplified text");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create([.. Ideographs.Simplified.Keys]);

    protected override bool Applies(Book book) => book.Prose.IsSimplified;

    // typography.md CH02. Which of them are meant, in names and quotations of old books, only the author knows.
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        for (var i = prose.Text.AsSpan().IndexOfAny(Triggers); i >= 0 && i < prose.Text.Length; i++)
        {
            if (Ideographs.Simplified.TryGetValue(prose[i], out var simplified))
            {
                Report(bag, prose, i, 1, $"{prose[i]} is the traditional form of {simplified}", $"Write {simplified}");
            }
        }
    }
}
