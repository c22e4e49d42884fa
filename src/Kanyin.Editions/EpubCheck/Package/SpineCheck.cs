using System.Xml.Linq;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Package;

/// <summary>The reading order, and what else points into the book: guide and collections (EPUB 3.3 5.7 to 5.9).</summary>
internal sealed class SpineCheck(EpubBook book, PackageFile package, Prefixes prefixes)
{
    private static readonly string[][] Exclusive =
    [
        ["rendition:flow-paginated", "rendition:flow-scrolled-continuous", "rendition:flow-scrolled-doc", "rendition:flow-auto"],
        ["rendition:layout-reflowable", "rendition:layout-pre-paginated"],
        ["rendition:orientation-landscape", "rendition:orientation-portrait", "rendition:orientation-auto"],
        ["page-spread-right", "page-spread-left", "rendition:page-spread-center", "rendition:page-spread-left", "rendition:page-spread-right"],
        ["rendition:spread-portrait", "rendition:spread-landscape", "rendition:spread-both", "rendition:spread-none", "rendition:spread-auto"],
    ];

    private static readonly string[] Properties = [.. Exclusive.SelectMany(e => e), "rendition:align-x-center"];
    private static readonly string[] Epub2Types = ["application/xhtml+xml", "application/x-dtbook+xml", "text/x-oeb1-document"];
    private static readonly string[] Collections = ["dictionary", "index", "index-group", "preview", "distributable-object", "manifest", "scriptable-component"];

    private readonly Findings _findings = book.Findings;

    public void Check()
    {
        CheckToc();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (reference, item) in package.Spine)
        {
            var at = package.Markup.At(reference);
            if (item is null)
            {
                _findings.Add(EpubKinds.Spine, at, $"There is no item “{reference.Attribute("idref")?.Value}”.");
            }
            else if (!seen.Add(item.Id))
            {
                _findings.Add(EpubKinds.Spine, at, $"{item.Id} is in the spine twice.");
            }
            else
            {
                CheckType(item, at);
            }

            CheckProperties(reference, at);
        }

        if (package.Spine.Count > 0 && package.Spine.All(s => s.Reference.Attribute("linear")?.Value.Trim() == "no"))
        {
            _findings.Add(EpubKinds.Spine, package.Markup.At(package.Elements("spine").First()), "Nothing in the spine is in the linear order.");
        }

        CheckGuide();
        foreach (var collection in package.Root.Descendants(Names.Opf + "collection"))
        {
            CheckCollection(collection);
        }
    }

    private void CheckToc()
    {
        foreach (var spine in package.Elements("spine"))
        {
            var toc = spine.Attribute("toc")?.Value.Trim();
            if (toc is not null && package.Find(toc)?.MediaType != "application/x-dtbncx+xml")
            {
                _findings.Add(EpubKinds.Spine, package.Markup.At(spine), $"The attribute toc must name the NCX, but “{toc}” is none.");
            }
            else if (toc is null && !package.IsEpub2 && package.Items.Any(i => i.MediaType == "application/x-dtbncx+xml"))
            {
                _findings.Add(EpubKinds.Spine, package.Markup.At(spine), "The book has an NCX, but the attribute toc of the spine does not name it.");
            }
        }
    }

    private void CheckType(ManifestItem item, Place at)
    {
        bool IsReadable(ManifestItem i) => package.IsEpub2 ? Epub2Types.Contains(i.MediaType) : i.IsDocument;
        if (IsReadable(item))
        {
            return;
        }

        if (package.IsEpub2 && (item.IsPicture || item.MediaType == "text/css"))
        {
            _findings.Add(EpubKinds.Spine, at, $"{item.Path} is {item.MediaType}, which is no page of a book.");
        }
        else if (!package.Fallbacks(item).Any(IsReadable))
        {
            _findings.Add(EpubKinds.Fallback, at, $"{item.Path} is {item.MediaType}, which is no page of a book, and falls back to none.");
        }
    }

    private void CheckProperties(XElement reference, Place at)
    {
        var properties = Names.Words(reference.Attribute("properties")?.Value);
        foreach (var property in properties.Except(book.SpineProperties))
        {
            prefixes.Check(property, Properties, ["rendition"], at, EpubKinds.Spine);
        }

        foreach (var group in Exclusive.Where(g => properties.Intersect(g).Count() > 1))
        {
            _findings.Add(EpubKinds.Spine, at, $"Only one may be chosen of: {string.Join(", ", properties.Intersect(group))}.");
        }
    }

    private void CheckGuide()
    {
        foreach (var reference in package.Elements("guide").Elements(Names.Opf + "reference"))
        {
            var href = reference.Attribute("href")?.Value.Trim() ?? "";
            var at = package.Markup.At(reference);
            if (Address.IsRemote(href))
            {
                _findings.Add(EpubKinds.Guide, at, $"The guide leads out of the book, to {href}.");
                continue;
            }

            var path = Address.Resolve(package.Path, href).Path;
            var item = package.ByPath.GetValueOrDefault(path ?? "");
            if (item is null)
            {
                _findings.Add(EpubKinds.Guide, at, $"The guide leads to {href}, which is not in the manifest.");
            }
            else if (!item.IsDocument && !Epub2Types.Contains(item.MediaType))
            {
                _findings.Add(EpubKinds.Guide, at, $"The guide leads to {href}, which is no page of the book.");
            }
            else
            {
                book.References.Add(new Reference(package.Path, at, href, Purpose.Guide));
            }
        }
    }

    private void CheckCollection(XElement collection)
    {
        var at = package.Markup.At(collection);
        var roles = Names.Words(collection.Attribute("role")?.Value);
        foreach (var role in roles.Where(r => !Collections.Contains(r) && Address.Scheme(r) is null))
        {
            _findings.Add(EpubKinds.OddMetadata, at, $"There is no kind of collection “{role}”.");
        }

        bool IsManifest(XElement e) => e.Name == Names.Opf + "collection" && Names.Words(e.Attribute("role")?.Value).Contains("manifest");
        if (IsManifest(collection) && collection.Parent == package.Root)
        {
            _findings.Add(EpubKinds.Guide, at, "A collection with the role manifest lists the parts of another, in which it must stand.");
        }

        if (roles.Contains("preview") && collection.Elements().Count(IsManifest) != 1)
        {
            _findings.Add(EpubKinds.Guide, at, "A preview must hold one collection with the role manifest.");
        }

        foreach (var link in collection.Elements(Names.Opf + "link"))
        {
            var href = link.Attribute("href")?.Value.Trim() ?? "";
            if (Address.Scheme(href) is null)
            {
                var item = package.ByPath.GetValueOrDefault(Address.Resolve(package.Path, href).Path ?? "");
                if (roles.Contains("index") && item?.MediaType != "application/xhtml+xml" || roles.Contains("preview") && item?.IsDocument != true)
                {
                    _findings.Add(EpubKinds.Guide, package.Markup.At(link), $"The collection leads to {href}, which is no page of the book.");
                }
                else
                {
                    book.References.Add(new Reference(package.Path, package.Markup.At(link), href, Purpose.PackageLink));
                }
            }
        }
    }
}
