using System.Text;
using System.Text.Json;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Reports;

/// <summary>
/// The findings that a book had when it began to be checked. They are known by their rule, their file and the words of their
/// line, so that lines may come and go above them. A file of one JSON object a line.
/// </summary>
internal sealed class Baseline
{
    private const int LongestText = 200;

    private readonly Dictionary<Entry, int> _counts = [];

    /// <exception cref="UsageException">The file is not there, or is no baseline.</exception>
    public static Baseline Read(string path)
    {
        var baseline = new Baseline();
        try
        {
            foreach (var (i, line) in File.ReadLines(path).Index())
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                var entry = Parse(line) ?? throw new UsageException($"{path}: line {i + 1} is not an entry of a baseline.");
                baseline._counts[entry] = baseline._counts.GetValueOrDefault(entry) + 1;
            }
        }
        catch (FileNotFoundException)
        {
            throw new UsageException($"There is no baseline {path}; --write-baseline makes one.");
        }

        return baseline;
    }

    public static void Write(string path, IEnumerable<Diagnostic> findings) => EditionFile.Write(Path.GetFullPath(path), stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        foreach (var line in findings.Select(f => JsonSerializer.Serialize(EntryOf(f), JsonReport.Options)).Order(StringComparer.Ordinal))
        {
            writer.WriteLine(line);
        }
    });

    /// <summary>The findings that are not in the baseline, and how many of its entries no finding has any more.</summary>
    public (IReadOnlyList<Diagnostic> New, int Mended) Without(IReadOnlyList<Diagnostic> findings)
    {
        var left = new Dictionary<Entry, int>(_counts);
        var fresh = new List<Diagnostic>();
        foreach (var finding in findings)
        {
            var entry = EntryOf(finding);
            if (left.GetValueOrDefault(entry) is var count and > 0)
            {
                left[entry] = count - 1;
            }
            else
            {
                fresh.Add(finding);
            }
        }

        return (fresh, left.Values.Sum());
    }

    private static Entry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(line, JsonReport.Options) is { Id: not null, File: not null, Text: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Entry EntryOf(Diagnostic finding)
    {
        var text = finding.At.LineText.Trim();
        return new Entry(finding.Kind.Id, finding.At.File.Path, text.Length > LongestText ? text[..LongestText] : text);
    }

    private sealed record Entry(string Id, string File, string Text);
}
