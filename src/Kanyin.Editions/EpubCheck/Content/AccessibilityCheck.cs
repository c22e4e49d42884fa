using System.Xml.Linq;
using Kanyin.Editions.EpubCheck.Markup;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>What a reader who does not see would miss (EPUB Accessibility 1.1; WCAG 2.1). Never errors: books are valid without.</summary>
internal sealed class AccessibilityCheck(MarkupFile file, Findings findings)
{
    /// <summary>DPUB-ARIA 1.1: the roles that say the same as an epub:type.</summary>
    private static readonly string[] Matched =
    [
        "abstract", "acknowledgments", "afterword", "appendix", "backlink", "bibliography", "biblioref", "chapter", "colophon", "conclusion", "credit", "credits", "dedication", "endnotes",
        "epigraph", "epilogue", "errata", "footnote", "foreword", "glossary", "glossref", "index", "introduction", "noteref", "notice", "pagebreak", "part", "preface", "prologue", "pullquote", "qna", "toc",
    ];

    public void Check(bool isEpub2)
    {
        var root = file.Root!;
        if (root.Attribute("lang") is null && root.Attribute(XNamespace.Xml + "lang") is null)
        {
            findings.Add(EpubKinds.NoLanguage, file.At(root), "<html> has neither lang nor xml:lang.");
        }

        foreach (var image in root.Descendants(Names.Html + "img").Where(i => i.Attribute("alt") is null && !isEpub2))
        {
            findings.Add(EpubKinds.NoAlternative, file.At(image), "The picture has no alt.", "Write alt=\"\" where it is only decoration.");
        }

        var level = 0;
        foreach (var heading in root.Descendants().Where(e => e.Name.Namespace == Names.Html && e.Name.LocalName is ['h', >= '1' and <= '6']))
        {
            var next = heading.Name.LocalName[1] - '0';
            if (level > 0 && next > level + 1)
            {
                findings.Add(EpubKinds.HeadingOrder, file.At(heading), $"<h{next}> follows <h{level}>.");
            }

            level = next;
        }

        // The contents list and body elements carry their types without roles (EPUB 3.3 6.1.2 allows none on body).
        foreach (var element in root.Descendants().Where(e => e.Attribute("role") is null && e.Name.LocalName is not ("body" or "nav" or "a" or "html")))
        {
            foreach (var type in Names.Types(element).Where(Matched.Contains).Take(1))
            {
                findings.Add(EpubKinds.RoleOfType, file.At(element), $"<{element.Name.LocalName}> has the epub:type {type} and no role.", $"Add role=\"doc-{type}\".");
            }
        }
    }
}
