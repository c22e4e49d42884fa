using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Pictures;

/// <summary>Format and size of a picture, from the head of its file. Sizes are 0 when the head does not give them.</summary>
internal readonly partial record struct PictureHead(PictureFormat Format, int Width = 0, int Height = 0, int Orientation = 1)
{
    private const int HeadLength = 32 << 10;

    public static PictureHead Read(Stream stream)
    {
        var buffer = new byte[HeadLength];
        var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false));
        return head switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] when head.Length >= 24 =>
                new(PictureFormat.Png, Positive(BinaryPrimitives.ReadInt32BigEndian(head[16..])), Positive(BinaryPrimitives.ReadInt32BigEndian(head[20..]))),
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(stream),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', _, (byte)'a', ..] when head.Length >= 10 =>
                new(PictureFormat.Gif, BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..])),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] when head.Length >= 30 => WebP(head),
            [(byte)'B', (byte)'M', ..] when head.Length >= 26 && BinaryPrimitives.ReadInt32LittleEndian(head[14..]) >= 40 =>
                new(PictureFormat.Bmp, Positive(BinaryPrimitives.ReadInt32LittleEndian(head[18..])), Positive(BinaryPrimitives.ReadInt32LittleEndian(head[22..]))),
            _ => Svg(head),
        };
    }

    // The height of a BMP is negative when its rows go from top to bottom.
    private static int Positive(int value) => value == int.MinValue ? 0 : System.Math.Abs(value);

    private static PictureHead WebP(ReadOnlySpan<byte> head) => Encoding.ASCII.GetString(head[12..16]) switch
    {
        // RFC 9649 2.5 to 2.7: lossy, lossless, extended.
        "VP8 " => new(PictureFormat.WebP, BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF),
        "VP8L" => BinaryPrimitives.ReadUInt32LittleEndian(head[21..]) is var bits ? new(PictureFormat.WebP, (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1) : default,
        "VP8X" => new(PictureFormat.WebP, (head[24] | (head[25] << 8) | (head[26] << 16)) + 1, (head[27] | (head[28] << 8) | (head[29] << 16)) + 1),
        _ => new(PictureFormat.WebP),
    };

    /// <summary>Walks the segments to the start of frame (ITU-T T.81 B.1.1), noting EXIF's orientation on the way.</summary>
    private static PictureHead Jpeg(Stream stream)
    {
        var orientation = 1;
        Span<byte> marker = stackalloc byte[9];
        for (long at = 2; ;)
        {
            stream.Position = at;
            if (stream.ReadAtLeast(marker, 9, throwOnEndOfStream: false) < 9 || marker[0] != 0xFF)
            {
                return new(PictureFormat.Jpeg, Orientation: orientation);
            }

            var (code, length) = (marker[1], BinaryPrimitives.ReadUInt16BigEndian(marker[2..]));
            if (code == 0xFF)
            {
                at++;
                continue;
            }

            // SOF0 to SOF15 without DHT, JPG and DAC: baseline and progressive alike.
            if (code is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new(PictureFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(marker[7..]), BinaryPrimitives.ReadUInt16BigEndian(marker[5..]), orientation);
            }

            if (code == 0xE1)
            {
                var segment = new byte[length];
                stream.Position = at + 4;
                orientation = ExifOrientation(segment.AsSpan(0, stream.ReadAtLeast(segment, length, throwOnEndOfStream: false))) ?? orientation;
            }

            at += 2 + length;
        }
    }

    /// <summary>Tag 0x0112 of the first directory (Exif 2.3, 4.6.4).</summary>
    private static int? ExifOrientation(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 20 || !segment.StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = segment[6..];
        var isLittle = tiff[0] == 'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return null;
        }

        var count = Short(tiff[(int)directory..], isLittle);
        for (var i = 0; i < count && (int)directory + 2 + (i * 12) + 12 <= tiff.Length; i++)
        {
            var entry = tiff[((int)directory + 2 + (i * 12))..];
            if (Short(entry, isLittle) == 0x0112)
            {
                return Short(entry[8..], isLittle) is >= 1 and <= 8 and var value ? value : null;
            }
        }

        return null;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static PictureHead Svg(ReadOnlySpan<byte> head)
    {
        var element = SvgElement().Match(Encoding.UTF8.GetString(head));
        if (!element.Success)
        {
            return new(PictureFormat.Unknown);
        }

        var attributes = SvgAttribute().Matches(element.Groups[1].Value).GroupBy(m => m.Groups[1].Value, m => m.Groups[2].Value).ToDictionary(g => g.Key, g => g.First());
        var box = attributes.GetValueOrDefault("viewBox", "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
        var (boxWidth, boxHeight) = box.Length == 4 ? (box[2], box[3]) : (0, 0);
        var (width, height) = (Length(attributes.GetValueOrDefault("width")), Length(attributes.GetValueOrDefault("height")));
        return (width, height) switch
        {
            ( > 0, > 0) => new(PictureFormat.Svg, Round(width), Round(height)),
            ( > 0, _) => new(PictureFormat.Svg, Round(width), Round(boxWidth > 0 ? width * boxHeight / boxWidth : 0)),
            (_, > 0) => new(PictureFormat.Svg, Round(boxHeight > 0 ? height * boxWidth / boxHeight : 0), Round(height)),
            _ => new(PictureFormat.Svg, Round(boxWidth), Round(boxHeight)),
        };
    }

    private static int Round(double value) => value is > 0 and < 1e6 ? System.Math.Max(1, (int)(value + 0.5)) : 0;

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    /// <summary>A CSS length in pixels (1/96 inch); 0 for percentages and what is not a length.</summary>
    private static double Length(string? text)
    {
        var match = CssLength().Match(text ?? "");
        return !match.Success ? 0 : Number(match.Groups[1].Value) * match.Groups[2].Value.ToLowerInvariant() switch
        {
            "" or "px" => 1,
            "pt" => 4 / 3.0,
            "pc" => 16,
            "in" => 96,
            "cm" => 96 / 2.54,
            "mm" => 96 / 25.4,
            "em" or "rem" => 16,
            "ex" => 8,
            _ => 0,
        };
    }

    // Before the element only what an XML prolog holds (XML 1.0 2.8): a web page with a drawing in it is no picture.
    [GeneratedRegex("""\A\uFEFF?(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+svg[^>\[]*(?:\[.*?\]\s*)?>)*(<svg[\s>][^>]*>?)""", RegexOptions.Singleline)]
    private static partial Regex SvgElement();

    [GeneratedRegex("""(?<=\s)(width|height|viewBox)\s*=\s*["']([^"']*)["']""")]
    private static partial Regex SvgAttribute();

    [GeneratedRegex(@"^\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*([A-Za-z%]*)\s*$")]
    private static partial Regex CssLength();
}
