using System.Text;

namespace Kanyin.Books.Mathematics;

/// <summary>Cuts TeX into tokens (The TeXbook, chapter 8, with the usual category codes).</summary>
internal static class TexScanner
{
    private static readonly string[] _ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    /// <summary>The token at an index, which moves behind it.</summary>
    public static TexToken Next(string tex, ref int at)
    {
        if (at >= tex.Length)
        {
            return new TexToken(TexKind.End, "", tex.Length);
        }

        var start = at;
        var c = tex[at++];
        switch (c)
        {
            case '\\': return Command(tex, start, ref at);
            case '{': return new TexToken(TexKind.OpenBrace, "{", start);
            case '}': return new TexToken(TexKind.CloseBrace, "}", start);
            case '^': return new TexToken(TexKind.Superscript, "^", start);
            case '_': return new TexToken(TexKind.Subscript, "_", start);
            case '&': return new TexToken(TexKind.Ampersand, "&", start);
            case '#' when at < tex.Length && char.IsAsciiDigit(tex[at]): return new TexToken(TexKind.Parameter, _ascii[tex[at++]], start);
            case '%':
                at = tex.IndexOf('\n', at) is >= 0 and var end ? end + 1 : tex.Length;
                return Next(tex, ref at);
            case ' ' or '\t' or '\n' or '\r' or '\u00A0' or '\u3000':
                SkipSpaces(tex, ref at);
                return new TexToken(TexKind.Space, " ", start);
            default:
                return Character(tex, start, ref at);
        }
    }

    private static TexToken Character(string tex, int start, ref int at)
    {
        var c = tex[start];
        if (c < 128)
        {
            return new TexToken(TexKind.Character, _ascii[c], start);
        }

        Rune.DecodeFromUtf16(tex.AsSpan(start), out _, out var length);
        at = start + length;
        return new TexToken(TexKind.Character, tex.Substring(start, length), start);
    }

    private static TexToken Command(string tex, int start, ref int at)
    {
        if (at >= tex.Length)
        {
            return new TexToken(TexKind.Command, " ", start);
        }

        var end = at;
        while (end < tex.Length && char.IsAsciiLetter(tex[end]))
        {
            end++;
        }

        if (end == at)
        {
            Rune.DecodeFromUtf16(tex.AsSpan(at), out var rune, out var length);
            end = at + length;
            at = end;
            return new TexToken(TexKind.Command, rune.Value is '\n' or '\r' or '\t' ? " " : tex[(start + 1)..end], start);
        }

        at = end;
        SkipSpaces(tex, ref at);
        return new TexToken(TexKind.Command, tex[(start + 1)..end], start);
    }

    private static void SkipSpaces(string tex, ref int at)
    {
        while (at < tex.Length && tex[at] is ' ' or '\t' or '\n' or '\r' or '\u00A0' or '\u3000')
        {
            at++;
        }
    }
}
