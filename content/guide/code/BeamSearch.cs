namespace Kanyin.Guide;

/// <summary>The likeliest text, looked for among the best few prefixes.</summary>
public static class BeamSearch
{
    // ANCHOR: beam
    public static (string Text, double Score) Run(
        Func<string, (char Next, double P)[]> model,
        int width, int maxLength, char end = '。')
    {
        var beam = new List<(string Text, double Score)> { ("", 0) };
        for (int step = 0; step < maxLength; step++)
        {
            if (beam.All(b => b.Text.EndsWith(end))) break;
            beam = [.. beam
                .SelectMany(b => b.Text.EndsWith(end)
                    ? [b]                            // 写完的原样留着
                    : model(b.Text).Select(n =>      // 对数相加代替连乘
                        (b.Text + n.Next, b.Score + Math.Log(n.P))))
                .OrderByDescending(b => b.Item2)
                .Take(width)];
        }

        return beam[0];
    }
    // ANCHOR_END: beam

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        (char, double)[] Model(string prefix) => prefix switch
        {
            "" => [('我', 0.6), ('你', 0.4)],
            "我" => [('走', 0.4), ('来', 0.3), ('去', 0.3)],
            "你" => [('好', 0.9), ('来', 0.1)],
            _ => [('。', 1.0)],
        };
        for (int width = 1; width <= 2; width++)
        {
            var (text, score) = Run(Model, width, maxLength: 5);
            output.WriteLine($"{width}  {text}  {Math.Exp(score):F2}");
        }
        // ANCHOR_END: sample
    }
}
