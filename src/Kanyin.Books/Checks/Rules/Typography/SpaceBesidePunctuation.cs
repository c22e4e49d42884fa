using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class SpaceBesidePunctuation : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO024", Severity.Warning, "A space beside Chinese punctuation");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create(" ");

    // typography.md SP03. Headings, captions and the gap after a number (NU2) are exempt.
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        if (prose.Kind is ProseKind.Heading or ProseKind.Caption)
        {
            return;
        }

        foreach (var match in Spaces().EnumerateMatches(prose.Text))
        {
            if (SpaceBesideMark.IsOutside(prose, match.Index, match.Length) && !Number().IsMatch(prose.Text.AsSpan(0, match.Index)))
            {
                Replace(bag, prose, match.Index, match.Length, "", "Chinese punctuation has its white inside: no space stands beside it.");
            }
        }
    }

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    /// <summary>1、 （一） 图 1： and the dash before who said it, at the beginning.</summary>
    [GeneratedRegex(@"^\s*(?:[0-9一二三四五六七八九十]{1,3}、|（[0-9一二三四五六七八九十]{1,3}）|第?[0-9一二三四五六七八九十]{1,3}[章节步题]：|——)$")]
    private static partial Regex Number();
}
