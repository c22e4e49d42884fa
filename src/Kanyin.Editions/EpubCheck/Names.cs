using System.Xml.Linq;

namespace Kanyin.Editions.EpubCheck;

/// <summary>The namespaces of an EPUB.</summary>
internal static class Names
{
    public static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    public static readonly XNamespace MathMl = "http://www.w3.org/1998/Math/MathML";
    public static readonly XNamespace Ncx = "http://www.daisy.org/z3986/2005/ncx/";
    public static readonly XNamespace Smil = "http://www.w3.org/ns/SMIL";
    public static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";
    public static readonly XNamespace Container = "urn:oasis:names:tc:opendocument:xmlns:container";

    public static readonly XName EpubType = Ops + "type";

    /// <summary>The words of an attribute that holds a list.</summary>
    public static string[] Words(string? list) => list?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static string[] Types(XElement element) => Words(element.Attribute(EpubType)?.Value);

    /// <summary>An element's name as the tables of vocabularies write it: with a prefix where the namespace is not the table's own.</summary>
    public static string Written(XName name, XNamespace own) => name.Namespace == own ? name.LocalName : Written(name);

    /// <summary>An attribute's name as the tables write it.</summary>
    public static string Written(XName name)
    {
        var space = name.Namespace;
        var prefix = space == XNamespace.None ? ""
            : space == XNamespace.Xml ? "xml:"
            : space == Ops ? "epub:"
            : space == Dc ? "dc:"
            : space == Opf ? "opf:"
            : space == "http://www.w3.org/2001/XMLSchema-instance" ? "xsi:"
            : null;
        return prefix is not null ? prefix + name.LocalName
            : name == Svg + "svg" ? "svg"
            : name == MathMl + "math" ? "math"
            : "other";
    }
}
