using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kanyin.Books.Model;
using Kanyin.Editions.Pdf;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using UglyToad.PdfPig;
using Xunit;
using Page = Kanyin.Typesetting.Pages.Page;

namespace Kanyin.Tests.Pdf;

/// <summary>Small books set by hand, glyph by glyph, and what PdfEdition makes of them.</summary>
internal static class HandSet
{
    public static readonly FontBook Fonts = FontBook.Load(System.IO.Path.Combine(Root(), "fonts"));
    public static readonly FontFace Song = Fonts.Han(FontFamily.Serif, isBold: false);
    public static readonly FontFace Latin = Fonts.Latin(FontFamily.Serif, isBold: false, isItalic: false);
    public static readonly FontFace Code = Fonts.Latin(FontFamily.Mono, isBold: false, isItalic: false);

    public static readonly BookMetadata Metadata =
        new("活字之书", null, ["沈括", "Bi Sheng"], "zh-CN", new DateOnly(2024, 3, 5), "开物社", "版权 & <自由>", "book-1", "说明");

    /// <summary>One glyph a code point, each <paramref name="gap"/> points after the end of the one before.</summary>
    public static GlyphRun Run(double x, double y, StructureElement? owner, FontFace face, string text, double size = 10, double gap = 0, Colour? colour = null, double scale = 1)
    {
        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        double at = 0;
        var start = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.GlyphOf(rune.Value);
            Assert.NotEqual(0, glyph);
            glyphs.Add(new Glyph(glyph, at, 0, start, rune.Utf16SequenceLength));
            at += (face.Advance(glyph) * size * scale) + gap;
            start += rune.Utf16SequenceLength;
        }

        return new GlyphRun(x, y, owner, face, size, scale, colour ?? Colour.Black, text, glyphs.ToImmutable());
    }

    public static TypesetBook Book(StructureElement structure, params Page[] pages) => new(Metadata, [.. pages], structure, []);

    public static Page Page(string label, params PageItem[] items) => new(300, 400, label, [.. items]);

    /// <summary>A book of one page with one paragraph, whose items are made for its owner.</summary>
    public static TypesetBook Paragraph(params Func<StructureElement, PageItem>[] items)
    {
        var document = new StructureElement(StructureRole.Document);
        var paragraph = document.Add(StructureRole.P);
        return Book(document, Page("1", [.. items.Select(i => i(paragraph))]));
    }

    public static byte[] Write(TypesetBook book)
    {
        using var output = new MemoryStream();
        PdfEdition.Write(book, output);
        return output.ToArray();
    }

    public static PdfDocument Open(TypesetBook book) => PdfDocument.Open(Write(book));

    public static string TextOf(TypesetBook book)
    {
        using var pdf = Open(book);
        return string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
    }

    private static string Root([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", ".."));
}
