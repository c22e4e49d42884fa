using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>mdBook's notes: &lt;div class="warning"> and &lt;/div> on lines of their own, Markdown between them.</summary>
internal static partial class HtmlAsides
{
    /// <summary>Null for any other HTML.</summary>
    public static string? KindOf(HtmlBlock block) => Opening().Match(block.Lines.ToString()) is { Success: true } match ? match.Groups["kind"].Value : null;

    /// <summary>The block that closes the one at the index; null when none does.</summary>
    /// <param name="to">The child after the last one.</param>
    public static int? EndOf(ContainerBlock container, int index, int to)
    {
        var open = 1;
        for (var i = index + 1; i < to; i++)
        {
            if (container[i] is HtmlBlock block)
            {
                open += Start().Count(block.Lines.ToString()) - End().Count(block.Lines.ToString());
                if (open <= 0)
                {
                    return open == 0 && Closing().IsMatch(block.Lines.ToString()) ? i : null;
                }
            }
        }

        return null;
    }

    [GeneratedRegex("""^\s*<div\s+class\s*=\s*["'](?<kind>warning|note|tip|info|important|caution|danger)["']\s*>\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*</div\s*>\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Closing();

    [GeneratedRegex(@"<div\b", RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex(@"</div\b", RegexOptions.IgnoreCase)]
    private static partial Regex End();
}
