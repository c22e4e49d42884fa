using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Editions.Proofs;

/// <summary>
/// What of a Markdown file is there to be read, told from its lines alone. It is rough on purpose: a count that went through
/// the reader of Markdown would miss what that reader loses.
/// </summary>
internal static partial class WrittenText
{
    /// <returns>The text without front matter, comments, addresses, the words for pictures, tags and attributes; listings as they are.</returns>
    public static string Of(string markdown)
    {
        var words = new StringBuilder(markdown.Length);
        string? fence = null;
        var isComment = false;
        foreach (var line in WithoutFrontMatter(markdown).Split('\n'))
        {
            if (fence is not null)
            {
                fence = line.TrimStart(' ', '\t', '>').StartsWith(fence, StringComparison.Ordinal) ? null : fence;
                words.Append(line).Append('\n');
            }
            else if (!isComment && Fence().Match(line) is { Success: true } opening)
            {
                fence = opening.Groups[1].Value;
            }
            else
            {
                words.Append(Prose(WithoutComments(line, ref isComment))).Append('\n');
            }
        }

        return words.ToString();
    }

    private static string WithoutFrontMatter(string markdown)
    {
        var end = markdown.StartsWith("---", StringComparison.Ordinal) ? markdown.IndexOf("\n---", 3, StringComparison.Ordinal) : -1;
        return end < 0 ? markdown : markdown[(end + 4)..];
    }

    private static string WithoutComments(string line, ref bool isComment)
    {
        var kept = new StringBuilder(line.Length);
        var at = 0;
        while (at < line.Length)
        {
            var mark = isComment ? "-->" : "<!--";
            var found = line.IndexOf(mark, at, StringComparison.Ordinal);
            var end = found < 0 ? line.Length : found;
            if (!isComment)
            {
                kept.Append(line, at, end - at);
            }

            isComment ^= found >= 0;
            at = end + (found < 0 ? 0 : mark.Length);
        }

        return kept.ToString();
    }

    private static string Prose(string line) => Definition().IsMatch(line) ? "" : Hidden().Replace(line, "");

    [GeneratedRegex("^[ \\t>*+\\-0-9.]*(`{3,}|~{3,})", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    /// <summary>The address of a reference, or the words of an abbreviation; a footnote is text.</summary>
    [GeneratedRegex(@"^\s*\*?\[[^\]^][^\]]*\]:\s", RegexOptions.NonBacktracking)]
    private static partial Regex Definition();

    [GeneratedRegex(@"!\[[^\]]*\](\([^)]*\))?|\]\([^)]*\)|</?[a-zA-Z][^<>]*>|\{[#.:%{][^{}]*\}+", RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();
}
