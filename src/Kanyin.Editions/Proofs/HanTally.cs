using System.Runtime.InteropServices;
using System.Text;

namespace Kanyin.Editions.Proofs;

/// <summary>How often each Han character occurs in a text: the ideographs of Unicode and 〇, without marks and radicals.</summary>
public sealed class HanTally
{
    private readonly Dictionary<int, long> _counts = [];

    public long Total { get; private set; }

    public void Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHan(rune))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, rune.Value, out _)++;
                Total++;
            }
        }
    }

    public void Add(HanTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (character, count) in other._counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, character, out _) += count;
        }

        Total += other.Total;
    }

    /// <summary>How many of these characters are in the other text too: what it has more often makes up for nothing that it lacks.</summary>
    public long In(HanTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _counts.Sum(c => Math.Min(c.Value, other._counts.GetValueOrDefault(c.Key)));
    }

    private static bool IsHan(Rune rune) => rune.Value is 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
