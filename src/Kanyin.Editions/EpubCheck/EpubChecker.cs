using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Archive;
using Kanyin.Editions.EpubCheck.Content;
using Kanyin.Editions.EpubCheck.Package;

namespace Kanyin.Editions.EpubCheck;

/// <summary>
/// Says whether an EPUB, of whatever origin, is valid (EPUB 3.3, OPF and OPS 2.0.1). Nothing is unpacked to disk, no
/// address is fetched, and sizes, depths and counts have limits, so that a hostile file costs a finding and no more.
/// </summary>
public static class EpubChecker
{
    /// <param name="epub">Must be able to seek.</param>
    /// <param name="name">What the archive itself is called in findings; those about a file in it have the file's path there.</param>
    /// <param name="spineProperties">Properties of the spine's entries that a bookshop has asked for and EPUB does not know.</param>
    public static void Check(Stream epub, string name, DiagnosticBag bag, params IReadOnlyList<string> spineProperties)
    {
        var findings = new Findings(bag);
        var whole = new SourceFile(name, "");
        ZipFile archive;
        try
        {
            archive = new ZipFile(epub);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            findings.Add(EpubKinds.NoArchive, Place.Of(whole), e.Message);
            return;
        }

        var book = new EpubBook(archive, findings) { SpineProperties = spineProperties };
        ArchiveCheck.Check(book, whole);
        foreach (var path in ContainerCheck.PackagePaths(book, whole))
        {
            if (PackageCheck.Read(book, path) is { } package)
            {
                Check(book, package);
            }
        }
    }

    private static void Check(EpubBook book, PackageFile package)
    {
        PackageCheck.Check(book, package);
        foreach (var item in package.Items.Where(i => !i.IsRemote))
        {
            ItemCheck.Check(book, package, item);
        }

        new ReferenceCheck(book, package).Check();
    }
}
