namespace Kanyin.Guide;

/// <summary>The fewest insertions, deletions and replacements between two texts, and the error rate from it.</summary>
public static class EditDistance
{
    // ANCHOR: edit
    public static int Of(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int corner = row[0];                     // 左上角的旧值
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = corner + (from[i - 1] == to[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }

    public static double ErrorRate(string heard, string said) =>
        (double)Of(said, heard) / said.Length;       // 除以参考的长度
    // ANCHOR_END: edit

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        output.WriteLine(Of("kitten", "sitting"));
        output.WriteLine($"{ErrorRate("今天天汽好", "今天天气很好"):F3}");
        output.WriteLine($"{ErrorRate("好好好好好", "好"):F3}");
        // ANCHOR_END: sample
    }
}
