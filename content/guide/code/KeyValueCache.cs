namespace Kanyin.Guide;

/// <summary>Attention that sees no later token: all at once with a mask, or token by token with a cache.</summary>
public sealed class KeyValueCache
{
    // ANCHOR: masked
    public static double[][] Masked(double[][] q, double[][] k, double[][] v)
    {
        double scale = 1 / Math.Sqrt(q[0].Length);
        var result = new double[q.Length][];
        for (int i = 0; i < q.Length; i++)
        {
            double[] scores = [.. k.Select((key, j) =>
                j > i ? double.NegativeInfinity      // 看不见后文
                      : scale * Attention.Dot(q[i], key))];
            double[] w = Softmax.Of(scores);
            result[i] = [.. v[0].Select((_, d) =>
                w.Select((x, j) => x * v[j][d]).Sum())];
        }

        return result;
    }
    // ANCHOR_END: masked

    // ANCHOR: cache
    private readonly List<double[]> _keys = [], _values = [];

    public double[] Step(double[] q, double[] k, double[] v)
    {
        _keys.Add(k);                                // 每个词元只算一次
        _values.Add(v);
        return Attention.Attend(q, _keys, _values);
    }

    /// <summary>整个模型的缓存，以字节计。</summary>
    public static long Bytes(
        int layers, int heads, int headSize, long tokens, int bytesEach) =>
        2L * layers * heads * headSize * tokens * bytesEach;
    // ANCHOR_END: cache

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        double[][] q = [[1, 0], [0, 1], [1, 1]];
        double[][] v = [[1, 2], [3, 4], [5, 6]];
        double[][] masked = Masked(q, q, v);         // 令 K = Q
        var cache = new KeyValueCache();
        for (int i = 0; i < q.Length; i++)
        {
            output.WriteLine($"{Row.Of(masked[i])}  |  " +
                Row.Of(cache.Step(q[i], q[i], v[i])));
        }

        output.WriteLine(Bytes(80, 8, 128, tokens: 1, bytesEach: 2));
        // ANCHOR_END: sample
    }
}
