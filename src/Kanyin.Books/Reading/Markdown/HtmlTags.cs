using System.Collections.Frozen;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>What an HTML tag means in a book.</summary>
internal enum HtmlTag
{
    Unknown,
    Transparent,
    Dropped,

    // In the line.
    Strong,
    Emphasis,
    Underline,
    Strike,
    Mark,
    Superscript,
    Subscript,
    Keyboard,
    Code,
    Link,
    Ruby,
    RubyReading,
    RubyParenthesis,
    LineBreak,
    Picture,

    // Blocks.
    Paragraph,
    Division,
    Heading,
    BulletList,
    OrderedList,
    Item,
    Quote,
    Preformatted,
    Rule,
    Table,
    Figure,
    Caption,
    Details,
    Tab,
    Summary,
    Definitions,
    Term,
    Meaning,
}

/// <summary>The HTML that Markdown books use, by name; and the components for tabs of VuePress, VitePress and Docusaurus.</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTag> Meanings = new Dictionary<HtmlTag, string>
    {
        [HtmlTag.Transparent] = "span font small big abbr acronym cite dfn time data q bdi bdo wbr nobr rb label tt samp var",
        [HtmlTag.Dropped] = "script style iframe form video audio object embed canvas svg math noscript template input select button textarea source track map area link meta title head param progress",
        [HtmlTag.Strong] = "b strong",
        [HtmlTag.Emphasis] = "i em",
        [HtmlTag.Underline] = "u ins",
        [HtmlTag.Strike] = "s del strike",
        [HtmlTag.Mark] = "mark",
        [HtmlTag.Superscript] = "sup",
        [HtmlTag.Subscript] = "sub",
        [HtmlTag.Keyboard] = "kbd",
        [HtmlTag.Code] = "code",
        [HtmlTag.Link] = "a",
        [HtmlTag.Ruby] = "ruby",
        [HtmlTag.RubyReading] = "rt",
        [HtmlTag.RubyParenthesis] = "rp",
        [HtmlTag.LineBreak] = "br",
        [HtmlTag.Picture] = "img",
        [HtmlTag.Paragraph] = "p",
        [HtmlTag.Division] = "div center section article main header footer aside nav address hgroup body html picture fieldset legend tabs codegroup code-group clientonly client-only steps cardgroup",
        [HtmlTag.Heading] = "h1 h2 h3 h4 h5 h6",
        [HtmlTag.BulletList] = "ul menu",
        [HtmlTag.OrderedList] = "ol",
        [HtmlTag.Item] = "li",
        [HtmlTag.Quote] = "blockquote",
        [HtmlTag.Preformatted] = "pre",
        [HtmlTag.Rule] = "hr",
        [HtmlTag.Table] = "table caption colgroup col thead tbody tfoot tr td th",
        [HtmlTag.Figure] = "figure",
        [HtmlTag.Caption] = "figcaption",
        [HtmlTag.Details] = "details",
        [HtmlTag.Tab] = "tab tabitem codegroupitem code-group-item",
        [HtmlTag.Summary] = "summary",
        [HtmlTag.Definitions] = "dl",
        [HtmlTag.Term] = "dt",
        [HtmlTag.Meaning] = "dd",
    }.SelectMany(e => e.Value.Split(' '), (e, name) => (name, e.Key)).ToFrozenDictionary(e => e.name, e => e.Key, StringComparer.OrdinalIgnoreCase);

    public static HtmlTag Of(string name) => Meanings.GetValueOrDefault(name, HtmlTag.Unknown);

    public static bool IsBlock(HtmlTag tag) => tag >= HtmlTag.Paragraph;

    /// <summary>Elements without an end tag.</summary>
    public static bool IsVoid(string name) => name.ToLowerInvariant() is "br" or "img" or "hr" or "wbr" or "input" or "col" or "source" or "track" or "area" or "link" or "meta" or "param" or "embed";
}
