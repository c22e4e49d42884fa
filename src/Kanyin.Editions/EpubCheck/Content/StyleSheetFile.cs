using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Markup;
using Kanyin.Editions.EpubCheck.Package;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>A style sheet that is a file of its own (EPUB 3.3 6.3).</summary>
internal static class StyleSheetFile
{
    public static void Check(EpubBook book, PackageFile package, ManifestItem item)
    {
        if (book.Text(item.Path) is not { } bytes)
        {
            return;
        }

        var (text, encoding) = TextBytes.Decode(bytes);
        var file = new SourceFile(item.Path, text ?? "");
        if (encoding == "UTF-16")
        {
            book.Findings.Add(EpubKinds.NotUtf8, Place.Of(file), "The style sheet is in UTF-16.", "Save it in UTF-8.");
        }
        else if (text is null)
        {
            book.Findings.Add(EpubKinds.NotUtf8, Place.Of(file), "The style sheet is not in UTF-8.");
            text = Encoding.Latin1.GetString(bytes);
        }

        if (text!.StartsWith("@charset \"", StringComparison.OrdinalIgnoreCase) && !text.AsSpan(10).StartsWith("utf-8\"", StringComparison.OrdinalIgnoreCase) && encoding != "UTF-16")
        {
            book.Findings.Add(EpubKinds.Css, Place.Of(file), "The style sheet says that it is not in UTF-8.");
        }

        var sheet = new StyleSheet(text, isDeclarations: false);
        foreach (var (kind, at, message) in sheet.Troubles.Where(t => !(package.IsEpub2 && t.Kind == EpubKinds.CssProperty)))
        {
            book.Findings.Add(kind, new Place(file, at, 0), message);
        }

        if (sheet.Addresses.Any(a => Address.IsRemote(a.Address)) && !item.Properties.Contains("remote-resources") && !package.IsEpub2)
        {
            book.Findings.Add(EpubKinds.ItemProperties, package.Markup.At(item.Element), $"{item.Path} needs the property remote-resources.");
        }

        foreach (var (address, at, use) in sheet.Addresses)
        {
            book.References.Add(new Reference(item.Path, new Place(file, at, 0), address, use));
        }
    }
}
