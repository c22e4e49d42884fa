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
    public static TypesetBook Set(Book book, FontBook fonts, DiagnosticBag findings)
    {
        var style = BookStyle.Of(book, findings);
        var source = book.Chapters.IsEmpty ? new SourceFile("book.yml", "") : book.Chapters[0].File;
        var paragraphs = new ParagraphSetter(fonts, findings);
        var count = Prefaces.Count(book.Chapters);
        var prefaces = SetChapters(book.Chapters[..count], style, fonts, paragraphs, findings);
        var runs = SetChapters(book.Chapters[count..], style, fonts, paragraphs, findings);
        var makeUp = new MakeUp(style, fonts);
        var heads = new RunningHeads(style, paragraphs, fonts, source);
        var body = new NumberedPages(book.Metadata.Title, style, makeUp, heads).Of(runs, 1, Arabic);

        var document = new StructureElement(StructureRole.Document);
        ImmutableArray<Section> sections = [.. prefaces.Concat(runs).SelectMany(r => r.Sections)];
        var front = new FrontMatter(book, style, fonts, paragraphs, makeUp, heads, source, findings).Set(prefaces, sections, body, document);
        foreach (var element in runs.SelectMany(r => r.Elements))
        {
            document.Add(element);
        }

        ImmutableArray<Page> pages = [.. front, .. body];
        var colophon = new ColophonPage(book, style, paragraphs, source, findings);
        if (colophon.IsWanted && book.Design.ColophonStandsAtEnd)
        {
            var number = body.Length + 1;
            pages = pages.Add(colophon.Set(number, Arabic(number), pages, document.Add(StructureRole.Sect)));
        }

        return new TypesetBook(book.Metadata, pages, document, Outline(prefaces, runs, sections));
    }

    /// <summary>Runs of files are set side by side, and put together in their order.</summary>
    private static ImmutableArray<ChapterRun> SetChapters(ImmutableArray<Chapter> chapters, BookStyle style, FontBook fonts, ParagraphSetter paragraphs, DiagnosticBag findings)
    {
        var firstPart = chapters.ToList().FindIndex(c => c.Part is not null);
        var runs = new List<(ImmutableArray<Chapter> Chapters, bool IsInPart)>();
        for (var i = 0; i < chapters.Length; i++)
        {
            if (i == 0 || chapters[i].Depth == 0 || chapters[i].Part is not null)
            {
                runs.Add(([chapters[i]], firstPart >= 0 && i >= firstPart));
            }
            else
            {
                runs[^1] = (runs[^1].Chapters.Add(chapters[i]), runs[^1].IsInPart);
            }
        }

        return [.. runs.AsParallel().AsOrdered().Select(r => ChapterSetter.Set(r.Chapters, r.IsInPart, style, fonts, paragraphs, findings))];
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
