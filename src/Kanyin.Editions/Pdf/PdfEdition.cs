using System.Collections.Immutable;
using Kanyin.Editions.Pdf.Fonts;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Editions.Pdf.Tags;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>The book as a PDF 1.7 (ISO 32000-1) that is both PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), or PDF/A-3a (ISO 19005-3) where it carries files. A book without tags is PDF/A at level U.</summary>
public static class PdfEdition
{
    /// <summary>Writes the file, forward only; the same book gives the same bytes. Throws <see cref="IOException"/> from the stream or a picture's file.</summary>
    /// <returns>The paths of pictures whose files are damaged; a crossed frame stands for each.</returns>
    public static ImmutableArray<string> Write(TypesetBook book, Stream output)
    {
        var fonts = Fonts(book.Pages);
        var fontObjects = fonts.Select(font => Task.Run(() => FontObjects.Make(font))).ToList();
        var images = Images.Of(book.Pages, book.PictureResolution);
        var names = TagNames.Of(book.Structure);
        var contents = Contents(book.Pages, new Materials(fonts.ToDictionary(f => f.Face), images, names));

        using var file = new PdfFile(output);
        images.Write(file);
        var fontReferences = fonts.Select(_ => file.Reserve()).ToList();
        var pages = new PageObjects(file, book.Pages, fonts, fontReferences);
        var destinations = new Destinations(book.Pages, pages.References);
        var formulas = book.AttachesMathMl ? new FormulaFiles(file) : null;
        var tags = book.IsTagged ? new StructureTree(book.Structure, names, book.Metadata.Language, formulas) : null;
        var pageTree = pages.Write(contents, images, destinations, names, tags);
        for (var i = 0; i < fonts.Count; i++)
        {
            fontObjects[i].GetAwaiter().GetResult().Write(file, fontReferences[i], fonts[i]);
        }

        var catalog = WriteCatalog(file, book, pageTree, tags?.Write(file), destinations, carriesFormulas: formulas is { IsEmpty: false });
        file.Finish(catalog, DocumentInformation.Write(file, book.Metadata));
        return images.Broken;
    }

    // The faces in the order of their first use, with their codes given.
    private static List<EmbeddedFont> Fonts(ImmutableArray<Page> pages)
    {
        var fonts = new Dictionary<FontFace, EmbeddedFont>();
        foreach (var run in pages.SelectMany(p => p.AllItems).OfType<GlyphRun>())
        {
            if (!fonts.TryGetValue(run.Face, out var font))
            {
                fonts.Add(run.Face, font = new EmbeddedFont(run.Face, fonts.Count));
            }

            font.Count(run);
        }

        foreach (var font in fonts.Values)
        {
            font.GiveCodes();
        }

        return [.. fonts.Values];
    }

    private static PageContent[] Contents(ImmutableArray<Page> pages, Materials materials)
    {
        var contents = new PageContent[pages.Length];
        Parallel.For(0, pages.Length, i => contents[i] = PageContent.Of(pages[i], materials));
        return contents;
    }

    private static PdfRef WriteCatalog(PdfFile file, TypesetBook book, PdfRef pageTree, PdfRef? structure, Destinations destinations, bool carriesFormulas)
    {
        var outline = Outline.Write(file, book.Outline, destinations);
        var attached = Attachments.Write(file, book.Attachments, book.Metadata.Date);
        var metadata = file.Stream($"/Type/Metadata/Subtype/XML", Xmp.Of(book.Metadata, attached.IsEmpty && !carriesFormulas ? 2 : 3, book.IsTagged));
        PdfBuffer attachedNames = attached.IsEmpty ? $"" : PdfBuffer.Of($"/EmbeddedFiles {Attachments.WriteNames(file, attached)}");
        PdfBuffer catalog = $"<</Type/Catalog/Pages {pageTree}/PageLabels{PageLabels.Of([.. book.Pages.Select(p => p.Label)])}/Names<</Dests {destinations.Write(file)}{attachedNames}>>{Attachments.Entries(attached)}";
        if (outline is { } bookmarks)
        {
            catalog.Append($"/Outlines {bookmarks}/PageMode/UseOutlines");
        }

        if (structure is { } tree)
        {
            catalog.Append($"/StructTreeRoot {tree}/MarkInfo<</Marked true>>");
        }

        return file.Object(catalog.Append($"/Lang{book.Metadata.Language}/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata}/OutputIntents[{OutputIntent.Write(file)}]>>"));
    }
}
