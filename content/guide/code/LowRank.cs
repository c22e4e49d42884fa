namespace Kanyin.Guide;

/// <summary>LoRA: a small pair of matrices beside a frozen one, or merged into it.</summary>
public static class LowRank
{
    // ANCHOR: lora
    // W：输出 × 输入；A：r × 输入；B：输出 × r
    public static double[][] Merge(
        double[][] w, double[][] a, double[][] b, double alpha)
    {
        double scale = alpha / a.Length;             // α ÷ r
        return [.. w.Select((row, i) => row.Select((x, j) => x
            + scale * b[i].Select((y, r) => y * a[r][j]).Sum()).ToArray())];
    }

    public static double[] Apart(
        double[][] w, double[][] a, double[][] b, double alpha, double[] x)
    {
        double scale = alpha / a.Length;
        double[] low = Multiply(b, Multiply(a, x));  // 先降到 r 维
        return [.. Multiply(w, x).Zip(low, (y, d) => y + scale * d)];
    }

    public static double[] Multiply(double[][] m, double[] x) =>
        [.. m.Select(row => Attention.Dot(row, x))];
    // ANCHOR_END: lora

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        double[][] w = [[1, 0, 2], [0, 1, 1]];
        double[][] a = [[1, 2, 0]], b = [[0.5], [-1]];
        double[] x = [1, 1, 1];
        double[][] merged = Merge(w, a, b, alpha: 2);
        output.WriteLine(Row.Of(merged[0], "F1"));
        output.WriteLine(Row.Of(merged[1], "F1"));
        output.WriteLine(Row.Of(Multiply(merged, x), "F1"));
        output.WriteLine(Row.Of(Apart(w, a, b, 2, x), "F1"));
        // ANCHOR_END: sample
    }
}
