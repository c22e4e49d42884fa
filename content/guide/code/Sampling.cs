namespace Kanyin.Guide;

/// <summary>Which tokens may be drawn, and the draw.</summary>
public static class Sampling
{
    // ANCHOR: sampling
    public static double[] TopK(double[] p, int k) =>
        Keep(p, Ranked(p).Take(k));

    public static double[] TopP(double[] p, double limit)
    {
        double sum = 0;                              // 含越过界线的那一个
        return Keep(p, Ranked(p).TakeWhile(i =>
        {
            bool isNeeded = sum < limit;
            sum += p[i];
            return isNeeded;
        }));
    }

    public static int Draw(double[] p, double u)     // u 在 [0, 1) 内均匀
    {
        for (int i = 0; i < p.Length; i++)
        {
            if (u < p[i]) return i;
            u -= p[i];
        }

        return Array.FindLastIndex(p, x => x > 0);   // 舍入误差的余地
    }

    private static IEnumerable<int> Ranked(double[] p) =>
        Enumerable.Range(0, p.Length).OrderByDescending(i => p[i]);

    private static double[] Keep(double[] p, IEnumerable<int> kept)
    {
        var set = kept.ToHashSet();
        double sum = set.Sum(i => p[i]);
        return [.. p.Select((x, i) => set.Contains(i) ? x / sum : 0)];
    }
    // ANCHOR_END: sampling

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        double[] p = [0.1, 0.4, 0.05, 0.25, 0.2];
        output.WriteLine(Row.Of(TopK(p, 2)));
        output.WriteLine(Row.Of(TopP(p, 0.8)));
        output.WriteLine(Draw(TopK(p, 2), u: 0.7));
        // ANCHOR_END: sample
    }
}
