using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kanyin.Editions.EpubCheck.Markup;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>What no table of children can say: ancestors, ids that attributes refer to, and the head (HTML Living Standard 4).</summary>
internal sealed partial class StructureCheck(MarkupFile file, Findings findings, bool isEpub2)
{
    /// <summary>Which elements may not stand anywhere inside which.</summary>
    private static readonly (string Inner, string Outer)[] Apart =
    [
        ("audio", "audio"), ("video", "audio"), ("video", "video"), ("audio", "video"), ("address", "address"), ("header", "address"), ("footer", "address"),
        ("form", "form"), ("progress", "progress"), ("meter", "meter"), ("dfn", "dfn"), ("table", "caption"), ("header", "header"), ("footer", "header"),
        ("footer", "footer"), ("header", "footer"), ("label", "label"),
    ];

    private static readonly FrozenSet<string> Outer = Apart.Select(a => a.Outer).Concat(["a", "button"]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly XName Phonemes = XName.Get("ph", "http://www.w3.org/2001/10/synthesis");
    private static readonly string[] IdLists = ["aria-describedby", "aria-flowto", "aria-labelledby", "aria-owns", "aria-controls"];
    private static readonly string[] Labelled = ["button", "input", "meter", "output", "progress", "select", "textarea"];

    private readonly Dictionary<string, XElement> _byId = file.Root!.DescendantsAndSelf().Where(e => e.Attribute("id") is not null).DistinctBy(e => e.Attribute("id")!.Value).ToDictionary(e => e.Attribute("id")!.Value, StringComparer.Ordinal);

    public void Check()
    {
        CheckHead();
        if (isEpub2)
        {
            foreach (var inner in file.Root!.Descendants(Names.Html + "a").Where(a => a.Ancestors(Names.Html + "a").Any()))
            {
                findings.Add(EpubKinds.Element, file.At(inner), "<a> may not stand inside <a>.");
            }

            return;
        }

        Visit(file.Root!, []);
        foreach (var map in file.Root!.Descendants(Names.Html + "map").Where(m => m.Attribute("name") is not null).GroupBy(m => m.Attribute("name")!.Value).Where(g => g.Count() > 1))
        {
            findings.Add(EpubKinds.SameId, file.At(map.Last()), $"There are two maps of the name {map.Key}.");
        }
    }

    private void Visit(XElement element, List<string> inside)
    {
        var name = element.Name.LocalName;
        var isHtml = element.Name.Namespace == Names.Html;
        if (isHtml)
        {
            CheckAncestors(element, name, inside);
            CheckAttributes(element, name);
        }

        CheckIdLists(element);
        var counts = isHtml && Outer.Contains(name);
        if (counts)
        {
            inside.Add(name);
        }

        foreach (var child in element.Elements())
        {
            Visit(child, inside);
        }

        if (counts)
        {
            inside.RemoveAt(inside.Count - 1);
        }
    }

    private void CheckAncestors(XElement element, string name, List<string> inside)
    {
        foreach (var outer in inside.Distinct())
        {
            if (Apart.Contains((name, outer)) || (outer is "a" or "button" && IsInteractive(element, name)))
            {
                findings.Add(EpubKinds.Element, file.At(element), $"<{name}> may not stand inside <{outer}>.");
            }
        }

        if ((name == "area" && !element.Ancestors(Names.Html + "map").Any()) || (name == "img" && element.Attribute("ismap") is not null && !element.Ancestors(Names.Html + "a").Any(a => a.Attribute("href") is not null)))
        {
            findings.Add(EpubKinds.Element, file.At(element), $"<{name}> is not inside what it belongs to.");
        }
    }

    private static bool IsInteractive(XElement element, string name) => name switch
    {
        "a" or "button" or "details" or "embed" or "iframe" or "label" or "menu" or "select" or "textarea" => true,
        "audio" or "video" => element.Attribute("controls") is not null,
        "img" or "object" => element.Attribute("usemap") is not null,
        "input" => element.Attribute("type")?.Value != "hidden",
        _ => false,
    };

    private void CheckAttributes(XElement element, string name)
    {
        if (element.Attribute("lang") is { } lang && element.Attribute(XNamespace.Xml + "lang") is { } xmlLang && !lang.Value.Equals(xmlLang.Value, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(EpubKinds.Attribute, file.At(element), $"lang is “{lang.Value}” and xml:lang is “{xmlLang.Value}”; they must be the same.");
        }

        if (element.Attribute("headers")?.Value is { } headers)
        {
            var table = element.Ancestors(Names.Html + "table").FirstOrDefault();
            foreach (var id in Names.Words(headers).Where(id => !(_byId.TryGetValue(id, out var th) && th.Name == Names.Html + "th" && table is not null && th.Ancestors().Contains(table))))
            {
                findings.Add(EpubKinds.MissingId, file.At(element), $"headers names “{id}”, which is no th of the same table.");
            }
        }

        if (element.Attribute("form")?.Value is { } form && !(_byId.TryGetValue(form, out var owner) && owner.Name == Names.Html + "form"))
        {
            findings.Add(EpubKinds.MissingId, file.At(element), $"form names “{form}”, which is no form.");
        }

        if (name == "label" && element.Attribute("for")?.Value is { } field && !(_byId.TryGetValue(field, out var target) && Labelled.Contains(target.Name.LocalName)))
        {
            findings.Add(EpubKinds.MissingId, file.At(element), $"for names “{field}”, which is no field.");
        }

        if (name is "audio" or "video" && element.Attribute("src") is not null && element.Elements(Names.Html + "source").Any())
        {
            findings.Add(EpubKinds.Element, file.At(element), $"<{name}> has a src or sources, not both.");
        }

        if (element.Attribute(Phonemes) is not null && element.Ancestors().Any(a => a.Attribute(Phonemes) is not null))
        {
            findings.Add(EpubKinds.Attribute, file.At(element), "ssml:ph may not stand inside another.");
        }

        if (name == "object" && element.Attribute("data") is null && element.Attribute("type") is null)
        {
            findings.Add(EpubKinds.Attribute, file.At(element), "<object> must have the attribute data or type.");
        }

        if (name == "area" && !IsArea(element))
        {
            findings.Add(EpubKinds.Attribute, file.At(element), "<area> needs an alt where it has an href, and coords that fit its shape.");
        }

        if (name == "map" && element.Attribute("id") is { } mapId && element.Attribute("name") is { } mapName && mapId.Value != mapName.Value)
        {
            findings.Add(EpubKinds.Attribute, file.At(element), "The id and the name of a map must be the same.");
        }
    }

    private static bool IsArea(XElement area)
    {
        var count = (area.Attribute("coords")?.Value ?? "").Split(',').Count(c => int.TryParse(c, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        return (area.Attribute("href") is null) == (area.Attribute("alt") is null) && (area.Attribute("shape")?.Value ?? (area.Attribute("coords") is null ? "default" : "rect")) switch
        {
            "rect" => count == 4,
            "circle" => count == 3,
            "poly" => count >= 6 && count % 2 == 0,
            "default" => true,
            _ => false,
        };
    }

    private void CheckIdLists(XElement element)
    {
        foreach (var attribute in element.Attributes().Where(a => IdLists.Contains(a.Name.LocalName)))
        {
            foreach (var id in Names.Words(attribute.Value).Where(id => !_byId.ContainsKey(id)))
            {
                findings.Add(EpubKinds.MissingId, file.At(element), $"{attribute.Name.LocalName} names “{id}”, which does not exist.");
            }
        }

        if (element.Attribute("aria-activedescendant")?.Value is { } active && !element.Descendants().Any(e => e.Attribute("id")?.Value == active))
        {
            findings.Add(EpubKinds.MissingId, file.At(element), $"aria-activedescendant names “{active}”, which is not inside the element.");
        }
    }

    private void CheckHead()
    {
        foreach (var head in file.Root!.Elements(Names.Html + "head"))
        {
            var titles = head.Elements(Names.Html + "title").ToList();
            if (titles.Count == 0)
            {
                findings.Add(EpubKinds.NoTitle, file.At(head), "The document has no title.");
            }
            else if (titles.Count > 1 || (string.IsNullOrWhiteSpace(titles[0].Value) && !isEpub2))
            {
                findings.Add(EpubKinds.Element, file.At(titles[^1]), titles.Count > 1 ? "There may be only one title." : "The title is empty.");
            }

            if (head.Elements(Names.Html + "base").Count() > 1)
            {
                findings.Add(EpubKinds.Element, file.At(head), "There may be only one base.");
            }

            CheckMeta([.. head.Elements(Names.Html + "meta")]);
        }
    }

    private void CheckMeta(List<XElement> metas)
    {
        var charsets = metas.Where(m => m.Attribute("charset") is not null).ToList();
        foreach (var meta in metas)
        {
            var kind = meta.Attribute("http-equiv")?.Value.ToLowerInvariant();
            if (!isEpub2 && kind == "content-type" && (!ContentType.IsMatch(meta.Attribute("content")?.Value ?? "") || charsets.Count > 0))
            {
                findings.Add(EpubKinds.Attribute, file.At(meta), "This meta must be “text/html; charset=utf-8”, and there may be no other that says the encoding.");
            }
            else if (kind is not null && kind is not ("content-type" or "refresh" or "default-style" or "content-security-policy" or "x-ua-compatible") && !isEpub2)
            {
                findings.Add(EpubKinds.Attribute, file.At(meta), $"There is no http-equiv “{kind}”.");
            }
            else if (!isEpub2 && kind is null && meta.Attribute("charset") is null && (meta.Attribute("name") is null || meta.Attribute("content") is null) && meta.Attribute("property") is null && meta.Attribute("itemprop") is null)
            {
                findings.Add(EpubKinds.Attribute, file.At(meta), "A meta has a name and a content, or a charset, or an http-equiv.");
            }
        }

        foreach (var charset in charsets.Where(c => !c.Attribute("charset")!.Value.Equals("utf-8", StringComparison.OrdinalIgnoreCase)).Concat(charsets.Skip(1)))
        {
            findings.Add(EpubKinds.Attribute, file.At(charset), "There may be one meta with a charset, and it must be utf-8.");
        }
    }

    [GeneratedRegex(@"^\s*text/html;\s*charset=utf-8\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ContentType { get; }
}
