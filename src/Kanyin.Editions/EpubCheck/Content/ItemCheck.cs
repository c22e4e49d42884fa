using Kanyin.Editions.EpubCheck.Package;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>Reads one file of the manifest as what it is declared to be.</summary>
internal static class ItemCheck
{
    public static void Check(EpubBook book, PackageFile package, ManifestItem item)
    {
        if (book.Obfuscated.TryGetValue(item.Path, out var at))
        {
            if (!item.IsFont)
            {
                book.Findings.Add(EpubKinds.Encryption, at, $"Only fonts may be obfuscated, and {item.Path} is {item.MediaType}.");
            }

            return;
        }

        if (!book.Has(item.Path))
        {
            return;
        }

        switch (item.MediaType)
        {
            case "application/xhtml+xml":
                new DocumentCheck(book, package, item).Check();
                break;
            case "image/svg+xml":
                CheckDrawing(book, package, item);
                break;
            case "application/x-dtbncx+xml" when package.IsEpub2 || package.Toc == item:
                NcxCheck.Check(book, package, item);
                break;
            case "application/x-dtbncx+xml":
                // Readers of EPUB 3 take the navigation document and open no NCX but the spine's.
                break;
            case "application/smil+xml":
                OverlayCheck.Check(book, package, item);
                break;
            case "text/css":
                StyleSheetFile.Check(book, package, item);
                break;
            case "text/html" when package.IsEpub2:
                book.Findings.Add(EpubKinds.OddMetadata, package.Markup.At(item.Element), "text/html is not a type of EPUB.", "Write application/xhtml+xml.");
                break;
            case var _ when item.IsPicture:
                PictureCheck.Check(book, package, item);
                break;
            case var _ when item.IsFont:
                FontCheck.Check(book, item);
                break;
            case var _ when item.MediaType.EndsWith("+xml", StringComparison.Ordinal):
                book.Markup(item.Path);
                break;
            default:
                book.Bytes(item.Path);
                break;
        }
    }

    private static void CheckDrawing(EpubBook book, PackageFile package, ManifestItem item)
    {
        if (book.Markup(item.Path) is not { Root: { } root } file)
        {
            return;
        }

        if (root.Name != Names.Svg + "svg")
        {
            book.Findings.Add(EpubKinds.MediaType, file.At(root), "The file is declared as SVG, but does not begin with <svg> in its namespace.");
            return;
        }

        var survey = new DocumentSurvey(book, item, file);
        survey.Read();
        DocumentCheck.CheckProperties(book, package, item, survey, file);
        if (package.IsFixedPage(item) && root.Attribute("viewBox") is null)
        {
            book.Findings.Add(EpubKinds.FixedLayout, file.At(root), "A drawing that is a page of fixed layout must have a viewBox.");
        }
    }
}
