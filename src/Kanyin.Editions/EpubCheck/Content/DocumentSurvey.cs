using System.Xml.Linq;
using Kanyin.Editions.EpubCheck.Package;
using Kanyin.Editions.EpubCheck.Markup;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>What an XHTML or SVG document uses: ids, addresses, and what its item in the manifest must declare.</summary>
internal sealed class DocumentSurvey(EpubBook book, ManifestItem item, MarkupFile file)
{
    private static readonly string[] ScriptTypes = ["", "module", "text/javascript", "application/javascript", "application/ecmascript", "text/ecmascript", "application/x-javascript"];

    private static readonly string[] Rendered = ["a", "audio", "canvas", "circle", "ellipse", "g", "iframe", "image", "line", "path", "polygon", "polyline", "rect", "svg", "switch", "symbol", "text", "textPath", "tspan", "unknown", "use", "video"];

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _symbols = new(StringComparer.Ordinal);

    public bool HasSvg { get; private set; }
    public bool HasMathMl { get; private set; }
    public bool HasScripts { get; private set; }
    public bool HasSwitch { get; private set; }
    public bool HasRemote { get; private set; }

    public void Read()
    {
        var position = 0;
        foreach (var element in file.Root!.DescendantsAndSelf())
        {
            ReadId(element, position++);
            ReadFeatures(element);
            if (element.Name.Namespace == Names.Html)
            {
                ReadHtml(element);
            }
            else if (element.Name.Namespace == Names.Svg)
            {
                ReadSvg(element);
            }

            if (element.Attribute("style")?.Value is { Length: > 0 } style && element.Name.Namespace != Names.MathMl)
            {
                ReadStyle(new StyleSheet(style, isDeclarations: true), element);
            }
        }

        book.Ids[item.Path] = _ids;
        book.Symbols[item.Path] = _symbols;
        book.HasScripts |= HasScripts;
    }

    private void ReadId(XElement element, int position)
    {
        if (element.Attribute("id")?.Value is not { } id)
        {
            return;
        }

        if (!_ids.TryAdd(id.Trim(), position))
        {
            book.Findings.Add(EpubKinds.SameId, file.At(element), $"The id “{id}” is used twice.");
        }

        if (element.Name.Namespace == Names.Svg && element.Name.LocalName is "symbol" or "linearGradient" or "radialGradient" or "clipPath" or "mask" or "pattern" or "filter" or "marker")
        {
            _symbols.Add(id.Trim());
        }

        if (element.Name.Namespace == Names.Svg && (id.Length == 0 || !AttributeCheck.IsName(id)))
        {
            book.Findings.Add(EpubKinds.SameId, file.At(element), $"“{id}” is not an XML name.");
        }
    }

