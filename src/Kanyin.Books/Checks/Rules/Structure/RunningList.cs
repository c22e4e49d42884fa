using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Structure;

public sealed partial class RunningList : Rule
{
    public override DiagnosticKind Kind { get; } = new("TEXT002", Severity.Warning, "Entries of a list that run together");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var paragraph in book.Paragraphs)
        {
            var end = Math.Min(paragraph.At.File.Text.Length, paragraph.At.Start + paragraph.At.Length);
            var source = paragraph.At.File.Text.AsSpan(paragraph.At.Start, Math.Max(0, end - paragraph.At.Start));
            if (source.Contains('\n') && Second(source.ToString()) is { } second)
            {
                bag.Add(Kind, paragraph.At with { Start = paragraph.At.Start + second.Index, Length = second.Length }, $"{second.Value} begins a line of the file, and no line in the book: it follows on the entry before it.", "Write a list (1. or -), or a blank line between the entries.");
            }
        }
    }

    /// <summary>The second entry, when the paragraph has the first one too, and no line break between them is forced.</summary>
    private static Group? Second(string source)
    {
        var entries = Entry().Matches(source);
        var first = entries.FirstOrDefault(e => IsFirst(e.Groups["mark"].Value));
        return first is null ? null : entries.FirstOrDefault(e => e.Index > first.Index && IsSecond(e.Groups["mark"].Value, first.Groups["mark"].Value) && !Forced().IsMatch(source[..e.Groups["mark"].Index]))?.Groups["mark"];
    }

    private static bool IsFirst(string mark) => mark.Trim('(', '（', ')', '）', '、') is "1" or "①" or "一" or "a" or "⑴";

    private static bool IsSecond(string mark, string first) => mark == first.Replace('1', '2').Replace('①', '②').Replace('一', '二').Replace('a', 'b').Replace('⑴', '⑵');

    [GeneratedRegex(@"(?:^|\n)[ \t>]*(?<mark>[①②⑴⑵]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|(?:\d{1,2}|[ab])[、）]|[一二]、)")]
    private static partial Regex Entry();

    /// <summary>The line before ends in a forced break.</summary>
    [GeneratedRegex(@"(?:  +|\\|<br ?/?>)\r?\n[ \t>]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Forced();
}
