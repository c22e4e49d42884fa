using System.Globalization;
using Kanyin.Books.Fixes;

namespace Kanyin.CommandLine;

/// <summary>A corrected file as a unified diff. Fixes change lines and never their number, so that lines are compared one by one.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    public static void Write(CorrectedFile file, TextWriter output)
    {
        var (before, after) = (Lines(file.Before.Text), Lines(file.After));
        output.WriteLine($"--- a/{file.Before.Path}");
        output.WriteLine($"+++ b/{file.Before.Path}");
        var changed = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).ToList();
        for (var i = 0; i < changed.Count;)
        {
            var end = i;
            while (end + 1 < changed.Count && changed[end + 1] - changed[end] <= 2 * Context)
            {
                end++;
            }

            WriteHunk(before, after, Math.Max(0, changed[i] - Context), Math.Min(before.Length, changed[end] + Context + 1), output);
            i = end + 1;
        }
    }

    private static void WriteHunk(string[] before, string[] after, int from, int to, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"@@ -{from + 1},{to - from} +{from + 1},{to - from} @@"));
        for (var i = from; i < to;)
        {
            if (before[i] == after[i])
            {
                output.WriteLine(" " + before[i++]);
                continue;
            }

            var start = i;
            for (; i < to && before[i] != after[i]; i++)
            {
                output.WriteLine("-" + before[i]);
            }

            for (; start < i; start++)
            {
                output.WriteLine("+" + after[start]);
            }
        }
    }

    /// <summary>Without the empty one after the last line end. A carriage return is part of its line.</summary>
    private static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        return lines is [.., ""] ? lines[..^1] : lines;
    }
}
