using System.Xml;
using System.Xml.Linq;

namespace Kanyin.Editions.Pictures;

/// <summary>Vector pictures from the author's folder, made safe to hand on.</summary>
internal static class SvgFile
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const string XlinkNamespace = "http://www.w3.org/1999/xlink";
    private const long MaximumCharacters = 32_000_000;

    // Drawing programs name their namespaces by entities; more than that is an attack.
    private const long MaximumEntityCharacters = 1_000_000;

    /// <summary>The picture without scripts, foreign vocabularies, comments and references to the outside; null when it is no well-formed SVG.</summary>
    public static byte[]? Safe(byte[] bytes)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersInDocument = MaximumCharacters, MaxCharactersFromEntities = MaximumEntityCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true };
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            var root = XElement.Load(reader);
            if (root.Name != XName.Get("svg", SvgNamespace))
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
        root.Descendants().Where(IsForeign).ToList().ForEach(e => e.Remove());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Attributes().Where(a => IsUnsafe(a) || (a.Name == "id" && !ids.Add(a.Value))).ToList().ForEach(a => a.Remove());
        }
    }

    private static bool IsForeign(XElement element) =>
        element.Name.NamespaceName != SvgNamespace
        || element.Name.LocalName is "script" or "foreignObject" or "metadata"
        || (element.Name.LocalName == "style" && (element.Value.Contains("@import", StringComparison.OrdinalIgnoreCase) || element.Value.Contains("://", StringComparison.Ordinal)));

    private static bool IsUnsafe(XAttribute attribute)
    {
        var name = attribute.Name;
        if (attribute.IsNamespaceDeclaration)
        {
            return attribute.Value is not (SvgNamespace or XlinkNamespace);
        }

        var isKnown = name.NamespaceName.Length == 0 || name.Namespace == XNamespace.Xml || name.NamespaceName == XlinkNamespace;
        var isScript = name.NamespaceName.Length == 0 && name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase);
        var leadsOutside = name.LocalName == "href" && !attribute.Value.StartsWith('#') && !attribute.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);
        return !isKnown || isScript || leadsOutside;
    }
}
