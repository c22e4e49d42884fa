using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 19005-2 6.1: header, trailer, streams, limits.</summary>
internal static class FileClauses
{
    // 6.1.13.
    private const int LongestString = 32767, LongestName = 127;
    private const double LargestNumber = int.MaxValue;

    public static void Check(Inspection inspection)
    {
        var file = inspection.File;
        inspection.Require(HasHeader(file.Header), Header, "The first line is not %PDF-1.7, or no comment of four bytes above 127 follows.");
        inspection.Require(file.Items(file.Trailer.Entries.GetValueOrDefault("ID")) is [CosString { Bytes.Length: > 0 }, CosString], FileIdentifier, "The trailer's ID is missing.");
        inspection.Require(!file.Trailer.Entries.ContainsKey("Encrypt"), Encryption, "The trailer names an encryption dictionary.");
        foreach (var (number, value) in file.Objects)
        {
            if (value is CosStream stream)
            {
                CheckStream(number, stream, inspection);
            }

            if (IsTooLarge(value))
            {
                inspection.Report(Limits, $"Object {number} holds a string above {LongestString} bytes, a name above {LongestName} or a number above 2³¹.");
            }
        }
    }

    // 6.1.2
    private static bool HasHeader(byte[] header) =>
        header.AsSpan().StartsWith("%PDF-1.7\n%"u8) && header.Length >= 14 && header.AsSpan(10, 4).IndexOfAnyInRange((byte)0, (byte)127) < 0;

    // 6.1.7
    private static void CheckStream(int number, CosStream stream, Inspection inspection)
    {
        var filters = stream.Entries.GetValueOrDefault("Filter") switch
        {
            CosName name => [name.Value],
            CosArray array => array.Items.OfType<CosName>().Select(n => n.Value).ToList(),
            _ => new List<string>(),
        };
        var isOutside = stream.Entries.ContainsKey("F") || stream.Entries.ContainsKey("FFilter") || stream.Entries.ContainsKey("FDecodeParms");
        inspection.Require(!isOutside && !filters.Exists(f => f is not ("FlateDecode" or "DCTDecode")), Streams, $"Object {number} has the filters {string.Join(", ", filters)}{(isOutside ? " and an external file" : "")}.");
    }

    private static bool IsTooLarge(CosValue value) => value switch
    {
        CosString text => text.Bytes.Length > LongestString,
        CosName name => name.Value.Length > LongestName,
        CosNumber number => Math.Abs(number.Value) > LargestNumber,
        CosArray array => array.Items.Exists(IsTooLarge),
        CosDictionary dictionary => dictionary.Entries.Any(e => e.Key.Length > LongestName || IsTooLarge(e.Value)),
        _ => false,
    };
}
