using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>
/// Line ends of the source, which arrive as \n inside texts, become a space between Latin and Latin and nothing next to Han
/// (typography.md IN1: between Han and Latin the typesetter makes the gap).
/// </summary>
internal static class ChineseLineEnds
{
    // Marks that Chinese and Latin share (UAX #11 class A): they count as Chinese in a paragraph that has any Han.
    private const string Shared = "“”‘’…—·";

    public static ImmutableArray<Inline> Join(ImmutableArray<Inline> inlines)
    {
        if (!HasLineEnd(inlines))
        {
            return inlines;
        }

        var words = new StringBuilder();
        Collect(inlines, words);
        var text = words.ToString();
        var at = 0;
        return Rewrite(inlines, text, text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'), ref at);
    }

    /// <summary>Han, kana, bopomofo, their punctuation and full-width forms. Hangul is not: Korean has spaces.</summary>
    public static bool IsChinese(char c) =>
        c is >= '\u2E80' and <= '\u312F' or >= '\u31A0' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF'
            or >= '\uFE10' and <= '\uFE1F' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF01' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6'
            or >= '\uD840' and <= '\uD8BF'; // the leading halves of planes 2 and 3

    private static bool HasLineEnd(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is Text text ? text.Value.Contains('\n', StringComparison.Ordinal) : HasLineEnd(Descendants.Children(inline)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every character that can stand beside a line end, in reading order; a formula or picture counts as a letter.</summary>
    private static void Collect(ImmutableArray<Inline> inlines, StringBuilder words)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text t:
                    words.Append(t.Value);
                    break;
                case LineBreak:
                    words.Append('\u2028');
                    break;
                case Code or Keyboard or Model.Math or Image:
                    words.Append('x');
                    break;
                case Note or Anchor:
                    break;
                default:
                    Collect(Descendants.Children(inline), words);
                    break;
            }
        }
    }

    private static ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> inlines, string text, bool isChinese, ref int at)
    {
        var result = ImmutableArray.CreateBuilder<Inline>(inlines.Length);
        foreach (var inline in inlines)
        {
            if (inline is Text t)
            {
                var joined = Joined(text, at, t.Value.Length, isChinese);
                at += t.Value.Length;
                if (joined.Length > 0)
                {
                    result.Add(t with { Value = joined });
                }
            }
            else
            {
                at += inline is LineBreak or Code or Keyboard or Model.Math or Image ? 1 : 0;
                result.Add(WithChildren(inline, text, isChinese, ref at));
            }
        }

        return result.ToImmutable();
    }

    private static Inline WithChildren(Inline inline, string text, bool isChinese, ref int at) => inline switch
    {
        Emphasis e => e with { Inlines = Rewrite(e.Inlines, text, isChinese, ref at) },
        Strong s => s with { Inlines = Rewrite(s.Inlines, text, isChinese, ref at) },
        Strike s => s with { Inlines = Rewrite(s.Inlines, text, isChinese, ref at) },
        Underline u => u with { Inlines = Rewrite(u.Inlines, text, isChinese, ref at) },
        Mark m => m with { Inlines = Rewrite(m.Inlines, text, isChinese, ref at) },
        Script s => s with { Inlines = Rewrite(s.Inlines, text, isChinese, ref at) },
        Link l => l with { Inlines = Rewrite(l.Inlines, text, isChinese, ref at) },
        Ruby r => r with { Base = Rewrite(r.Base, text, isChinese, ref at) },
        Code or Keyboard or Model.Math or Image or Note or Anchor or LineBreak => inline,
        _ => throw new UnreachableException(),
    };

    private static string Joined(string text, int start, int length, bool isChinese)
    {
        if (text.AsSpan(start, length).IndexOf('\n') < 0)
        {
            return text.Substring(start, length);
        }

        var result = new StringBuilder(length);
        for (var i = start; i < start + length; i++)
        {
            if (text[i] != '\n')
            {
                result.Append(text[i]);
                continue;
            }

            while (result.Length > 0 && result[^1] is ' ' or '\t')
            {
                result.Length--;
            }

            while (i + 1 < start + length && text[i + 1] is ' ' or '\t' or '\n')
            {
                i++;
            }

            if (NeedsSpace(text, i, isChinese))
            {
                result.Append(' ');
            }
        }

        return result.ToString();
    }

    private static bool NeedsSpace(string text, int lineEnd, bool isChinese)
    {
        var (before, after) = (lineEnd - 1, lineEnd + 1);
        while (before >= 0 && text[before] is ' ' or '\t' or '\n')
        {
            before--;
        }

        while (after < text.Length && text[after] is ' ' or '\t' or '\n')
        {
            after++;
        }

        return before >= 0 && after < text.Length && !Joins(text[before]) && !Joins(text[after]);

        // The trailing half of a plane 2 or 3 character stands for its leading half.
        bool Joins(char c) => c == '\u2028' || IsChinese(c) || (char.IsLowSurrogate(c) && before > 0 && c == text[before] && IsChinese(text[before - 1])) || (isChinese && Shared.Contains(c, StringComparison.Ordinal));
    }
}
