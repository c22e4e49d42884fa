using System.IO.Compression;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Tests.Pdf;

/// <summary>A PDF file as readable text: every object by number, streams unpacked. Reads only what PdfFile writes.</summary>
internal static partial class PdfDump
{
    /// <summary>All objects in order of number; text strings decoded; binary streams as their length.</summary>
    public static string Of(byte[] file)
    {
        var objects = new SortedDictionary<int, string>();
        foreach (var (number, dictionary, data) in Streams(file))
        {
            if (dictionary.Contains("/Type/ObjStm", StringComparison.Ordinal))
            {
                foreach (var (inner, body) in Inner(dictionary, Latin1(data)))
                {
                    objects.Add(inner, body);
                }
            }
            else
            {
                objects.Add(number, dictionary + (IsText(dictionary) ? "\n" + Readable(Latin1(data)) : ""));
            }
        }

        var dump = string.Concat(objects.Select(o => $"{o.Key}: {Readable(o.Value).TrimEnd()}\n"));
        return Identifier().Replace(dump, "/ID[…]"); // a hash of compressed bytes, which a new .NET may pack otherwise
    }

    /// <summary>The page contents, unpacked, one char a byte.</summary>
    public static string Content(byte[] file) =>
        string.Concat(Streams(file).Where(s => IsText(s.Dictionary)).Select(s => Latin1(s.Data)).Where(t => !t.StartsWith("/CIDInit", StringComparison.Ordinal)));

    private static IEnumerable<(int Number, string Dictionary, byte[] Data)> Streams(byte[] file)
    {
        foreach (Match m in StreamHead().Matches(Latin1(file)))
        {
            var length = int.Parse(m.Groups["length"].Value, CultureInfo.InvariantCulture);
            var data = file.AsSpan(m.Index + m.Length, length).ToArray();
            var dictionary = m.Groups["dictionary"].Value;
            if (dictionary.Contains("/FlateDecode", StringComparison.Ordinal))
            {
                using var flate = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
                using var plain = new MemoryStream();
                flate.CopyTo(plain);
                data = plain.ToArray();
            }

            yield return (int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture), dictionary, data);
        }
    }

    private static IEnumerable<(int Number, string Body)> Inner(string dictionary, string data)
    {
        var first = int.Parse(First().Match(dictionary).Groups[1].Value, CultureInfo.InvariantCulture);
        var index = data[..first].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < index.Length; i += 2)
        {
            yield return (index[i], i + 3 < index.Length ? data[(first + index[i + 1])..(first + index[i + 3])] : data[(first + index[i + 1])..]);
        }
    }

    // Page contents and ToUnicode have no entries of their own but the filter.
    private static bool IsText(string dictionary) => Plain().IsMatch(dictionary);

    private static string Readable(string text)
    {
        text = Utf16().Replace(text, m => "“" + Encoding.BigEndianUnicode.GetString(Encoding.Latin1.GetBytes(Escape().Replace(m.Groups[1].Value, e => e.Value[1] == 'r' ? "\r" : e.Value[1..]))) + "”");
        return string.Concat(text.Select(c => c is '\n' or (>= ' ' and not (>= '\x7F' and < '\xA0')) ? c.ToString() : $"\\{(int)c:X2}"));
    }

    private static string Latin1(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    [GeneratedRegex(@"(?<number>\d+) 0 obj\n<<(?<dictionary>[^\n]*)/Length (?<length>\d+)>>stream\n")]
    private static partial Regex StreamHead();

    [GeneratedRegex(@"/ID\[[^\]]*\]")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"/First (\d+)")]
    private static partial Regex First();

    [GeneratedRegex(@"^(/Filter/FlateDecode)$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\(\xFE\xFF((?:\\.|[^\\)])*)\)", RegexOptions.Singleline)]
    private static partial Regex Utf16();

    [GeneratedRegex(@"\\.", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
