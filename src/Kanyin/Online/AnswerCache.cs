using System.Text;
using System.Text.Json;
using Kanyin.Reports;

namespace Kanyin.Online;

/// <summary>Answers of earlier days, one JSON object a line, so that each address is asked once a week and not at each run.</summary>
internal sealed class AnswerCache(string path)
{
    private readonly Dictionary<string, Entry> _entries = Read(path);

    /// <summary>An answer that is still believed, or with no limit any that there is; else null. Only good answers, and what robots.txt says, are believed: the rest may be mended by now.</summary>
    public WebAnswer? Find(string address, DateTimeOffset? youngest) =>
        _entries.TryGetValue(address, out var entry) && (youngest is null || (entry.At >= youngest && entry.Answer.Outcome is WebOutcome.Good or WebOutcome.NotAsked)) ? entry.Answer : null;

    public void Add(string address, DateTimeOffset at, WebAnswer answer) => _entries[address] = new Entry(address, at, answer);

    /// <summary>Keeps the addresses that the book still has.</summary>
    public void Write(IReadOnlySet<string> addresses) => EditionFile.Write(Path.GetFullPath(path), stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        foreach (var entry in _entries.Values.Where(e => addresses.Contains(e.Address)).OrderBy(e => e.Address, StringComparer.Ordinal))
        {
            writer.WriteLine(JsonSerializer.Serialize(entry, JsonReport.Options));
        }
    });

    private static Dictionary<string, Entry> Read(string path)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize<Entry>(line, JsonReport.Options) is { Address: not null, Answer: not null } entry)
                {
                    entries[entry.Address] = entry;
                }
            }
            catch (JsonException)
            {
                // What cannot be read is asked again.
            }
        }

        return entries;
    }

    private sealed record Entry(string Address, DateTimeOffset At, WebAnswer Answer);
}
