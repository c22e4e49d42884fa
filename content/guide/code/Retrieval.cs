namespace Kanyin.Guide;

/// <summary>The vectors nearest by cosine: all of them compared, or only those of the nearest cells.</summary>
public static class Retrieval
{
    // ANCHOR: exact
    public static double Cosine(double[] a, double[] b)
    {
        double norms = Math.Sqrt(Attention.Dot(a, a) * Attention.Dot(b, b));
        return norms == 0 ? 0 : Attention.Dot(a, b) / norms;
    }

    public static int[] Nearest(
        double[] query, double[][] vectors, IEnumerable<int> among, int k) =>
        [.. among.OrderByDescending(i => Cosine(query, vectors[i]))
            .ThenBy(i => i).Take(k)];                // 同分时次序固定
    // ANCHOR_END: exact

    // ANCHOR: inverted
    public static ILookup<int, int> Index(
        double[][] vectors, double[][] centres) =>
        Enumerable.Range(0, vectors.Length).ToLookup(
            i => Nearest(vectors[i], centres, Every(centres), 1)[0]);

    public static int[] Search(
        double[] query, double[][] vectors, double[][] centres,
        ILookup<int, int> index, int probes, int k)
    {
        int[] cells = Nearest(query, centres, Every(centres), probes);
        return Nearest(query, vectors, cells.SelectMany(c => index[c]), k);
    }

    private static IEnumerable<int> Every(double[][] vectors) =>
        Enumerable.Range(0, vectors.Length);
    // ANCHOR_END: inverted

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        double[][] vectors = [[1, 0.1], [1, 0.8], [0.8, 1], [0.1, 1]];
        double[][] centres = [[1, 0], [0, 1]];
        double[] query = [1, 0.9];
        var index = Index(vectors, centres);
        output.WriteLine(string.Join(" ",
            Nearest(query, vectors, Every(vectors), 2)));
        for (int probes = 1; probes <= 2; probes++)
        {
            output.WriteLine(string.Join(" ",
                Search(query, vectors, centres, index, probes, k: 2)));
        }
        // ANCHOR_END: sample
    }
}
