using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Drawings;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>The author's picture, or a cover drawn from the facts of the book.</summary>
internal sealed class CoverPage(Book book, BookStyle style, ParagraphSetter paragraphs, SourceFile source, DiagnosticBag findings)
{
    /// <summary>A cover picture may lose this share to the trim; beyond it, it stands whole on white.</summary>
    private const double MostTrim = 0.15;
    private static readonly Colour Paper = Colour.Rgb(0xF5F1E8);
    private static readonly Colour Ink = Colour.Rgb(0x22303C);
    private static readonly Colour Accent = Colour.Rgb(0x9C2B20);

    private readonly DrawingSetter _drawings = new(paragraphs, findings);
    private readonly BookMetadata _facts = book.Metadata;
    private readonly Sheet _page = new(style, paragraphs, source, findings);

    public Page Set(StructureElement parent)
    {
        if (book.Cover is { } picture && _drawings.SizeOf(picture) is var (width, height))
        {
            _page.Add(PictureOn(picture, width, height, parent));
        }
        else
        {
            Draw(parent.Add(StructureRole.Sect));
        }

        return _page.ToPage("", "cover");
    }

    private PageItem PictureOn(Picture picture, double width, double height, StructureElement parent)
    {
        var element = parent.Add(new StructureElement(StructureRole.Figure) { Alt = _facts.Title });
        var (across, down) = (style.Width / width, style.Height / height);
        var fill = Math.Max(across, down);
        var fit = Math.Min(across, down);
        var factor = fit / fill >= 1 - MostTrim ? fill : fit;
        (width, height) = (width * factor, height * factor);
        return _drawings.Draw(picture, width, height, element).MovedBy((style.Width - width) / 2, (style.Height - height) / 2);
    }

    /// <summary>Paper, a thick and a thin rule (文武线) at the spine, the title from the upper third.</summary>
    private void Draw(StructureElement section)
    {
        var (w, h) = (style.Width, style.Height);
        _page.Add(new Rule(0, 0, null, w, h, Paper) { Artifact = Artifact.Background });
        _page.Add(new Rule(0, 0, null, 0.085 * w, h, Ink) { Artifact = Artifact.Background });
        _page.Add(new Rule(0.095 * w, 0, null, 0.75, h, Ink));
        var left = 0.19 * w;
        var measure = 0.7 * w;
        _page.Add(new Rule(left, 0.2 * h, null, 0.1 * w, 3, Accent));

        var (head, tail) = BookTitle.Split(_facts);
        var y = (0.2 * h) + 26;
        y = Put(head, BookTitle.Text(BookTitle.Size(head, measure, 0.105 * w)), y);
        y = Put(tail, BookTitle.Text(BookTitle.Size(tail, measure, 0.05 * w)) with { IsBold = false }, y + 8);
        Put(_facts.Subtitle ?? "", new TextStyle(FontFamily.Serif, Math.Max(10, 0.032 * w)), y + 14);

        var bottom = 0.86 * h;
        var names = Makers.TitleLines(_facts).ToList();
        var size = Math.Max(10, 0.034 * w);
        y = bottom - (1.4 * size * names.Count) - 15;
        foreach (var line in names)
        {
            y = Put(line, new TextStyle(FontFamily.Kai, size), y);
        }

        var edition = string.Join("　", new[] { _facts.Publisher, Makers.Month(_facts.Date) }.OfType<string>());
        if (names.Count > 0 || edition.Length > 0)
        {
            _page.Add(new Rule(left, bottom, null, measure, 0.5, Ink));
        }

        Put(edition, new TextStyle(FontFamily.Serif, Math.Max(8, 0.026 * w)), bottom + 8);

        double Put(string words, TextStyle text, double top) => _page.Put(words, text with { Colour = Ink }, left, top, section, measure, Alignment.Left);
    }
}
