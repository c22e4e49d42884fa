namespace Kanyin.Guide;

/// <summary>Scaled dot-product attention; a row is the vector of one token.</summary>
public static class Attention
{
    // ANCHOR: attention
    public static double[][] Of(double[][] q, double[][] k, double[][] v) =>
        [.. q.Select(row => Attend(row, k, v))];

    public static double[] Attend(
        double[] q, IReadOnlyList<double[]> k, IReadOnlyList<double[]> v)
    {
        double scale = 1 / Math.Sqrt(q.Length);      // 除以 √d
        double[] w = Softmax.Of([.. k.Select(key => scale * Dot(q, key))]);
        var result = new double[v[0].Length];
        for (int j = 0; j < w.Length; j++)           // 按权重把值加起来
        {
            for (int d = 0; d < result.Length; d++)
            {
                result[d] += w[j] * v[j][d];
            }
        }

        return result;
    }

    public static double Dot(double[] a, double[] b) =>
        a.Zip(b, (x, y) => x * y).Sum();
    // ANCHOR_END: attention

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        double[][] q = [[1, 0], [0, 1]];
        double[][] k = [[1, 0], [0, 1], [1, 1]];
        double[][] v = [[1, 2], [3, 4], [5, 6]];
        foreach (double[] row in Of(q, k, v))
        {
            output.WriteLine(Row.Of(row));
        }
        // ANCHOR_END: sample
    }
}
