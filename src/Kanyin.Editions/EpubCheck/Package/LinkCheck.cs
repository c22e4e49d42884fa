using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Markup;

namespace Kanyin.Editions.EpubCheck.Package;

/// <summary>Links of the metadata to records and other resources (EPUB 3.3 5.5.7 and D.4).</summary>
internal sealed class LinkCheck(EpubBook book, PackageFile package, Prefixes prefixes)
{
    private static readonly string[] Relations =
        ["acquire", "alternate", "record", "voicing", "marc21xml-record", "mods-record", "onix-record", "xml-signature", "xmp-record", "a11y:certifierReport", "a11y:certifierCredential", "dcterms:conformsTo"];

    private readonly MarkupFile _file = package.Markup;
    private readonly Findings _findings = book.Findings;

    public void Check(XElement metadata)
    {
        foreach (var link in metadata.Elements(Names.Opf + "link"))
        {
            var (at, href, relations) = (_file.At(link), link.Attribute("href")?.Value.Trim() ?? "", Names.Words(link.Attribute("rel")?.Value));
            foreach (var relation in relations)
            {
                prefixes.Check(relation, Relations, ["a11y"], at, EpubKinds.Property);
            }

            if (relations.Contains("alternate") && relations.Length > 1)
            {
                _findings.Add(EpubKinds.Property, at, "The relation alternate stands alone.");
            }

            if ((relations.Contains("record") && link.Attribute("refines") is not null) || (relations.Contains("voicing") && link.Attribute("refines") is null))
            {
                _findings.Add(EpubKinds.Property, at, "A record is of the whole book, a voicing refines something.");
            }

            if (link.Attribute("media-type") is null && relations.Any(r => r is "record" or "voicing"))
            {
                _findings.Add(EpubKinds.Property, at, "The link must say its media-type.");
            }

            if (relations.Contains("voicing") && link.Attribute("media-type") is { } type && !type.Value.Trim().StartsWith("audio/", StringComparison.OrdinalIgnoreCase))
            {
                _findings.Add(EpubKinds.Property, at, $"A voicing must be sound, but is {type.Value.Trim()}.");
            }

            CheckTarget(href, link, at);
        }
    }

    private void CheckTarget(string href, XElement link, Place at)
    {
        if (Address.IsRemote(href))
        {
            book.References.Add(new Reference(package.Path, at, href, Purpose.PackageLink));
            return;
        }

        if (Address.Scheme(href) is not null)
        {
            return;
        }

        var path = Address.Resolve(package.Path, href).Path;
        if (href.StartsWith('#') || path == package.Path)
        {
            _findings.Add(EpubKinds.Property, at, "A link leads to a resource, not to an element of the package document.");
            return;
        }

        if (link.Attribute("media-type") is null)
        {
            _findings.Add(EpubKinds.Property, at, $"The link to {href} must say its media-type.");
        }

        book.References.Add(new Reference(package.Path, at, href, Purpose.PackageLink));
    }
}
