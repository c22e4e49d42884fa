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
    /// <param name="order">Tells what is read before what, across contents and pages.</param>
    public static EpubFile Write(BookMetadata metadata, string identifier, ImmutableArray<ContentsEntry> contents, IReadOnlyList<PageEntry> pages, ReadingOrder order)
    {
        var orders = contents.SelectMany(Addresses).Concat(pages.Select(p => p.Address)).Distinct(StringComparer.Ordinal).OrderBy(order.Of).Index().ToDictionary(p => p.Item, p => Number(p.Index + 1), StringComparer.Ordinal);
        var count = 0;
        var root = new XElement(
            _ncx + "ncx",
            new XAttribute("version", "2005-1"),
            new XAttribute(XNamespace.Xml + "lang", metadata.Language),
            new XElement(
                _ncx + "head",
                Meta("dtb:uid", identifier),
                Meta("dtb:depth", Number(contents.Max(e => e.Depth))),
                Meta("dtb:totalPageCount", Number(pages.Count)),
                Meta("dtb:maxPageNumber", Number(pages.Max(p => NumberOf(p.Label)) ?? 0))),
            new XElement(_ncx + "docTitle", Label(XmlText.OneLine(metadata.Title))),
            new XElement(_ncx + "navMap", Points(contents)),
            pages.Count == 0 ? null : new XElement(_ncx + "pageList", new XElement(_ncx + "navLabel", Label("页码")), pages.Select(Target)));
        return new EpubFile("toc.ncx", "application/x-dtbncx+xml", XmlFile.ToBytes(root));

        List<XElement> Points(ImmutableArray<ContentsEntry> entries)
        {
            var points = new List<XElement>();
            foreach (var entry in entries)
            {
                var point = Place("navPoint", "n" + Number(++count), entry.Label, entry.Address);
                point.Add(Points(entry.Entries));
                points.Add(point);
            }

            return points;
        }

        XElement Target(PageEntry page, int index)
        {
            var target = Place("pageTarget", "p" + Number(index + 1), page.Label, page.Address);
            target.Add(new XAttribute("type", NumberOf(page.Label) is null ? "front" : "normal"));
            target.Add(NumberOf(page.Label) is { } value ? new XAttribute("value", Number(value)) : null);
            return target;
        }

        XElement Place(string element, string id, string label, string address) => new(
            _ncx + element,
            new XAttribute("id", id),
            new XAttribute("playOrder", orders[address]),
            new XElement(_ncx + "navLabel", Label(label)),
            new XElement(_ncx + "content", new XAttribute("src", address)));
    }

    private static IEnumerable<string> Addresses(ContentsEntry entry) => entry.Entries.SelectMany(Addresses).Prepend(entry.Address);

    private static XElement Label(string text) => new(_ncx + "text", text);

    /// <summary>Null for roman numbers.</summary>
    private static int? NumberOf(string label) => int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static XElement Meta(string name, string content) => new(_ncx + "meta", new XAttribute("name", name), new XAttribute("content", content));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
