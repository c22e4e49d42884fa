namespace Kanyin.Guide;

/// <summary>Symmetric quantisation to eight bits.</summary>
public static class Int8
{
    // ANCHOR: int8
    public static (sbyte[] Q, float Scale) Quantize(float[] x)
    {
        float scale = x.Max(MathF.Abs) / 127f;
        if (scale == 0) return (new sbyte[x.Length], 1f);
        var q = x.Select(a => (sbyte)Math.Clamp(
            MathF.Round(a / scale), -127f, 127f));
        return ([.. q], scale);
    }

    public static float[] Restore(sbyte[] q, float scale) =>
        [.. q.Select(a => a * scale)];
    // ANCHOR_END: int8

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        var (q, scale) = Quantize([0.5f, -1.27f, 0.004f, 0.9f]);
        output.WriteLine($"{string.Join("  ", q)}  ×  {scale:F2}");
        output.WriteLine(Row.Of(Restore(q, scale).Select(x => (double)x)));
        // ANCHOR_END: sample
    }
}
