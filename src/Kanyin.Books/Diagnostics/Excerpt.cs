using System.Globalization;
using System.Text;

namespace Kanyin.Books.Diagnostics;

/// <summary>The source line of a place, cut to fit a terminal, and where in it the place is: in terminal columns, of which a Han character takes two.</summary>
/// <param name="Text">One line, without tabs and without the blank at its ends; … where it was cut.</param>
/// <param name="Indent">Columns before the place.</param>
/// <param name="Width">Columns of the place, at least 1; a place that goes on to other lines ends with this one.</param>
public readonly record struct Excerpt(string Text, int Indent, int Width)
{
    private const int Room = 76;

    /// <summary>What is kept before the place when the line is too long.</summary>
    private const int Before = 24;

    /// <summary>Null for a place that is a whole file, or stands on an empty line.</summary>
    public static Excerpt? Of(Place at)
    {
        var text = at.File.Text.AsSpan();
        var start = System.Math.Clamp(at.Start, 0, text.Length);
        var first = text[..start].LastIndexOfAny('\n', '\r') + 1;
        var last = text[start..].IndexOfAny('\n', '\r') is var end and >= 0 ? start + end : text.Length;
        if (at is { Start: 0, Length: 0 } || text[first..last].IsWhiteSpace())
        {
            return null;
        }

        first += text[first..start].Length - text[first..start].TrimStart().Length;
        last -= text[start..last].Length - text[start..last].TrimEnd().Length;
        var stop = System.Math.Clamp(at.Start + at.Length, start, last);
        var isWhole = WidthOf(text[first..last]) <= Room;
        var from = isWhole ? first : Back(text, first, start);
        var to = isWhole ? last : Forward(text, from, last);
        var (head, tail) = (from > first ? "…" : "", to < last ? "…" : "");
        stop = System.Math.Min(stop, to);
        return new Excerpt(head + Printable(text[from..to]) + tail, head.Length + WidthOf(text[from..start]), System.Math.Max(1, WidthOf(text[start..stop])));
    }

    /// <summary>The excerpt and below it the carets, each line after the given indent.</summary>
    public string WithCarets(string indent) => $"{indent}{Text}\n{indent}{new string(' ', Indent)}{new string('^', Width)}";

    private static int Back(ReadOnlySpan<char> text, int first, int start)
    {
        var from = start;
        for (var room = Before; from > first && room > 0; room--)
        {
            from--;
            room -= Columns(new Rune(char.IsSurrogate(text[from]) ? ' ' : text[from])) - 1;
        }

        return from > first && char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static int Forward(ReadOnlySpan<char> text, int from, int last)
    {
        var to = from;
        var room = Room;
        foreach (var rune in text[from..last].EnumerateRunes())
        {
            room -= Columns(rune);
            if (room < 0)
            {
                break;
            }

            to += rune.Utf16SequenceLength;
        }

        return to;
    }

    private static string Printable(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.ToString();
    }

    private static int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Columns(rune);
        }

        return width;
    }

    /// <summary>UAX11's W and F take two columns, marks none.</summary>
    private static int Columns(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1,
    };
}
