using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Structure;

public sealed partial class TypedList : Rule
{
    public override DiagnosticKind Kind { get; } = new("TEXT006", Severity.Note, "A list typed as paragraphs");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var chapter in book.Book.Chapters)
        {
            Check(chapter.Blocks, bag);
        }
    }

    private void Check(ImmutableArray<Block> blocks, DiagnosticBag bag)
    {
        for (var i = 0; i + 1 < blocks.Length; i++)
        {
            if (Mark(blocks[i]) is { } first && IsFirst(first) && Mark(blocks[i + 1]) is { } second && Follows(first, second))
            {
                bag.Add(Kind, blocks[i].At with { Length = 0 }, $"{first} and {second} number paragraphs by hand.", "Write a list (1. or -): it is indented, and read out as a list.");
            }
        }
    }

    private static string? Mark(Block block) => block is Paragraph { Inlines: [Text first, ..] } && Typed().Match(first.Value) is { Success: true } match ? match.Value : null;

    private static bool IsFirst(string mark) => mark is "1、" or "①" or "1）" or "（1）" or "(1)" or "⑴";

    private static bool Follows(string first, string second) => second == first.Replace('1', '2').Replace('①', '②').Replace('⑴', '⑵');

    [GeneratedRegex(@"^(?:\d{1,2}[、）]|[①-⑳⑴-⒇]|[（(]\d{1,2}[)）])")]
    private static partial Regex Typed();
}
