namespace Kanyin.Guide;

/// <summary>The smallest training loop: a table of scores from one character to the next.</summary>
public static class TinyTraining
{
    public static void Sample(TextWriter output)
    {
        // ANCHOR: all
        var text = "大模型学语言，语言学模型，大模型学语言。";
        var vocab = text.Distinct().ToArray();           // 词表，8 个符号
        var ids = text.Select(c => Array.IndexOf(vocab, c)).ToArray();
        int v = vocab.Length, n = ids.Length - 1;        // n 个“字→下一字”
        var rng = new Random(42);
        var w = vocab.Select(_ => vocab.Select(          // 参数：小随机数
            _ => 0.1 * rng.NextDouble()).ToArray()).ToArray();

        double[] Predict(int prev)                       // 前向：softmax
        {
            var e = w[prev].Select(z => Math.Exp(z - w[prev].Max())).ToArray();
            return e.Select(x => x / e.Sum()).ToArray();
        }

        for (int step = 1; step <= 1000; step++)
        {
            double loss = 0;
            var grad = w.Select(row => new double[v]).ToArray();
            for (int t = 0; t < n; t++)
            {
                var p = Predict(ids[t]);
                loss -= Math.Log(p[ids[t + 1]]) / n;     // 交叉熵
                p[ids[t + 1]] -= 1;                      // 反向：p − y
                for (int j = 0; j < v; j++) grad[ids[t]][j] += p[j] / n;
            }
            if (step is 1 or 10 or 100 or 1000)
                output.WriteLine($"{step,4}  {loss:F3}");
            for (int i = 0; i < v * v; i++)              // 更新：学习率 1.0
                w[i / v][i % v] -= 1.0 * grad[i / v][i % v];
        }
        // ANCHOR_END: all
    }
}
