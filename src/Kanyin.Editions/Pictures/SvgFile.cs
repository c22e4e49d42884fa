using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Kanyin.Editions.Pictures;

/// <summary>Vector pictures from the author's folder, made safe to hand on.</summary>
internal static class SvgFile
{
    private const long MaximumCharacters = 32_000_000;

    // Drawing programs name their namespaces by entities; more than that is an attack.
    private const long MaximumEntityCharacters = 1_000_000;

    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace _xlink = "http://www.w3.org/1999/xlink";

    /// <summary>The picture without scripts, foreign vocabularies, comments and references to the outside; null when it is no well-formed SVG.</summary>
    public static byte[]? Safe(byte[] bytes)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersInDocument = MaximumCharacters, MaxCharactersFromEntities = MaximumEntityCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true };
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            var root = XElement.Load(reader);
            if (root.Name != _svg + "svg")
            {
                return null;
            }

            Clean(root);
            return XmlFile.ToBytes(root, indent: false);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Clean(XElement root)
    {
        foreach (var foreign in root.Descendants(_svg + "foreignObject").ToList())
        {
            ReplaceByText(foreign);
        }

        root.Descendants().Where(IsUnwanted).ToList().ForEach(e => e.Remove());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Attribute("href") is { } href && element.Attribute(_xlink + "href") is null)
            {
                element.Add(new XAttribute(_xlink + "href", href.Value)); // SVG 2 writes it without the prefix
            }

            element.Attributes().Where(a => IsUnwanted(a) || (a.Name == "id" && !ids.Add(a.Value))).ToList().ForEach(a => a.Remove());
        }

        root.SetAttributeValue(XNamespace.Xmlns + "xlink", _xlink.NamespaceName);
    }

    /// <summary>Labels that a diagram program wrote as HTML become plain SVG text, unless it has given such a text itself (in a switch).</summary>
    private static void ReplaceByText(XElement foreign)
    {
        var words = XmlText.OneLine(foreign.Value);
        if (words.Length == 0 || foreign.Parent!.Name == _svg + "switch")
        {
            foreign.Remove();
            return;
        }

        foreign.ReplaceWith(new XElement(
            _svg + "text",
            new XAttribute("x", Middle(foreign, "x", "width")),
            new XAttribute("y", Middle(foreign, "y", "height")),
            new XAttribute("text-anchor", "middle"),
            new XAttribute("dominant-baseline", "middle"),
            words));
    }

    private static string Middle(XElement box, string start, string length) => (Number(box, start) + (Number(box, length) / 2)).ToString(CultureInfo.InvariantCulture);

    private static double Number(XElement box, string name) =>
        double.TryParse(box.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    private static bool IsUnwanted(XElement element) =>
        element.Name.Namespace != _svg
        || !SvgVocabulary.Elements.Contains(element.Name.LocalName)
        || (element.Name.LocalName == "style" && LeadsOutside(element.Value));

    private static bool IsUnwanted(XAttribute attribute)
    {
        var name = attribute.Name;
        if (attribute.IsNamespaceDeclaration)
        {
            return attribute.Value != _svg.NamespaceName && attribute.Value != _xlink.NamespaceName;
        }

        if (name == _xlink + "href")
        {
            return !attribute.Value.StartsWith('#') && !attribute.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);
        }

        return name.Namespace == XNamespace.Xml ? name.LocalName is not ("lang" or "space")
            : name.NamespaceName.Length > 0 || !SvgVocabulary.Attributes.Contains(name.LocalName) || LeadsOutside(attribute.Value);
    }

    /// <summary>CSS that loads something, or runs it: a url() that is neither a place in the drawing nor a picture in the address itself.</summary>
    private static bool LeadsOutside(string style) =>
        style.Contains("@import", StringComparison.OrdinalIgnoreCase)
        || style.Contains("://", StringComparison.Ordinal)
        || style.ToLowerInvariant().Split("url(").Skip(1).Select(s => s.TrimStart(' ', '\t', '\n', '"', '\'')).Any(s => !s.StartsWith('#') && !s.StartsWith("data:image/", StringComparison.Ordinal));
}
