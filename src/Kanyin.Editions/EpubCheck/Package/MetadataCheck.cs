using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Markup;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck.Package;

/// <summary>What the package says of the book (EPUB 3.3 5.5 and appendix D.3).</summary>
internal sealed partial class MetadataCheck(EpubBook book, PackageFile package, Prefixes prefixes)
{
    private static readonly string[] Properties =
    [
        "alternate-script", "authority", "belongs-to-collection", "collection-type", "display-seq", "file-as", "group-position", "identifier-type",
        "meta-auth", "role", "source-of", "pageBreakSource", "term", "title-type",
        "a11y:certifiedBy", "a11y:certifierCredential", "a11y:certifierReport", "a11y:exemption", "a11y:contactEmail",
        "media:active-class", "media:duration", "media:narrator", "media:playback-active-class",
        "rendition:flow", "rendition:layout", "rendition:orientation", "rendition:spread", "rendition:viewport",
    ];

    /// <summary>Reserved prefixes whose names are all known.</summary>
    private static readonly string[] Closed = ["a11y", "media", "rendition"];

    /// <summary>Which elements a property may refine.</summary>
    private static readonly Dictionary<string, string[]> Refined = new(StringComparer.Ordinal)
    {
        ["authority"] = ["subject"],
        ["term"] = ["subject"],
        ["identifier-type"] = ["identifier", "source"],
        ["role"] = ["creator", "contributor", "publisher"],
        ["source-of"] = ["source"],
        ["title-type"] = ["title"],
    };

    private static readonly string[] Required = ["identifier", "title", "language"];

    private static readonly string[] Single = ["collection-type", "display-seq", "file-as", "group-position", "identifier-type", "source-of", "title-type"];

    private static readonly Dictionary<string, string[]> Renditions = new(StringComparer.Ordinal)
    {
        ["rendition:flow"] = ["paginated", "scrolled-continuous", "scrolled-doc", "auto"],
        ["rendition:layout"] = ["reflowable", "pre-paginated"],
        ["rendition:orientation"] = ["landscape", "portrait", "auto"],
        ["rendition:spread"] = ["none", "landscape", "portrait", "both", "auto"],
    };

    private readonly MarkupFile _file = package.Markup;
    private readonly Findings _findings = book.Findings;
    private readonly Dictionary<string, XElement> _byId = package.Root.Descendants().Where(e => e.Attribute("id") is not null).DistinctBy(e => e.Attribute("id")!.Value.Trim()).ToDictionary(e => e.Attribute("id")!.Value.Trim(), StringComparer.Ordinal);

    public void Check()
    {
        CheckIdentifier();
        foreach (var metadata in package.Elements("metadata"))
        {
            CheckRequired(metadata);
            CheckElements(metadata);
            if (!package.IsEpub2)
            {
                CheckMeta(metadata);
                new LinkCheck(book, package, prefixes).Check(metadata);
            }
        }
    }

    private void CheckIdentifier()
    {
        var id = package.Root.Attribute("unique-identifier")?.Value.Trim();
        if (id is not null && !(_byId.TryGetValue(id, out var target) && target.Name == Names.Dc + "identifier"))
        {
            _findings.Add(EpubKinds.Identifier, _file.At(package.Root), $"No dc:identifier has the id “{id}” that unique-identifier names.");
        }
    }

