using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Md = Markdig.Syntax.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>HTML tags in running text, one at a time. Also adds the inline elements of HTML blocks, so that a tag means the same in both.</summary>
internal sealed partial class HtmlTagReader(ReadingFile file)
{
    /// <summary>How many inlines away the partner of an unknown tag is looked for.</summary>
    private const int FarthestPartner = 200;

    /// <summary>A tag in a Markdown paragraph, as typed.</summary>
    public void Add(InlineBuilder to, Md.HtmlInline html, Place at)
    {
        if (!Tag().IsMatch(html.Tag))
        {
            return; // a comment, declaration or processing instruction
        }

        var match = Tag().Match(html.Tag);
        var name = match.Groups["name"].Value;
        var tag = HtmlTags.Of(name);
        if (tag == HtmlTag.Unknown)
        {
            AddUnknown(to, html, match, at);
        }
        else if (match.Groups["end"].Length == 0)
        {
            Open(to, tag, name, at, Attributes(html.Tag), isSelfClosed: html.Tag.EndsWith("/>", StringComparison.Ordinal));
        }
        else if (IsPaired(tag) && !to.Close(name) && tag != HtmlTag.Link)
        {
            file.Report(ReadingFindings.UnclosedTag, at, $"{html.Tag} closes nothing; it is left out.");
        }
    }

    /// <summary>An opening tag: void elements are added at once, others wait for their end.</summary>
    public void Open(InlineBuilder to, HtmlTag tag, string name, Place at, Func<string, string?> attribute, bool isSelfClosed = false)
    {
        if (Anchor(tag, attribute) is { } anchor)
        {
            to.Add(new Anchor(at, "", anchor));
        }

        switch (tag)
        {
            case HtmlTag.LineBreak:
                to.Add(new LineBreak(at));
                break;
            case HtmlTag.Picture:
                AddImage(to, Address(attribute("src")) ?? Address(attribute(":src")) ?? Address(attribute("v-bind:src")) ?? "", attribute("alt") ?? "", attribute("title"), at, attribute("width"), attribute("style"), attribute("id"));
                break;
            case HtmlTag.Dropped:
                file.Report(ReadingFindings.DroppedTag, at, $"<{name}> cannot be printed; it is left out.");
                break;
            default:
                if (IsPaired(tag) && !isSelfClosed && to.Depth > ReadingFile.DeepestNesting)
                {
                    file.ReportTooDeep(at);
                }
                else if (IsPaired(tag) && !isSelfClosed)
                {
                    to.Open(tag, name, at, tag == HtmlTag.Link ? attribute("href") : null);
                }

                break;
        }
    }

    public void AddImage(InlineBuilder to, string source, string alt, string? title, Place at, string? width = null, string? style = null, string? id = null)
    {
        // Titles and alternative texts are one line.
        alt = alt.Replace('\n', ' ').Trim();
        if (source.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            file.Report(ReadingFindings.DataAddress, at, "A picture written into its own address (data:) is not printed.", "Save it as a file beside the chapter.");
            to.AddText(at, alt);
            return;
        }

        to.Add(PictureSize.Apply(new Image(at, source, alt, title, file.Pictures.Find(file.Home, source)) { Anchor = id ?? "" }, width, style));
    }

    /// <summary>In a site's own words too: $withBase('/a.png'), {require('@site/static/a.png').default}.</summary>
    private static string? Address(string? source) =>
        source is null || InScript().Match(source) is not { Success: true } match ? source : match.Groups[1].Value.StartsWith("@site/", StringComparison.Ordinal) ? match.Groups[1].Value[5..] : match.Groups[1].Value;

    /// <summary>The name of the target that an element makes of itself; pictures keep theirs to themselves.</summary>
    public static string? Anchor(HtmlTag tag, Func<string, string?> attribute) =>
        (attribute("id") ?? (tag == HtmlTag.Link ? attribute("name") : null)) is { Length: > 0 } name && tag != HtmlTag.Picture ? name : null;

    /// <summary>Has an effect on what is between it and its end tag.</summary>
    public static bool IsPaired(HtmlTag tag) => tag is >= HtmlTag.Strong and <= HtmlTag.RubyParenthesis;

    /// <summary>A placeholder such as List&lt;String> or &lt;name> is text; a component such as &lt;Vue a="b"/> is left out and what it holds is kept.</summary>
    private void AddUnknown(InlineBuilder to, Md.HtmlInline html, Match match, Place at)
    {
        var name = match.Groups["name"].Value;
        var isPlaceholder = match.Groups["end"].Length == 0 ? match.Groups["rest"].Length == 0 && !html.Tag.EndsWith("/>", StringComparison.Ordinal) && !IsClosedLater(html, name) : !IsOpenedEarlier(html, name);
        if (isPlaceholder)
        {
            file.Report(ReadingFindings.UnknownTag, at, $"{html.Tag} is not an HTML tag; it is kept as text.", $"Write it as code, `{html.Tag}`, or as \\{html.Tag}.");
            to.AddText(at, html.Tag);
        }
        else if (match.Groups["end"].Length == 0)
        {
            file.Report(ReadingFindings.UnknownTag, at, $"<{name}> is not an HTML tag; it is left out and the text inside it is kept.");
        }
    }

    private static bool IsClosedLater(Md.HtmlInline html, string name) => Sibling(html, name, isEnd: true, i => i.NextSibling);

    private static bool IsOpenedEarlier(Md.HtmlInline html, string name) => Sibling(html, name, isEnd: false, i => i.PreviousSibling);

    private static bool Sibling(Md.HtmlInline html, string name, bool isEnd, Func<Md.Inline, Md.Inline?> next)
    {
        var left = FarthestPartner;
        for (var inline = next(html); inline is not null && left > 0; inline = next(inline), left--)
        {
            if (inline is Md.HtmlInline other && Tag().Match(other.Tag) is { Success: true } m
                && m.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase) && m.Groups["end"].Length > 0 == isEnd)
            {
                return true;
            }
        }

        return false;
    }

    private static Func<string, string?> Attributes(string tag)
    {
        var matches = Attribute().Matches(tag);
        return name => matches.FirstOrDefault(m => m.Groups["key"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } m ? System.Net.WebUtility.HtmlDecode(m.Groups["value"].Value) : null;
    }

    [GeneratedRegex(@"^<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9_.:-]*)\s*(?<rest>[^>]*?)/?>$", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<=\s)(?<key>[A-Za-z_:][\w:.-]*)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=<>`]+))""")]
    private static partial Regex Attribute();

    [GeneratedRegex("""^\s*(?:\{?\s*[$\w]+\(\s*)?['"`]([^'"`]+)['"`]\s*\)?(?:\.default)?\s*\}?\s*$""")]
    private static partial Regex InScript();
}