    private void ReadFeatures(XElement element)
    {
        HasSvg |= element.Name == Names.Svg + "svg" && element != file.Root;
        HasMathMl |= element.Name == Names.MathMl + "math";
        HasSwitch |= element.Name == Names.Ops + "switch";
        HasScripts |= element.Name == Names.Html + "form"
            || (element.Name.LocalName == "script" && ScriptTypes.Contains(element.Attribute("type")?.Value.Split(';')[0].Trim().ToLowerInvariant() ?? ""))
            || element.Attributes().Any(a => a.Name.Namespace == XNamespace.None && a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) && element.Name.Namespace != Names.MathMl && a.Name.LocalName.Length > 3);
    }

    private void ReadHtml(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "a" or "area":
                AddFrom(element, "href", IsInNav(element) ? Purpose.Nav : Purpose.Link);
                break;
            case "link":
                var relations = Names.Words(element.Attribute("rel")?.Value.ToLowerInvariant());
                AddFrom(element, "href", relations.Contains("stylesheet") ? Purpose.StyleSheet : Purpose.Other);
                if (relations.Contains("stylesheet") && relations.Contains("alternate") && string.IsNullOrWhiteSpace(element.Attribute("title")?.Value))
                {
                    book.Findings.Add(EpubKinds.Attribute, file.At(element), "An alternate style sheet must have a title.");
                }

                break;
            case "style":
                ReadStyle(new StyleSheet(element.Value, isDeclarations: false), element);
                break;
            case "img":
                AddFrom(element, "src", Purpose.Picture, element.Parent?.Name == Names.Html + "picture");
                AddAll(element, "srcset", Purpose.Picture);
                break;
            case "source":
                AddFrom(element, "src", Purpose.Media);
                AddAll(element, "srcset", Purpose.Picture);
                break;
            case "audio" or "video":
                AddFrom(element, "src", Purpose.Media);
                AddFrom(element, "poster", Purpose.Picture);
                break;
            case "track":
                AddFrom(element, "src", Purpose.Track);
                break;
            case "iframe" or "embed":
                AddFrom(element, "src", Purpose.Frame);
                break;
            case "object":
                AddFrom(element, "data", Purpose.Frame, element.Nodes().Any(n => n is XElement { Name.LocalName: not "param" } || (n is XText t && !string.IsNullOrWhiteSpace(t.Value))));
                break;
            case "script":
                AddFrom(element, "src", Purpose.Script);
                break;
            case "input" when element.Attribute("type")?.Value == "image":
                AddFrom(element, "src", Purpose.Picture);
                break;
            case "blockquote" or "q" or "ins" or "del":
                AddFrom(element, "cite", Purpose.Cite);
                break;
        }
    }

    private void ReadSvg(XElement element)
    {
        Purpose? use = element.Name.LocalName switch
        {
            "a" => Purpose.Link,
            "image" => Purpose.Picture,
            "use" => Purpose.SvgUse,
            "script" => Purpose.Script,
            _ => null,
        };
        if ((element.Attribute(Names.XLink + "href") ?? (use is null ? null : element.Attribute("href"))) is { } attribute)
        {
            Add(element, attribute.Value, use ?? Purpose.Other, hasFallback: false);
        }

        // Clips, masks and filters may be without a target (EPUBCheck), since readers then go without.
        foreach (var paint in element.Attributes().Where(a => a.Name.ToString() is "fill" or "stroke" && a.Value.StartsWith("url(", StringComparison.Ordinal)))
        {
            Add(element, paint.Value[4..].Split(')')[0].Trim('"', '\'', ' '), Purpose.Other, hasFallback: false);
        }

        if (element.Attribute(Names.EpubType) is not null && !Rendered.Contains(element.Name.LocalName))
        {
            book.Findings.Add(EpubKinds.Attribute, file.At(element), $"<{element.Name.LocalName}> of SVG may not have epub:type.");
        }

        if (element.Name.LocalName == "title" && element.Elements().Any(c => c.Name.Namespace != Names.Html))
        {
            book.Findings.Add(EpubKinds.Element, file.At(element), "<title> of SVG holds text and XHTML only.");
        }

        if (element.Name.LocalName == "foreignObject" && file.Root!.Name == Names.Html + "html" && element.Element(Names.Html + "body") is { } body)
        {
            book.Findings.Add(EpubKinds.Element, file.At(body), "A drawing inside XHTML may not have a <body> of its own.");
        }

        if (element.Name.LocalName == "style")
        {
            ReadStyle(new StyleSheet(element.Value, isDeclarations: false), element);
        }
    }

    private static bool IsInNav(XElement element) => element.Ancestors(Names.Html + "nav").Any(n => n.Attribute(Names.EpubType) is not null);

    private void AddFrom(XElement element, string attribute, Purpose use, bool hasFallback = false)
    {
        if (element.Attribute(attribute)?.Value is { } address)
        {
            Add(element, address, use, hasFallback);
        }
    }

    private void Add(XElement element, string address, Purpose use, bool hasFallback)
    {
        address = address.Trim();
        if (address.Length == 0)
        {
            return;
        }

        HasRemote |= use is not (Purpose.Link or Purpose.Nav or Purpose.Cite or Purpose.Other) && Address.IsRemote(address);
        book.References.Add(new Reference(item.Path, file.At(element), address, use, hasFallback) { Siblings = Siblings(element), IsInPicture = IsInPicture(element) });
    }

    private static bool IsInPicture(XElement element) => element.Name == Names.Html + "source" && element.Parent!.Name == Names.Html + "picture";

    private static string[] Siblings(XElement element) => element.Name == Names.Html + "source"
        ? [.. element.Parent!.Elements(element.Name).Where(s => s != element).Select(s => s.Attribute("src")?.Value.Trim()).OfType<string>()]
        : [];

    /// <summary>srcset: addresses with their sizes, after commas.</summary>
    private void AddAll(XElement element, string attribute, Purpose use)
    {
        foreach (var candidate in (element.Attribute(attribute)?.Value ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Add(element, candidate.Split(' ')[0].TrimEnd(','), use, element.Name.LocalName == "source" && element.Attribute("type") is not null);
        }
    }

    private void ReadStyle(StyleSheet sheet, XElement element)
    {
        foreach (var trouble in sheet.Troubles.Where(t => !(book.IsEpub2 && t.Kind == EpubKinds.CssProperty)))
        {
            book.Findings.Add(trouble.Kind, file.At(element), trouble.Message);
        }

        foreach (var (address, _, use) in sheet.Addresses)
        {
            Add(element, address, use, hasFallback: false);
        }
    }
}
