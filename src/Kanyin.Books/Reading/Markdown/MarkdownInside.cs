using System.Net;
using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Pictures, links and bold that stand inside an HTML block with no empty line before them: CommonMark prints their signs, and no author means that.</summary>
internal static partial class MarkdownInside
{
    /// <summary>The same text when there is nothing of the kind in it.</summary>
    public static string Read(string html)
    {
        if (Literal().IsMatch(html))
        {
            return html;
        }

        html = html.Contains("![", StringComparison.Ordinal) ? Picture().Replace(html, m => $"<img src=\"{Of(m, "address")}\" alt=\"{Of(m, "words")}\"{(m.Groups["title"].Success ? $" title=\"{Of(m, "title")}\"" : "")}{Width(m.Groups["attributes"].Value)}>") : html;
        html = html.Contains("](", StringComparison.Ordinal) ? Link().Replace(html, m => $"<a href=\"{Of(m, "address")}\">{m.Groups["words"].Value}</a>") : html;
        return html.Contains("**", StringComparison.Ordinal) ? Bold().Replace(html, "<strong>$1</strong>") : html;
    }

    private static string Of(Match match, string group) => WebUtility.HtmlEncode(match.Groups[group].Value);

    private static string Width(string attributes) => WidthValue().Match(attributes) is { Success: true } width ? $" width=\"{width.Groups[1].Value}\"" : "";

    [GeneratedRegex("<(?:pre|code|script|style|textarea)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Literal();

    [GeneratedRegex("""!\[(?<words>[^\[\]\n]{0,500})\]\((?:(?<address>[^()<>"\s]{1,1000})|<(?<address>[^<>\n]{1,1000})>)(?:[ \t]+"(?<title>[^"\n]{0,500})")?\)(?:\{(?<attributes>[^{}\n]{0,500})\})?""")]
    private static partial Regex Picture();

    [GeneratedRegex("""(?<!!)\[(?<words>[^\[\]\n]{1,500})\]\((?<address>[^()<>"\s]{1,1000})\)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(?![\s*])([^*\n<>]{1,500}?)(?<!\s)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex("""\bwidth\s*=\s*["']?([0-9.]+(?:%|px)?)""")]
    private static partial Regex WidthValue();
}
