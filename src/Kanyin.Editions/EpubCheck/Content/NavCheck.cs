using System.Xml.Linq;
using Kanyin.Editions.EpubCheck.Markup;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>The navigation document (EPUB 3.3 7).</summary>
internal sealed class NavCheck(EpubBook book, string path, MarkupFile file)
{
    private static readonly string[] WithoutHeading = ["toc", "page-list", "landmarks"];

    private readonly Vocabulary _vocabulary = Vocabularies.Of("nav");

    public void Check()
    {
        var navs = file.Root!.Descendants(Names.Html + "nav").Where(n => n.Attribute(Names.EpubType) is not null).ToList();
        int Count(string type) => navs.Count(n => Names.Types(n).Contains(type));
        if (Count("toc") != 1)
        {
            Report(file.Root!, $"There must be one nav with epub:type=\"toc\"; there are {Count("toc")}.");
        }

        foreach (var type in WithoutHeading.Skip(1).Where(t => Count(t) > 1))
        {
            Report(file.Root!, $"There may be only one nav with epub:type=\"{type}\".");
        }

        foreach (var nav in navs)
        {
            CheckContent(nav);
            CheckWords(nav);
            CheckKind(nav);
            foreach (var link in nav.Descendants(Names.Html + "a").Where(_ => Names.Types(nav).Any(t => t is "toc" or "page-list")))
            {
                book.NavKinds.TryAdd((path, file.At(link).Start), Names.Types(nav)[0]);
            }
        }

        foreach (var heading in file.Root!.Descendants().Where(e => e.Name.Namespace == Names.Html && e.Name.LocalName is ['h', >= '1' and <= '6'] && !HasWords(e)))
        {
            Report(heading, "A heading is empty.");
        }

        CheckPageList(Count("page-list") > 0);
    }

    private void CheckContent(XElement nav)
    {
        // Only what the lists themselves are made of: what stands in a link or a heading is ordinary XHTML.
        foreach (var element in nav.DescendantsAndSelf().Where(e => e == nav || e.Name.LocalName is "ol" or "li"))
        {
            var children = string.Concat(element.Elements().Select(c => c.Name.LocalName + " "));
            var rule = _vocabulary.Find(element.Name.LocalName, null)!;
            if (rule.Content?.Value.IsMatch(children) == false || element.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value)))
            {
                Report(element, $"In a nav, <{element.Name.LocalName}> must hold: {rule.Model}.");
            }
        }
    }

    private void CheckWords(XElement nav)
    {
        foreach (var label in nav.Descendants().Where(e => e.Name == Names.Html + "a" || e.Name == Names.Html + "span"))
        {
            if (label.Ancestors(Names.Html + "ol").Any() && !HasWords(label))
            {
                Report(label, $"<{label.Name.LocalName}> in a nav must have words.");
            }
        }
    }

    private void CheckKind(XElement nav)
    {
        var types = Names.Types(nav);
        if (!types.Any(WithoutHeading.Contains) && !(nav.Elements().FirstOrDefault()?.Name.LocalName is ['h', >= '1' and <= '6']))
        {
            Report(nav, "Such a nav must begin with a heading.");
        }

        if (!types.Contains("landmarks"))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in nav.Descendants(Names.Html + "a"))
        {
            if (link.Attribute(Names.EpubType) is null)
            {
                Report(link, "A landmark must have an epub:type.");
            }

            foreach (var type in Names.Types(link).Where(t => !seen.Add($"{t} {link.Attribute("href")?.Value.Trim()}".ToLowerInvariant())))
            {
                Report(link, $"The landmark {type} is there twice.");
            }
        }
    }

    private void CheckPageList(bool isThere)
    {
        if (isThere && !book.HasPageSource)
        {
            book.Findings.Add(EpubKinds.PageSource, file.At(file.Root!), "The book has a page list, but the package does not say of which printed edition (source-of or pageBreakSource).");
        }
    }

    private static bool HasWords(XElement element) =>
        !string.IsNullOrWhiteSpace(element.Value)
        || element.DescendantsAndSelf().Any(e => !string.IsNullOrWhiteSpace(e.Attribute("aria-label")?.Value) || (e.Name.LocalName == "img" && !string.IsNullOrWhiteSpace(e.Attribute("alt")?.Value)));

    private void Report(XElement at, string message) => book.Findings.Add(EpubKinds.Nav, file.At(at), message);
}
