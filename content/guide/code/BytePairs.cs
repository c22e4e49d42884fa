namespace Kanyin.Guide;

/// <summary>Byte-pair encoding: merges learnt from counted words, then applied to a new word.</summary>
public static class BytePairs
{
    // ANCHOR: train
    public static List<(string, string)> Train(
        IReadOnlyDictionary<string, int> words, int merges)
    {
        var texts = words.Select(w => (Parts: Split(w.Key), w.Value)).ToList();
        var learnt = new List<(string, string)>();
        while (learnt.Count < merges)
        {
            var best = texts
                .SelectMany(t => t.Parts.Zip(t.Parts.Skip(1))
                    .Select(pair => (Pair: pair, Count: t.Value)))
                .GroupBy(x => x.Pair, x => x.Count)
                .OrderByDescending(g => g.Sum())     // 次数相同，按字典序
                .ThenBy(g => g.Key.First, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Second, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best is null) break;                 // 没有可合并的了
            learnt.Add(best.Key);
            texts = [.. texts.Select(t => (Merge(t.Parts, best.Key), t.Value))];
        }

        return learnt;
    }
    // ANCHOR_END: train

    // ANCHOR: encode
    public static List<string> Encode(
        string word, IEnumerable<(string, string)> merges) =>
        merges.Aggregate(Split(word), Merge);        // 按学到的先后合并

    private static List<string> Split(string word) =>
        [.. word.EnumerateRunes().Select(rune => rune.ToString())];

    private static List<string> Merge(
        List<string> parts, (string Left, string Right) pair)
    {
        var result = new List<string>();
        for (int i = 0; i < parts.Count; i++)
        {
            bool meets = i + 1 < parts.Count
                && (parts[i], parts[i + 1]) == pair;
            result.Add(meets ? parts[i] + parts[++i] : parts[i]);
        }

        return result;
    }
    // ANCHOR_END: encode

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        var words = new Dictionary<string, int>
        {
            ["low"] = 5, ["lower"] = 2, ["newest"] = 6, ["widest"] = 3,
        };
        var merges = Train(words, 4);
        output.WriteLine(string.Join("  ", merges));
        output.WriteLine(string.Join(" | ", Encode("lowest", merges)));
        output.WriteLine(string.Join(" | ", Encode("newer", merges)));
        // ANCHOR_END: sample
    }
}