    private void CheckRequired(XElement metadata)
    {
        var holder = metadata.Element(Names.Opf + "dc-metadata") ?? metadata;
        foreach (var name in Required.Where(n => !holder.Elements(Names.Dc + n).Any()))
        {
            _findings.Add(EpubKinds.MissingMetadata, _file.At(metadata), $"There is no dc:{name}.");
        }

        if (package.IsEpub2)
        {
            return;
        }

        if (metadata.Elements(Names.Dc + "date").Count() > 1)
        {
            _findings.Add(EpubKinds.Package, _file.At(metadata.Elements(Names.Dc + "date").Last()), "There may be only one dc:date, the date of publication.");
        }

        var modified = package.Meta("dcterms:modified").Where(m => m.Attribute("refines") is null).ToList();
        if (modified.Count != 1)
        {
            _findings.Add(EpubKinds.Modified, _file.At(metadata), $"There must be one meta with the property dcterms:modified; there are {modified.Count}.");
        }

        foreach (var meta in package.Meta("dcterms:modified").Where(m => !Instant.IsMatch(m.Value.Trim())))
        {
            _findings.Add(EpubKinds.Modified, _file.At(meta), $"“{meta.Value.Trim()}” is not of the form 2026-01-31T08:00:00Z.");
        }

        if (metadata.Elements(Names.Dc + "type").FirstOrDefault(t => t.Value.Trim() == "dictionary") is { } dictionary && package.Items.Count(i => i.Properties.Contains("search-key-map")) != 1)
        {
            _findings.Add(EpubKinds.Package, _file.At(dictionary), "A dictionary must have one search key map, an item with that property.");
        }

        if (!package.Elements("metadata").Elements(Names.Opf + "meta").Any(m => m.Attribute("property")?.Value.Trim() == "schema:accessMode"))
        {
            _findings.Add(EpubKinds.NoAccessibility, _file.At(metadata), "The package does not say how the book can be read (schema:accessMode).");
        }
    }

