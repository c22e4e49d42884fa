using System.Text;

namespace Kanyin.Guide;

/// <summary>CTC: repeats merged, then blanks left out.</summary>
public static class CollapsedPath
{
    public static void Sample(TextWriter output)
    {
        // ANCHOR: all
        string Collapse(string path)                     // “-” 是空白符
        {
            var text = new StringBuilder();
            char last = '-';
            foreach (char c in path)
            {
                if (c != last && c != '-') text.Append(c);
                last = c;
            }
            return text.ToString();
        }

        foreach (var path in new[] { "你你-好好--", "天天天", "天-天-天" })
            output.WriteLine($"{path} → {Collapse(path)}");
        // ANCHOR_END: all
    }
}
