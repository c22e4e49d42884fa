using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>The contents as EPUB 2 readers know them (OPF 2.0.1 2.4.1).</summary>
internal static class NcxDocument
{
    private static readonly XNamespace _ncx = "http://www.daisy.org/z3986/2005/ncx/";

    /// <param name="identifier">The same as the package's: readers compare them.</param>
    public static EpubFile Write(BookMetadata metadata, string identifier, ImmutableArray<ContentsEntry> contents)
    {
        var order = 0;
        var root = new XElement(
            _ncx + "ncx",
            new XAttribute("version", "2005-1"),
            new XAttribute(XNamespace.Xml + "lang", metadata.Language),
            new XElement(
                _ncx + "head",
                Meta("dtb:uid", identifier),
                Meta("dtb:depth", Number(contents.Max(e => e.Depth))),
                Meta("dtb:totalPageCount", "0"),
                Meta("dtb:maxPageNumber", "0")),
            new XElement(_ncx + "docTitle", new XElement(_ncx + "text", XmlText.OneLine(metadata.Title))),
            new XElement(_ncx + "navMap", Points(contents, ref order)));
        return new EpubFile("toc.ncx", "application/x-dtbncx+xml", XmlFile.ToBytes(root));
    }

    private static List<XElement> Points(ImmutableArray<ContentsEntry> entries, ref int order)
    {
        var points = new List<XElement>();
        foreach (var entry in entries)
        {
            points.Add(Point(entry, ref order));
        }

        return points;
    }

    private static XElement Point(ContentsEntry entry, ref int order)
    {
        var number = Number(++order);
        var point = new XElement(
            _ncx + "navPoint",
            new XAttribute("id", "n" + number),
            new XAttribute("playOrder", number),
            new XElement(_ncx + "navLabel", new XElement(_ncx + "text", entry.Label)),
            new XElement(_ncx + "content", new XAttribute("src", entry.Address)));
        point.Add(Points(entry.Entries, ref order));
        return point;
    }

    private static XElement Meta(string name, string content) => new(_ncx + "meta", new XAttribute("name", name), new XAttribute("content", content));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
