namespace Kanyin.Guide;

/// <summary>A small model's guess, taken or drawn anew so that the large model's distribution is kept.</summary>
public static class Speculative
{
    // ANCHOR: speculative
    public static (int Token, bool IsAccepted) Check(
        double[] p, double[] q, int guess, double u, double v)
    {
        if (u * q[guess] < p[guess])                 // 概率 min(1, p ÷ q)
        {
            return (guess, true);
        }

        return (Sampling.Draw(Rest(p, q), v), false);
    }

    public static double[] Result(double[] p, double[] q)
    {
        double accepted = p.Zip(q, Math.Min).Sum();
        double[] rest = accepted < 1 ? Rest(p, q) : new double[p.Length];
        return [.. p.Select((x, i) =>
            Math.Min(x, q[i]) + ((1 - accepted) * rest[i]))];
    }

    /// <summary>猜 n 个、各以概率 a 被接受，一次前向平均得几个词元。</summary>
    public static double Expected(double a, int n) =>
        a < 1 ? (1 - Math.Pow(a, n + 1)) / (1 - a) : n + 1;

    private static double[] Rest(double[] p, double[] q)
    {
        double[] more = [.. p.Zip(q, (x, y) => Math.Max(0, x - y))];
        double sum = more.Sum();                     // 拒绝过，就大于 0
        return [.. more.Select(x => x / sum)];
    }
    // ANCHOR_END: speculative

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        double[] p = [0.5, 0.3, 0.2], q = [0.7, 0.1, 0.2];
        output.WriteLine(Check(p, q, guess: 0, u: 0.6, v: 0.5));
        output.WriteLine(Check(p, q, guess: 0, u: 0.9, v: 0.5));
        output.WriteLine(Row.Of(Result(p, q)));
        output.WriteLine($"{Expected(0.8, 4):F2}");
        // ANCHOR_END: sample
    }
}
