using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Flow;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Section = Kanyin.Typesetting.Flow.Section;

namespace Kanyin.Typesetting;

/// <summary>A book in, finished pages out: set chapters → number pages → front matter → colophon → outline.</summary>
public static class Typesetter
{
    /// <param name="earlier">What can be used again of a setting before; gets what can be used of this one.</param>
    /// <param name="progress">Hears how many chapters have been set.</param>
    public static TypesetBook Set(Book book, FontBook fonts, DiagnosticBag findings, EarlierPages? earlier = null, Progress? progress = null)
    {
        var style = BookStyle.Of(book, findings);
        var source = book.Chapters.IsEmpty ? new SourceFile("book.yml", "") : book.Chapters[0].File;
        var paragraphs = earlier is null ? new ParagraphSetter(fonts, findings) : new ParagraphSetter(fonts, findings, earlier.Shapers);
        earlier?.Begin(style);
        var chapters = new ChapterRuns(style, fonts, paragraphs, findings, earlier);
        chapters.Set(book.Chapters, new Steps(book.Chapters.Length, progress));
        var makeUp = new MakeUp(style, fonts);
        var heads = new RunningHeads(style, paragraphs, fonts, source);
        var document = new StructureElement(StructureRole.Document);
        var front = new FrontMatter(book, style, fonts, paragraphs, makeUp, heads, source, findings);
        front.Begin(document);
        chapters.Settle(() => NumberedPages.Labels(front.PagesOf(chapters.Prefaces).Concat(Text())));

        var (prefaces, runs, body) = (chapters.Prefaces, chapters.Text, Text());
        ImmutableArray<Section> sections = [.. prefaces.Concat(runs).SelectMany(r => r.Sections)];
        var frontPages = front.Finish(prefaces, sections, body, document);
        AddChapters(runs.SelectMany(r => r.Elements), document);

        ImmutableArray<Page> pages = [.. frontPages, .. body];
        var colophon = new ColophonPage(book, style, paragraphs, source, findings);
        if (colophon.IsWanted && book.Design.ColophonStandsAtEnd)
        {
            var number = body.Length + 1;
            pages = pages.Add(colophon.Set(number, Arabic(number), pages, document.Add(StructureRole.Sect)));
        }

        if (book.Design.Purpose == Purpose.Print)
        {
            pages = PressPages.Of(pages, book.Design, Arabic(pages.Length - frontPages.Length + 1));
        }

        return new TypesetBook(book.Metadata, pages, document, Outline(prefaces, runs, sections))
        {
            PictureResolution = book.Design.Purpose == Purpose.Screen ? 150 : 300,
            Attachments = book.Design.AttachesSource ? [.. book.Chapters.Select(c => new Attachment(c.File.Path, c.File.Text)).Distinct()] : [],
            AttachesMathMl = book.Design.AttachesMathMl,
        };

        ImmutableArray<Page> Text() => new NumberedPages(book.Metadata.Title, style, makeUp, heads).Of(chapters.Text, 1, Arabic);
    }

    /// <summary>The chapters after a part's title belong to it: in an element of this book's own, since the run's may be used again.</summary>
    private static void AddChapters(IEnumerable<StructureElement> elements, StructureElement document)
    {
        var parent = document;
        foreach (var element in elements)
        {
            if (element.Role != StructureRole.Part)
            {
                parent.Add(element);
                continue;
            }

            parent = document.Add(StructureRole.Part);
            foreach (var title in element.Children)
            {
                parent.Add(title);
            }
        }
    }

    private static string Arabic(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>In the order of the pages.</summary>
    private static ImmutableArray<OutlineEntry> Outline(ImmutableArray<ChapterRun> prefaces, ImmutableArray<ChapterRun> runs, ImmutableArray<Section> sections)
    {
        return
        [
            .. Entries(prefaces),
            .. ContentsPages.AreWanted(sections) ? new[] { new OutlineEntry(1, ContentsPages.Title, ContentsPages.Id) } : [],
            .. Entries(runs),
        ];

        static IEnumerable<OutlineEntry> Entries(ImmutableArray<ChapterRun> runs) =>
            runs.SelectMany(r => r.Sections).Select(s => new OutlineEntry(s.Level, s.Text, s.Target.Id));
    }
}