    private void CheckElements(XElement metadata)
    {
        foreach (var element in metadata.Descendants().Where(e => e.Name.Namespace == Names.Dc))
        {
            var (name, value) = (element.Name.LocalName, element.Value.Trim());
            if (name == "language" && value.Length > 0 && !AttributeCheck.IsLanguage(value))
            {
                _findings.Add(EpubKinds.Language, _file.At(element), $"“{value}” is not a language tag, such as zh-CN.");
            }
            else if (name == "date" && value.Length > 0 && !IsDate(value))
            {
                _findings.Add(package.IsEpub2 ? EpubKinds.Property : EpubKinds.OddMetadata, _file.At(element), $"The date “{value}” is not of the form 2026-01-31.");
            }
            else if (name == "identifier" && value.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) && !Guid.TryParseExact(value[9..], "D", out _))
            {
                _findings.Add(EpubKinds.OddMetadata, _file.At(element), $"“{value}” is not a UUID.");
            }
            else if (package.IsEpub2 && value.Length == 0)
            {
                _findings.Add(EpubKinds.OddMetadata, _file.At(element), $"<dc:{name}> is empty.");
            }

            if (element.Attribute(Names.Opf + "role")?.Value is { } role && !(role.Length == 3 && role.All(char.IsAsciiLetterLower)) && !role.StartsWith("oth.", StringComparison.Ordinal))
            {
                _findings.Add(EpubKinds.Property, _file.At(element), $"“{role}” is not one of MARC's codes for roles.");
            }
        }
    }

    private void CheckMeta(XElement metadata)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var meta in metadata.Elements(Names.Opf + "meta"))
        {
            var (property, at) = (meta.Attribute("property")?.Value.Trim(), _file.At(meta));
            if (property is null)
            {
                // The form of EPUB 2 is for old readers and not looked into.
                if (meta.Attribute("name") is null || meta.Attribute("content") is null)
                {
                    _findings.Add(EpubKinds.Package, at, "A meta must have either a property and a value, or a name and a content.");
                }

                continue;
            }

            if (string.IsNullOrWhiteSpace(meta.Value))
            {
                _findings.Add(EpubKinds.MissingMetadata, at, $"The property {property} has no value.");
            }

            if (prefixes.Check(property, Properties, Closed, at, EpubKinds.Property))
            {
                CheckProperty(meta, property, at, seen);
            }
        }

        CheckCircles(metadata);
        CheckSubjects(metadata);
    }

    /// <summary>EPUB 3.3 D.2: what refines something must not come back to itself.</summary>
    private void CheckCircles(XElement metadata)
    {
        // Each is followed once: who has been seen from an earlier one is in a circle already reported, or in none.
        var seen = new Dictionary<XElement, XElement>();
        foreach (var start in metadata.Elements(Names.Opf + "meta"))
        {
            var next = start;
            while (next is not null && seen.TryAdd(next, start))
            {
                next = next.Attribute("refines")?.Value.Trim() is ['#', .. var id] ? _byId.GetValueOrDefault(id) : null;
            }

            if (next is not null && seen[next] == start)
            {
                _findings.Add(EpubKinds.Property, _file.At(next), "What this refines leads back to itself.");
            }
        }
    }

    private void CheckProperty(XElement meta, string property, Place at, HashSet<(string, string)> seen)
    {
        var refines = meta.Attribute("refines")?.Value.Trim();
        XElement? target = null;
        if (refines is not null)
        {
            if (Address.Scheme(refines) is not null)
            {
                _findings.Add(EpubKinds.Property, at, $"refines must be a relative address, but is “{refines}”.");
            }
            else if (refines.StartsWith('#') && !_byId.TryGetValue(refines[1..], out target))
            {
                _findings.Add(EpubKinds.Property, at, $"{property} refines “{refines}”, which does not exist.");
            }
        }

        if (Refined.TryGetValue(property, out var allowed) && !(target?.Name.Namespace == Names.Dc && allowed.Contains(target.Name.LocalName)))
        {
            _findings.Add(EpubKinds.Property, at, $"{property} must refine {string.Join(" or ", allowed.Select(a => "dc:" + a))}.");
        }

        if ((property == "collection-type" || (property == "belongs-to-collection" && refines is not null)) && target?.Attribute("property")?.Value.Trim() != "belongs-to-collection")
        {
            _findings.Add(EpubKinds.Property, at, $"{property} must refine a belongs-to-collection.");
        }

        if (Single.Contains(property) && !seen.Add((property, refines ?? "")))
        {
            _findings.Add(EpubKinds.Property, at, $"{property} is said twice of the same.");
        }

        if (property == "source-of" && meta.Value.Trim() != "pagination")
        {
            _findings.Add(EpubKinds.Property, at, "source-of must be “pagination”.");
        }

        CheckRendition(meta, property, refines, at, seen);
    }

    private void CheckRendition(XElement meta, string property, string? refines, Place at, HashSet<(string, string)> seen)
    {
        if (Renditions.TryGetValue(property, out var values))
        {
            if (refines is not null || !values.Contains(meta.Value.Trim()) || !seen.Add((property, "")))
            {
                _findings.Add(EpubKinds.Property, at, $"{property} must stand once, for the whole book, and be one of: {string.Join(", ", values)}.");
            }
        }
        else if (property == "rendition:viewport" && !Viewport.IsMatch(meta.Value.Trim()))
        {
            _findings.Add(EpubKinds.Property, at, "rendition:viewport must be of the form width=600, height=800.");
        }
        else if (property is "media:active-class" or "media:playback-active-class" && (refines is not null || meta.Value.Trim().Contains(' ', StringComparison.Ordinal) || !seen.Add((property, ""))))
        {
            _findings.Add(EpubKinds.Property, at, $"{property} must stand once, for the whole book, and be one class.");
        }
        else if (property == "media:duration" && !ClockValue.IsMatch(meta.Value.Trim()))
        {
            _findings.Add(EpubKinds.Property, at, $"“{meta.Value.Trim()}” is not a time.");
        }
        else if (property == "meta-auth")
        {
            _findings.Add(EpubKinds.OddMetadata, at, "meta-auth is deprecated.");
        }
    }

    /// <summary>EPUB 3.3 D.3.1: an authority needs a term and a term an authority.</summary>
    private void CheckSubjects(XElement metadata)
    {
        var counts = metadata.Elements(Names.Opf + "meta").CountBy(m => (m.Attribute("property")?.Value.Trim(), m.Attribute("refines")?.Value.Trim())).ToDictionary();
        foreach (var subject in metadata.Elements(Names.Dc + "subject"))
        {
            var id = "#" + subject.Attribute("id")?.Value.Trim();
            int Count(string property) => counts.GetValueOrDefault((property, id));
            if ((Count("authority"), Count("term")) is not ((0, 0) or (1, 1)))
            {
                _findings.Add(EpubKinds.Property, _file.At(subject), "A subject has either one authority and one term, or neither.");
            }
        }
    }

    private static bool IsDate(string value) =>
        DateTimeOffset.TryParseExact(value, ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]
    private static partial Regex Instant { get; }

    [GeneratedRegex(@"^(width=\d+,\s*height=\d+|height=\d+,\s*width=\d+)$")]
    private static partial Regex Viewport { get; }

    [GeneratedRegex(@"^([0-9]+:[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|[0-9]+(\.[0-9]+)?(h|min|s|ms)?)$")]
    private static partial Regex ClockValue { get; }
}
