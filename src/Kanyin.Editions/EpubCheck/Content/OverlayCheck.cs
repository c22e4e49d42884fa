using System.Globalization;
using Kanyin.Editions.EpubCheck.Package;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>A media overlay: which sound goes with which text (EPUB 3.3 9).</summary>
internal static class OverlayCheck
{
    public static void Check(EpubBook book, PackageFile package, ManifestItem item)
    {
        if (book.Markup(item.Path) is not { Root: { } root } file)
        {
            return;
        }

        new SchemaCheck(Vocabularies.Of("overlay"), file, book.Findings, EpubKinds.Overlay, EpubKinds.Overlay).Check(root);
        PackageCheck.CheckIds(file, book.Findings);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in root.Descendants().Where(e => e.Name.Namespace == Names.Smil))
        {
            var text = element.Name.LocalName == "text" ? element.Attribute("src")?.Value : element.Attribute(Names.Ops + "textref")?.Value;
            if (text is not null)
            {
                texts.Add(Address.Resolve(item.Path, text.Trim()).Path ?? "");
                book.References.Add(new Reference(item.Path, file.At(element), text.Trim(), Purpose.Overlay));
            }

            if (element.Name.LocalName != "audio")
            {
                continue;
            }

            book.References.Add(new Reference(item.Path, file.At(element), element.Attribute("src")?.Value.Trim() ?? "", Purpose.OverlayAudio));
            if (Seconds(element.Attribute("clipBegin")?.Value ?? "0") is { } begin && Seconds(element.Attribute("clipEnd")?.Value) is { } end && begin >= end)
            {
                book.Findings.Add(EpubKinds.Overlay, file.At(element), "The clip ends before it begins.");
            }
        }

        foreach (var document in package.Items.Where(i => i.Overlay == item.Id && !texts.Contains(i.Path)))
        {
            book.Findings.Add(EpubKinds.Overlay, package.Markup.At(document.Element), $"{document.Path} names the overlay {item.Id}, which does not read it.");
        }

        foreach (var path in texts)
        {
            if (package.ByPath.TryGetValue(path, out var document) && document.Overlay != item.Id)
            {
                book.Findings.Add(EpubKinds.Overlay, package.Markup.At(document.Element), $"{path} is read aloud by {item.Id}, so its media-overlay must say so.");
            }
        }
    }

    /// <summary>SMIL 3.0 5.4.3, clock values: 1:02:03.5, 02:03 or 12.3s.</summary>
    private static double? Seconds(string? clock)
    {
        if (clock is null)
        {
            return null;
        }

        double Number(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
        var text = clock.Trim();
        return text.Contains(':', StringComparison.Ordinal) ? text.Split(':').Aggregate(0.0, (sum, part) => (sum * 60) + Number(part))
            : text.EndsWith("ms", StringComparison.Ordinal) ? Number(text[..^2]) / 1000
            : text.EndsWith("min", StringComparison.Ordinal) ? Number(text[..^3]) * 60
            : text.EndsWith('h') ? Number(text[..^1]) * 3600
            : Number(text.TrimEnd('s'));
    }
}
