using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Markup;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck.Package;

/// <summary>The package document (EPUB 3.3 5; OPF 2.0.1).</summary>
internal static class PackageCheck
{
    /// <summary>Null where there is no package to go on with.</summary>
    public static PackageFile? Read(EpubBook book, string path)
    {
        if (book.Markup(path) is not { Root: { } root } file)
        {
            return null;
        }

        if (root.Name != Names.Opf + "package")
        {
            book.Findings.Add(EpubKinds.Package, file.At(root), $"The package document begins with <{root.Name.LocalName}> instead of <package> in the namespace {Names.Opf}.");
            return null;
        }

        var version = root.Attribute("version")?.Value.Trim();
        if (version is not ("2.0" or "3.0"))
        {
            book.Findings.Add(EpubKinds.Package, file.At(root), version is null ? "The package does not say its version." : $"There is no version {version} of EPUB; write 3.0.");
        }

        var package = new PackageFile(path, file);
        book.IsEpub2 = package.IsEpub2;
        book.HasPageSource = package.Meta("source-of").Concat(package.Meta("pageBreakSource")).Any();
        return package;
    }

    public static void Check(EpubBook book, PackageFile package)
    {
        var (file, findings) = (package.Markup, book.Findings);
        new SchemaCheck(Vocabularies.Of(package.IsEpub2 ? "package2" : "package"), file, findings, EpubKinds.Package, EpubKinds.Package).Check(package.Root);
        CheckIds(file, findings);
        var prefixes = new Prefixes(findings).Declare(package.Root.Attribute("prefix")?.Value, Prefixes.OfPackage, file.At(package.Root));
        new MetadataCheck(book, package, prefixes).Check();
        new ManifestCheck(book, package, prefixes).Check();
        new SpineCheck(book, package, prefixes).Check();
        CheckUnlisted(book, package);
    }

    /// <summary>Ids are unique in a file, whatever the element.</summary>
    public static void CheckIds(MarkupFile file, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in file.Root!.DescendantsAndSelf().Where(e => e.Attribute("id") is not null))
        {
            var id = element.Attribute("id")!.Value.Trim();
            if (!seen.Add(id))
            {
                findings.Add(EpubKinds.SameId, file.At(element), $"The id “{id}” is used twice.");
            }
        }
    }

    private static void CheckUnlisted(EpubBook book, PackageFile package)
    {
        var listed = package.Items.Select(i => i.Path).ToHashSet(StringComparer.Ordinal);
        var linked = package.Elements("metadata").Elements(Names.Opf + "link").Select(l => Address.Resolve(package.Path, l.Attribute("href")?.Value ?? "").Path);
        foreach (var path in book.Paths.Where(p => p != "mimetype" && p != package.Path && !p.StartsWith("META-INF/", StringComparison.Ordinal)).Except(listed).Except(linked.OfType<string>()))
        {
            book.Findings.Add(EpubKinds.Unlisted, Place.Of(new SourceFile(path, "")), $"{path} is in the archive and not in the manifest.");
        }
    }
}
