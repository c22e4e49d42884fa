namespace Kanyin.Guide;

/// <summary>Near duplicates found by the least hash values of their pieces.</summary>
public static class MinHash
{
    // ANCHOR: minhash
    public static uint[] Signature(string text, int size) =>
        [.. Enumerable.Range(0, size).Select(seed =>
            Pieces(text).Min(piece => Hash(piece, (uint)seed)))];

    public static double Estimate(uint[] a, uint[] b) =>
        a.Zip(b).Count(x => x.First == x.Second) / (double)a.Length;

    public static double Jaccard(string a, string b)
    {
        HashSet<string> x = Pieces(a), y = Pieces(b);
        double both = x.Count(y.Contains);
        return both / (x.Count + y.Count - both);
    }

    /// <summary>分成若干段、每段几行，至少一段全同的概率。</summary>
    public static double Caught(double similarity, int bands, int rows) =>
        1 - Math.Pow(1 - Math.Pow(similarity, rows), bands);

    private static HashSet<string> Pieces(string text) =>   // 三字一片
        [.. Enumerable.Range(0, Math.Max(1, text.Length - 2))
            .Select(i => text[i..Math.Min(i + 3, text.Length)])];

    private static uint Hash(string piece, uint seed)
    {
        uint h = 2166136261 ^ (seed * 0x9E3779B9);   // 每行一个种子
        foreach (char c in piece)
        {
            h = (h ^ c) * 16777619;                  // FNV-1a
        }

        h = (h ^ (h >> 16)) * 0x85EBCA6B;            // 搅匀高低位
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }
    // ANCHOR_END: minhash

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        string a = "大模型的训练语料要先去重，再按配比混合。";
        string b = "大模型的训练语料要先去重，再按比例混合。";
        output.WriteLine($"{Jaccard(a, b):F3}");
        output.WriteLine(
            $"{Estimate(Signature(a, 256), Signature(b, 256)):F3}");
        output.WriteLine($"{Caught(0.8, 20, 5):F3}  {Caught(0.3, 20, 5):F3}");
        // ANCHOR_END: sample
    }
}
