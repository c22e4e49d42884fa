using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class HalfWidthKana : ProseRule
{
    // U+FF61 to U+FF9F in their order.
    private const string Full = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

    public override DiagnosticKind Kind { get; } = new("TYPO021", Severity.Warning, "Half-width kana or their punctuation");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create([.. Enumerable.Range(0xFF61, Full.Length).Select(c => (char)c)]);

    // typography.md WD02
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (Match match in Half().Matches(prose.Text))
        {
            Replace(bag, prose, match.Index, match.Length, Voiced().Replace(string.Concat(match.Value.Select(c => Full[c - '｡'])), Joined), "Half-width kana are for old terminals.");
        }
    }

    /// <summary>In Unicode the voiced kana follows the plain one, and the half-voiced that.</summary>
    private static string Joined(Match match) => ((char)(match.Value[0] + (match.Value[1] == '゛' ? 1 : 2))).ToString();

    [GeneratedRegex("[｡-ﾟ]+")]
    private static partial Regex Half();

    [GeneratedRegex("[カキクケコサシスセソタチツテトハヒフヘホ]゛|[ハヒフヘホ]゜")]
    private static partial Regex Voiced();
}
