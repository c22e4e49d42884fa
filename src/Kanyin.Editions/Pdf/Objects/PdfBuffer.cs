using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kanyin.Editions.Pdf.Objects;

/// <summary>
/// PDF syntax in the making. An interpolated string becomes one: its literal parts are syntax, its values are written
/// as PDF objects, so <c>$"&lt;&lt;/Title {title}/First {first}&gt;&gt;"</c> reads like the file.
/// </summary>
[InterpolatedStringHandler]
internal sealed class PdfBuffer
{
    private const int Decimals = 4;
    private byte[] _bytes;

    public PdfBuffer() => _bytes = new byte[256];

    public PdfBuffer(int literalLength, int formattedCount) => _bytes = new byte[literalLength + (formattedCount * 8) + 8];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void AppendLiteral(string syntax)
    {
        var room = Grow(syntax.Length);
        for (var i = 0; i < syntax.Length; i++)
        {
            room[i] = (byte)syntax[i];
        }
    }

    public void AppendFormatted(PdfRef reference)
    {
        Integer(reference.Number);
        Syntax(" 0 R"u8);
    }

    public void AppendFormatted(int value) => Integer(value);

    public void AppendFormatted(double value) => Number(value);

    public void AppendFormatted(PdfBuffer syntax) => Syntax(syntax.Written);

    /// <summary>A text string (ISO 32000-1 7.9.2.2): ASCII as it is, the rest as UTF-16BE.</summary>
    public void AppendFormatted(string text)
    {
        if (IsPrintableAscii(text))
        {
            Byte((byte)'(');
            foreach (var c in text)
            {
                StringByte((byte)c);
            }
        }
        else
        {
            Syntax([(byte)'(', 0xFE, 0xFF]);
            foreach (var c in text)
            {
                Code(c);
            }
        }

        Byte((byte)')');
    }

    /// <summary>A name (7.3.5); bytes other than regular printable ones as #xx.</summary>
    public void AppendFormatted(PdfName name)
    {
        Byte((byte)'/');
        foreach (var b in System.Text.Encoding.UTF8.GetBytes(name.Value))
        {
            if (b is > 32 and < 127 && !"()<>[]{}/%#".Contains((char)b, StringComparison.Ordinal))
            {
                Byte(b);
            }
            else
            {
                AppendLiteral("#" + b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Names the type where the language would make an interpolated string a string.</summary>
    public static PdfBuffer Of(PdfBuffer syntax) => syntax;

    public PdfBuffer Append(PdfBuffer syntax) => Syntax(syntax.Written);

    public PdfBuffer Syntax(ReadOnlySpan<byte> syntax)
    {
        syntax.CopyTo(Grow(syntax.Length));
        return this;
    }

    public PdfBuffer Byte(byte value)
    {
        if (Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, Length * 2);
        }

        _bytes[Length++] = value;
        return this;
    }

    /// <summary>Two bytes of a literal string, high byte first.</summary>
    public void Code(ushort code)
    {
        StringByte((byte)(code >> 8));
        StringByte((byte)code);
    }

    public PdfBuffer Integer(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        System.Buffers.Text.Utf8Formatter.TryFormat(value, digits, out var length);
        return Syntax(digits[..length]);
    }

    /// <summary>A real number of at most four decimals, without exponent, superfluous zeros or a zero before the point.</summary>
    public PdfBuffer Number(double value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(value), 1e9);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsNaN(value), true);
        var scaled = (long)Math.Round(value * 10_000);
        var (whole, fraction) = Math.DivRem(Math.Abs(scaled), 10_000);
        if (scaled < 0)
        {
            Byte((byte)'-');
        }

        if (whole != 0 || fraction == 0)
        {
            Integer(whole);
        }

        if (fraction != 0)
        {
            Byte((byte)'.');
            for (int unit = 1000, place = 0; place < Decimals && fraction != 0; place++, unit /= 10)
            {
                (var digit, fraction) = Math.DivRem(fraction, unit);
                Byte((byte)('0' + digit));
            }
        }

        return this;
    }

    // 7.3.4.2: a bare carriage return would be read as a line feed.
    private void StringByte(byte b)
    {
        if (b is (byte)'(' or (byte)')' or (byte)'\\')
        {
            Byte((byte)'\\');
        }
        else if (b == '\r')
        {
            Byte((byte)'\\');
            b = (byte)'r';
        }

        Byte(b);
    }

    private Span<byte> Grow(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }

    private static bool IsPrintableAscii(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;
}
