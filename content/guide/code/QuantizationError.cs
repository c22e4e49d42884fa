namespace Kanyin.Guide;

/// <summary>What eight bits cost, and what one outlier does to it.</summary>
public static class QuantizationError
{
    public static void Sample(TextWriter output)
    {
        // ANCHOR: all
        (sbyte[] Q, float Scale) Quantize(float[] x)
        {
            float scale = x.Max(MathF.Abs) / 127f;
            var q = x.Select(a => (sbyte)Math.Clamp(
                MathF.Round(a / scale), -127f, 127f));
            return (q.ToArray(), scale);
        }

        float Rmse(float[] x)
        {
            var (q, s) = Quantize(x);
            var error = x.Zip(q, (a, b) => a - b * s);
            return MathF.Sqrt(error.Average(e => e * e));
        }

        var rng = new Random(7);
        float Normal() => (float)(Math.Sqrt(-2 * Math.Log(1 - rng.NextDouble()))
            * Math.Cos(2 * Math.PI * rng.NextDouble()));
        var w = Enumerable.Range(0, 4096)
            .Select(_ => 0.02f * Normal()).ToArray();

        output.WriteLine($"逐张量        {Rmse(w):E2}");
        w[100] = 2f;                                     // 一个离群值
        output.WriteLine($"加一个离群值  {Rmse(w):E2}");
        var blocks = w.Chunk(64).Select(Rmse).ToArray();
        output.WriteLine($"64 个一组     " +
            $"{MathF.Sqrt(blocks.Average(e => e * e)):E2}");
        output.WriteLine($"各组中位数    {blocks.Order().ElementAt(32):E2}");
        // ANCHOR_END: all
    }
}
