using System.Globalization;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Reads the numbers and words that attributes of SVG are made of.</summary>
internal ref struct ValueScanner(ReadOnlySpan<char> text)
{
    /// <summary>No picture needs more, and sums and products of such numbers stay finite.</summary>
    private const double Largest = 1e7;

    private readonly int _length = text.Length;
    private ReadOnlySpan<char> _rest = text;

    /// <summary>Characters read so far.</summary>
    public readonly int Position => _length - _rest.Length;

    /// <summary>Nothing but white space is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            _rest = _rest.TrimStart();
            return _rest.IsEmpty;
        }
    }

    /// <summary>White space with at most one comma in it.</summary>
    public void SkipSeparator()
    {
        _rest = _rest.TrimStart();
        if (_rest is [',', ..])
        {
            _rest = _rest[1..].TrimStart();
        }
    }

    public bool Skip(char wanted)
    {
        _rest = _rest.TrimStart();
        if (_rest.IsEmpty || _rest[0] != wanted)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    /// <summary>Letters, digits, hyphens and percent signs; empty when there are none.</summary>
    public ReadOnlySpan<char> Word()
    {
        var length = 0;
        while (length < _rest.Length && (char.IsAsciiLetterOrDigit(_rest[length]) || _rest[length] is '-' or '%' or '_'))
        {
            length++;
        }

        var word = _rest[..length];
        _rest = _rest[length..];
        return word;
    }

    /// <summary>A letter that is no part of a number, else null.</summary>
    public char? Letter()
    {
        _rest = _rest.TrimStart();
        if (_rest.IsEmpty || !char.IsAsciiLetter(_rest[0]))
        {
            return null;
        }

        var letter = _rest[0];
        _rest = _rest[1..];
        return letter;
    }

    /// <summary>The 0 or 1 of an arc, which needs no separator behind it; else null.</summary>
    public bool? Flag()
    {
        SkipSeparator();
        if (_rest is not ['0' or '1', ..])
        {
            return null;
        }

        var flag = _rest[0] == '1';
        _rest = _rest[1..];
        return flag;
    }

    /// <summary>A number after an optional separator, kept within bounds; else null.</summary>
    public double? Number()
    {
        SkipSeparator();
        var length = NumberLength(_rest);
        if (length == 0 || !double.TryParse(_rest[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        _rest = _rest[length..];
        return Math.Clamp(value, -Largest, Largest);
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var at = text is ['+' or '-', ..] ? 1 : 0;
        var digits = Digits(text, ref at);
        if (at < text.Length && text[at] == '.')
        {
            at++;
            digits += Digits(text, ref at);
        }

        if (digits == 0)
        {
            return 0;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var end = at + 1;
            end += end < text.Length && text[end] is '+' or '-' ? 1 : 0;
            if (Digits(text, ref end) > 0) // else it is a unit: em, ex
            {
                at = end;
            }
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }
}
