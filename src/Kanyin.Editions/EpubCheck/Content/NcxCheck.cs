using System.Globalization;
using System.Xml.Linq;
using Kanyin.Editions.EpubCheck.Package;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>The contents for readers of EPUB 2 (OPF 2.0.1 2.4.1; ANSI/NISO Z39.86-2005 8).</summary>
internal static class NcxCheck
{
    public static void Check(EpubBook book, PackageFile package, ManifestItem item)
    {
        if (book.Markup(item.Path) is not { Root: { } root } file)
        {
            return;
        }

        new SchemaCheck(Vocabularies.Of("ncx"), file, book.Findings, EpubKinds.Ncx, EpubKinds.Ncx).Check(root);
        PackageCheck.CheckIds(file, book.Findings);
        var identifier = Identifier(package);
        var uid = root.Elements(Names.Ncx + "head").Elements(Names.Ncx + "meta").FirstOrDefault(m => m.Attribute("name")?.Value == "dtb:uid");
        if (uid is not null && identifier is not null && uid.Attribute("content")?.Value.Trim() != identifier)
        {
            book.Findings.Add(EpubKinds.Ncx, file.At(uid), $"dtb:uid is “{uid.Attribute("content")?.Value}”, but the book's identifier is “{identifier}”.");
        }

        void Report(XElement at, string message) => book.Findings.Add(EpubKinds.Ncx, file.At(at), message);
        CheckOrder(root, Report);
        foreach (var pages in root.Descendants(Names.Ncx + "pageTarget").Where(p => p.Attribute("value") is not null).GroupBy(p => (Value: p.Attribute("value")!.Value, Type: p.Attribute("type")?.Value)).Where(g => g.Count() > 1))
        {
            Report(pages.Last(), $"The page {pages.Key.Value} is there twice.");
        }

        foreach (var content in root.Descendants(Names.Ncx + "content"))
        {
            book.References.Add(new Reference(item.Path, file.At(content), content.Attribute("src")?.Value.Trim() ?? "", Purpose.Ncx));
        }
    }

    private static string? Identifier(PackageFile package)
    {
        var id = package.Root.Attribute("unique-identifier")?.Value.Trim();
        return package.Elements("metadata").Descendants(Names.Dc + "identifier").FirstOrDefault(i => i.Attribute("id")?.Value.Trim() == id)?.Value.Trim();
    }

    /// <summary>playOrder runs from 1 without gaps, and is the same for the same target only.</summary>
    private static void CheckOrder(XElement root, Action<XElement, string> report)
    {
        var targets = root.Descendants()
            .Where(e => e.Attribute("playOrder") is not null)
            .Select(e => (Element: e, IsNumber: int.TryParse(e.Attribute("playOrder")!.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var order), Order: order, Target: e.Element(Names.Ncx + "content")?.Attribute("src")?.Value))
            .Where(t => t.IsNumber)
            .ToList();
        var orders = targets.Select(t => t.Order).ToHashSet();
        if (targets.Count > 0 && !orders.Contains(1))
        {
            report(targets[0].Element, "No playOrder is 1.");
        }

        foreach (var gap in targets.Where(t => t.Order > 1 && !orders.Contains(t.Order - 1)))
        {
            report(gap.Element, $"The playOrder {gap.Order} follows none of {gap.Order - 1}.");
        }

        foreach (var group in targets.GroupBy(t => t.Order).Where(g => g.DistinctBy(t => t.Target).Count() > 1))
        {
            report(group.Last().Element, $"The playOrder {group.Key} is that of different targets.");
        }

        foreach (var group in targets.Where(t => t.Target is not null).GroupBy(t => t.Target).Where(g => g.DistinctBy(t => t.Order).Count() > 1))
        {
            report(group.Last().Element, $"“{group.Key}” has different playOrders.");
        }
    }
}
