namespace Kanyin.Guide;

/// <summary>Scores to probabilities without overflow.</summary>
public static class Softmax
{
    // ANCHOR: softmax
    public static double[] Of(double[] scores)
    {
        double max = scores.Max();                   // 最大的指数变成 0
        double[] e = [.. scores.Select(s => Math.Exp(s - max))];
        double sum = e.Sum();                        // 至少是 1，不会除以 0
        return [.. e.Select(x => x / sum)];
    }

    public static double LogSumExp(double[] scores)
    {
        double max = scores.Max();
        return max + Math.Log(scores.Sum(s => Math.Exp(s - max)));
    }
    // ANCHOR_END: softmax

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        output.WriteLine(Row.Of(Of([1, 2, 3])));
        output.WriteLine(Row.Of(Of([1001, 1002, 1003])));
        output.WriteLine($"{LogSumExp([1001, 1002, 1003]):F4}");
        // ANCHOR_END: sample
    }
}
