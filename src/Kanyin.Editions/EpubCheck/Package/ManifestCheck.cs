using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Package;

/// <summary>The manifest: every file once, with its type (EPUB 3.3 5.6).</summary>
internal sealed class ManifestCheck(EpubBook book, PackageFile package, Prefixes prefixes)
{
    private static readonly string[] Properties = ["cover-image", "data-nav", "dictionary", "glossary", "index", "mathml", "nav", "remote-resources", "scripted", "search-key-map", "svg", "switch"];
    private static readonly string[] OfDocuments = ["mathml", "scripted", "svg", "switch", "remote-resources", "nav", "index", "glossary", "data-nav"];

    private static readonly string[] Single = ["cover-image", "data-nav"];

    private readonly Findings _findings = book.Findings;
    private readonly HashSet<string> _durations = [.. package.Meta("media:duration").Select(m => m.Attribute("refines")?.Value.Trim() ?? "")];

    public void Check()
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in package.Items)
        {
            var at = package.Markup.At(item.Element);
            if (item.Element.Attribute("href") is { } href)
            {
                CheckAddress(item, href.Value.Trim(), at);
            }

            if (item.Path.Length > 0 && !paths.Add(item.Path))
            {
                _findings.Add(EpubKinds.Item, at, $"{item.Path} is listed twice.");
            }

            CheckProperties(item, at);
            CheckFallback(item, at);
            CheckOverlay(item, at);
        }

        if (!package.IsEpub2)
        {
            CheckSpecials();
        }
    }

    private void CheckAddress(ManifestItem item, string href, Place at)
    {
        if (href.Contains('#', StringComparison.Ordinal))
        {
            _findings.Add(EpubKinds.Item, at, $"“{href}” leads into a file; an item is a whole file.");
        }

        if (Address.Trouble(href) is { } trouble)
        {
            _findings.Add(EpubKinds.BadAddress, at, $"“{href}” is no address: {trouble}.");
        }

        if (Address.Scheme(href) is "data" or "file")
        {
            _findings.Add(EpubKinds.Item, at, $"“{href[..Math.Min(href.Length, 40)]}” cannot be an item.");
        }
        else if (item.IsRemote)
        {
            CheckRemote(item, href, at);
        }
        else if (item.Path.Length == 0)
        {
            _findings.Add(EpubKinds.BadAddress, at, $"“{href}” leads out of the archive.");
        }
        else if (item.Path == package.Path)
        {
            _findings.Add(EpubKinds.Item, at, "The package document is not an item of itself.");
        }
        else if (item.Path.StartsWith("META-INF/", StringComparison.Ordinal))
        {
            _findings.Add(EpubKinds.Item, at, "What is in META-INF is not part of the book.");
        }
        else if (!book.Has(item.Path))
        {
            _findings.Add(EpubKinds.MissingFile, at, $"{item.Path} is not in the archive.");
        }

        if (href.Contains('?', StringComparison.Ordinal) && !item.IsRemote)
        {
            _findings.Add(EpubKinds.BadAddress, at, $"“{href}” has a query, which the files of an archive cannot answer.");
        }
    }

    private void CheckRemote(ManifestItem item, string href, Place at)
    {
        if (package.IsEpub2 || item.IsDocument || item.IsPicture || item.MediaType is "text/css")
        {
            _findings.Add(EpubKinds.Remote, at, $"{href} must be in the book; only sound, film, fonts and what scripts fetch may be outside.");
        }
        else if (href.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
        {
            _findings.Add(EpubKinds.Insecure, at, $"{href} is fetched without encryption.", "Use https.");
        }
    }

    private void CheckProperties(ManifestItem item, Place at)
    {
        foreach (var property in item.Properties)
        {
            if (!prefixes.Check(property, Properties, [], at, EpubKinds.ItemProperties))
            {
                continue;
            }

            if ((property == "cover-image" && !item.IsPicture) || (property == "dictionary" && !item.Properties.Contains("search-key-map")) || (OfDocuments.Contains(property) && !(item.IsDocument || property == "remote-resources")))
            {
                _findings.Add(EpubKinds.ItemProperties, at, $"{item.MediaType} cannot have the property {property}.");
            }
        }
    }

    private void CheckFallback(ManifestItem item, Place at)
    {
        var reference = item.Fallback ?? (package.IsEpub2 ? item.Element.Attribute("fallback-style")?.Value.Trim() : null);
        if (reference is null)
        {
            return;
        }

        if (package.Find(reference) is null)
        {
            _findings.Add(EpubKinds.Fallback, at, $"There is no item “{reference}” to fall back to.");
        }
        else if (item.Fallback is not null && (ReferenceEquals(package.Find(item.Fallback), item) || (package.Fallbacks(item).LastOrDefault() is { Fallback: { } last } && package.Find(last) is not null)))
        {
            _findings.Add(EpubKinds.Fallback, at, $"The fallbacks of {item.Id} lead in a circle.");
        }
    }

    /// <summary>EPUB 3.3 9.3.5: what is read aloud says by which overlay, and how long it takes.</summary>
    private void CheckOverlay(ManifestItem item, Place at)
    {
        if (item.Overlay is null)
        {
            return;
        }

        if (package.Find(item.Overlay)?.MediaType != "application/smil+xml" || !item.IsDocument)
        {
            _findings.Add(EpubKinds.Overlay, at, $"media-overlay must lead from a page to a media overlay, but “{item.Overlay}” is none or {item.Path} no page.");
        }

        if (!_durations.Contains("") || !_durations.Contains("#" + item.Overlay))
        {
            _findings.Add(EpubKinds.Overlay, at, "The package must say how long the overlay takes, and how long all do (media:duration).");
        }
    }

    private void CheckSpecials()
    {
        var manifest = package.Elements("manifest").FirstOrDefault();
        var at = package.Markup.At(manifest ?? package.Root);
        var navs = package.Items.Where(i => i.Properties.Contains("nav")).ToList();
        if (navs.Count != 1)
        {
            _findings.Add(EpubKinds.Nav, at, $"One item must have the property nav; {navs.Count} have.");
        }

        foreach (var nav in navs.Where(n => n.MediaType != "application/xhtml+xml"))
        {
            _findings.Add(EpubKinds.Nav, package.Markup.At(nav.Element), "The navigation document must be application/xhtml+xml.");
        }

        foreach (var property in Single.Where(p => package.Items.Count(i => i.Properties.Contains(p)) > 1))
        {
            _findings.Add(EpubKinds.ItemProperties, at, $"Only one item may have the property {property}.");
        }
    }
}
