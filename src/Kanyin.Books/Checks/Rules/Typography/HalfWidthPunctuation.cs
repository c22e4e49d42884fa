using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class HalfWidthPunctuation : ProseRule
{
    private const string Half = ",.;:!?";
    private const string Full = "，。；：！？";

    private static readonly SearchValues<char> Numerals = SearchValues.Create("第一二三四五六七八九十百零〇章节");

    public override DiagnosticKind Kind { get; } = new("TYPO001", Severity.Warning, "Half-width punctuation beside Han");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create(Half);

    // typography.md PU01
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        if (Reference().IsMatch(prose.Text))
        {
            return;
        }

        foreach (var match in Points().EnumerateMatches(prose.Text))
        {
            var run = prose.Text.AsSpan(match.Index, match.Length);
            if ((run.Length > 1 && run.ContainsAnyExcept("!?")) || !IsChinese(prose, match.Index, match.Length))
            {
                continue;
            }

            var full = string.Concat(prose.Text.Substring(match.Index, match.Length).Select(c => Full[Half.IndexOf(c, StringComparison.Ordinal)]));
            Replace(bag, prose, (match.Index, match.Length), (match.Index, match.Length + SpacesAfter(prose, match.Index + match.Length), full), $"Chinese text takes {full} here, not {run}");
        }
    }

    private static bool IsChinese(ProseText prose, int index, int length)
    {
        var (before, after) = (prose[index - 1], prose[index + length]);
        return prose[index] switch
        {
            '.' => Signs.EndsChinese(before) && !IsWord(after) && !IsNumber(prose.Text.AsSpan(0, index)) && after != '.',
            '!' => Signs.EndsChinese(before) && !IsWord(after) && after != '[',
            '?' => Signs.EndsChinese(before) && !IsWord(after),
            ':' when before == '名' => false, // 镜像名:标签, 主机名:端口 show how something is written
            ':' => (Signs.EndsChinese(before) || (IsWord(before) && Signs.BeginsChinese(after))) && after is not ('/' or ')' or '(' or '-') && !IsShortcode(prose.Text, index),
            _ => Signs.EndsChinese(before) || (before == ' ' && Signs.EndsChinese(prose[index - 2]) && Signs.BeginsChinese(after)) || (IsWord(before) && Signs.BeginsChinese(after)),
        };
    }

    /// <summary>A space after a half-width mark is its white, which the full-width mark has inside. In a heading it may be part of the anchor.</summary>
    private static int SpacesAfter(ProseText prose, int index)
    {
        var end = index;
        while (prose[end] == ' ')
        {
            end++;
        }

        // Before ** the space may be what makes the asterisks bold.
        var isBare = prose.Kind != ProseKind.Heading && end > index && prose[end] is not (ProseText.ForcedBreak or '\n') && prose.IsWritten(index - 1, end - index + 2);
        return isBare ? end - index : 0;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is ProseText.Opaque or '_' or '=';

    /// <summary>一. and 第三. at the beginning are numbers, which rules of their own look at.</summary>
    private static bool IsNumber(ReadOnlySpan<char> before) => before.Length <= 4 && !before.TrimStart().ContainsAnyExcept(Numerals);

    private static bool IsShortcode(string text, int index) => Shortcode().EnumerateMatches(text) is var all && IsIn(all, index);

    private static bool IsIn(Regex.ValueMatchEnumerator matches, int index)
    {
        foreach (var match in matches)
        {
            if (index >= match.Index && index < match.Index + match.Length)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("[,.;:!?]+")]
    private static partial Regex Points();

    /// <summary>The entry of a bibliography, whose marks are half-width by GB/T 7714.</summary>
    [GeneratedRegex(@"^\s*\[\d+\]|\[(?:[JMCDRSPNAZ]|[A-Z]{1,2}/OL)\]")]
    private static partial Regex Reference();

    /// <summary>:smile:</summary>
    [GeneratedRegex(":[a-z][a-z0-9_+-]*:")]
    private static partial Regex Shortcode();
}
