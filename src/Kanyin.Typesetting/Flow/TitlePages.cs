using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>书名页 and 献词, both on rectos.</summary>
internal sealed class TitlePages(Book book, BookStyle style, ParagraphSetter paragraphs, SourceFile source, DiagnosticBag findings)
{
    private const double DedicationLeading = 1.8;

    private readonly BookMetadata _facts = book.Metadata;

    public Page TitlePage(int number, StructureElement parent)
    {
        var left = style.Left(number);
        var section = parent.Add(StructureRole.Sect);
        var page = new Sheet(style, paragraphs, source, findings);
        page.Add(new DestinationMark(0, 0, OwnPages.Title));
        var (head, tail) = BookTitle.Split(_facts);
        var (large, middle) = (Math.Min(30, style.Measure / 9), Math.Min(14, style.Measure / 18));
        var y = 0.24 * style.Height;
        y = page.Put(head, BookTitle.Text(BookTitle.Size(head, style.Measure, large)), left, y, section);
        y = page.Put(tail, BookTitle.Text(middle + 2), left, y + 4, section);
        y = page.Put(_facts.Subtitle ?? "", new TextStyle(FontFamily.Serif, middle), left, y + 10, section);
        y = Math.Max(y + 50, 0.5 * style.Height);
        foreach (var line in Makers.TitleLines(_facts))
        {
            y = page.Put(line, new TextStyle(FontFamily.Kai, middle), left, y, section, leading: 1.7);
        }

        page.Put(_facts.Publisher ?? "", new TextStyle(FontFamily.Serif, Math.Min(12, middle)), left, style.Height - style.Bottom - 40, section);
        return page.ToPage(RomanNumeral.Of(number), "title page");
    }

    /// <summary>In 楷体 a little larger than the text; a long one begins higher than the upper third.</summary>
    public Page Dedication(string words, int number, StructureElement parent)
    {
        var page = new Sheet(style, paragraphs, source, findings);
        page.Add(new DestinationMark(0, 0, OwnPages.Dedication));
        var section = parent.Add(StructureRole.Sect);
        var text = new TextStyle(FontFamily.Kai, Math.Round(1.15 * style.Body));
        var lines = words.Split('\n', StringSplitOptions.TrimEntries);
        var y = style.Top + Math.Max(0, Math.Min((style.TextHeight / 3) - (2 * style.Pitch), style.TextHeight - (lines.Length * DedicationLeading * text.Size)));
        foreach (var line in lines)
        {
            y = line.Length == 0 ? y + style.Pitch : page.Put(line, text, style.Left(number), y, section, leading: DedicationLeading);
        }

        return page.ToPage(RomanNumeral.Of(number), "dedication");
    }
}
