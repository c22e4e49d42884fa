namespace Kanyin.Guide;

/// <summary>BLEU of one text beside one reference, by character, without smoothing.</summary>
public static class Bleu
{
    // ANCHOR: bleu
    public static double Of(string candidate, string reference, int order = 4)
    {
        double logs = 0;
        for (int n = 1; n <= order; n++)
        {
            double precision = Precision(candidate, reference, n);
            if (precision == 0) return 0;            // 未加平滑
            logs += Math.Log(precision) / order;     // 几何平均
        }

        double penalty = candidate.Length >= reference.Length ? 1
            : Math.Exp(1 - (double)reference.Length / candidate.Length);
        return penalty * Math.Exp(logs);
    }

    public static double Precision(string candidate, string reference, int n)
    {
        var allowed = Grams(reference, n).CountBy(g => g).ToDictionary();
        int clipped = Grams(candidate, n).CountBy(g => g)
            .Sum(g => Math.Min(g.Value, allowed.GetValueOrDefault(g.Key)));
        return clipped == 0 ? 0 : (double)clipped / (candidate.Length - n + 1);
    }

    private static IEnumerable<string> Grams(string text, int n) =>
        Enumerable.Range(0, Math.Max(0, text.Length - n + 1))
            .Select(i => text.Substring(i, n));
    // ANCHOR_END: bleu

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        string reference = "今天的天气非常好";
        output.WriteLine($"{Precision("好好好好", reference, 1):F4}");
        output.WriteLine($"{Of("今天的天气很好", reference):F4}");
        output.WriteLine($"{Of(reference, reference):F4}");
        // ANCHOR_END: sample
    }
}
