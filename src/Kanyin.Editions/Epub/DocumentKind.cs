using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>What a file is to a reading system: an EPUB structural type with the ARIA role that means the same.</summary>
/// <param name="Body">frontmatter, bodymatter or backmatter.</param>
/// <param name="Type">epub:type of its section, or null for a plain section.</param>
internal sealed record DocumentKind(string Body, string? Type)
{
    private static readonly DocumentKind _chapter = new("bodymatter", "chapter");
    private static readonly DocumentKind _section = new("bodymatter", null);
    private static readonly DocumentKind _part = new("bodymatter", "part");
    private static readonly DocumentKind _appendix = new("backmatter", "appendix");

    // Words that name a chapter's office; each type has an ARIA role of the same name (EPUB SSV 1.1, DPUB-ARIA 1.1).
    private static readonly Dictionary<string, DocumentKind> _byTitle = new(StringComparer.Ordinal)
    {
        ["前言"] = new("frontmatter", "preface"),
        ["序"] = new("frontmatter", "preface"),
        ["序言"] = new("frontmatter", "preface"),
        ["自序"] = new("frontmatter", "preface"),
        ["推荐序"] = new("frontmatter", "foreword"),
        ["引言"] = new("bodymatter", "introduction"),
        ["导言"] = new("bodymatter", "introduction"),
        ["结语"] = new("bodymatter", "conclusion"),
        ["尾声"] = new("bodymatter", "epilogue"),
        ["后记"] = new("backmatter", "afterword"),
        ["跋"] = new("backmatter", "afterword"),
        ["致谢"] = new("backmatter", "acknowledgments"),
        ["附录"] = _appendix,
    };

    public string? Role => Type is null ? null : "doc-" + Type;

    public static DocumentKind Of(ContentDocument document)
    {
        if (document.IsPart)
        {
            return _part;
        }

        if (document.GoesOn)
        {
            return _section;
        }

        var heading = document.Headings.FirstOrDefault();
        var title = heading is null ? document.Title : XmlText.OneLine(PlainText.Of(heading.Inlines));
        return heading?.Printed?.Style == NumberStyle.Appendix ? _appendix
            : _byTitle.TryGetValue(title, out var kind) ? kind
            : document.Chapter.Depth > 0 ? _section
            : _chapter;
    }
}
