using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck.Archive;

/// <summary>META-INF: which package documents there are, and what is encrypted (EPUB 3.3 4.2.6).</summary>
internal static class ContainerCheck
{
    private const string Path = "META-INF/container.xml";
    private const string PackageType = "application/oebps-package+xml";

    /// <summary>Books have one package; a file that lists thousands would only cost time.</summary>
    private const int MostPackages = 8;

    private static readonly XNamespace Xenc = "http://www.w3.org/2001/04/xmlenc#";
    private static readonly XName Signature = XName.Get("Signature", "http://www.w3.org/2000/09/xmldsig#");
    private static readonly string[] FontAlgorithms = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

    /// <summary>The paths of the package documents that are there.</summary>
    public static IReadOnlyList<string> PackagePaths(EpubBook book, SourceFile whole)
    {
        ReadEncryption(book);
        CheckSignatures(book);
        if (!book.Has(Path))
        {
            book.Findings.Add(EpubKinds.Container, Place.Of(whole), $"{Path} is missing.");
            return [];
        }

        if (book.Markup(Path) is not { Root: { } root } file)
        {
            return [];
        }

        new SchemaCheck(Vocabularies.Of("container"), file, book.Findings, EpubKinds.Container, EpubKinds.Container).Check(root);
        var packages = root.Descendants(Names.Container + "rootfile").Where(r => r.Attribute("media-type")?.Value.Trim() == PackageType).ToList();
        if (packages.Count == 0)
        {
            book.Findings.Add(EpubKinds.Container, file.At(root), $"No rootfile has the media type {PackageType}.");
        }

        foreach (var other in root.Descendants(Names.Container + "rootfile").Where(r => r.Attribute("media-type") is { } type && type.Value.Trim() != PackageType))
        {
            book.Findings.Add(EpubKinds.Container, file.At(other), $"A rootfile must have the media type {PackageType}.");
        }

        var paths = new List<string>();
        foreach (var package in packages.Take(MostPackages))
        {
            var path = package.Attribute("full-path")?.Value.Trim() ?? "";
            if (book.Has(path))
            {
                paths.Add(path);
            }
            else
            {
                book.Findings.Add(EpubKinds.Container, file.At(package), path.Length == 0 ? "The full-path of the rootfile is empty." : $"The package document {path} is missing.");
            }
        }

        return paths;
    }

    /// <summary>EPUB 3.3 4.2.6.3.6. Whether a signature is true is not asked.</summary>
    private static void CheckSignatures(EpubBook book)
    {
        if (book.Has("META-INF/signatures.xml") && book.Markup("META-INF/signatures.xml") is { Root: { } root } file
            && (root.Name != Names.Container + "signatures" || !root.Elements().Any() || root.Elements().Any(e => e.Name != Signature)))
        {
            book.Findings.Add(EpubKinds.Encryption, file.At(root), "The file must be a <signatures> that holds a Signature or more.");
        }
    }

    private static void ReadEncryption(EpubBook book)
    {
        if (!book.Has("META-INF/encryption.xml") || book.Markup("META-INF/encryption.xml") is not { Root: { } root } file)
        {
            return;
        }

        if (root.Name != Names.Container + "encryption" || !root.Elements().Any() || root.Elements().Any(e => e.Name.Namespace != Xenc))
        {
            book.Findings.Add(EpubKinds.Encryption, file.At(root), "The file must be an <encryption> that holds EncryptedData or EncryptedKey.");
        }

        foreach (var repeated in root.Descendants().Where(e => e.Attribute("Id") is not null).GroupBy(e => e.Attribute("Id")!.Value.Trim()).Where(g => g.Count() > 1))
        {
            book.Findings.Add(EpubKinds.SameId, file.At(repeated.Last()), $"The id {repeated.Key} is used twice.");
        }

        foreach (var data in root.Elements(Xenc + "EncryptedData").Where(d => d.Element(Xenc + "CipherData") is null))
        {
            book.Findings.Add(EpubKinds.Encryption, file.At(data), "EncryptedData must hold a CipherData.");
        }

        foreach (var reference in root.Descendants(Xenc + "CipherReference"))
        {
            var path = Address.Resolve("", reference.Attribute("URI")?.Value ?? "").Path ?? "";
            var algorithm = reference.Ancestors(Xenc + "EncryptedData").Elements(Xenc + "EncryptionMethod").FirstOrDefault()?.Attribute("Algorithm")?.Value ?? "";
            book.Encrypted.Add(path);
            if (!FontAlgorithms.Contains(algorithm))
            {
                book.Findings.Add(EpubKinds.Encrypted, file.At(reference), $"{path} is encrypted and is not checked.");
            }
            else
            {
                book.Obfuscated.TryAdd(path, file.At(reference));
            }
        }
    }
}
