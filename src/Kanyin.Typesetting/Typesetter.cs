using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Flow;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Section = Kanyin.Typesetting.Flow.Section;

namespace Kanyin.Typesetting;

/// <summary>A book in, finished pages out: set chapters → number pages → front matter → outline.</summary>
public static class Typesetter
{
    public static TypesetBook Set(Book book, FontBook fonts, DiagnosticBag findings)
    {
        var style = BookStyle.Of(book, findings);
        var source = book.Chapters.IsEmpty ? new SourceFile("book.yml", "") : book.Chapters[0].File;
        var paragraphs = new ParagraphSetter(fonts, findings);
        var runs = SetChapters(book.Chapters, style, fonts, paragraphs, findings);
        ImmutableArray<Section> sections = [.. runs.SelectMany(r => r.Sections)];
        var makeUp = new MakeUp(style, fonts);
        var heads = new RunningHeads(style, paragraphs, fonts, source);
        var body = new BodyPages(book.Metadata.Title, style, makeUp, heads).Of(runs);

        var document = new StructureElement(StructureRole.Document);
        var front = new FrontMatter(book, style, fonts, paragraphs, makeUp, heads, source);
        var frontPages = front.Set(sections, Labels(body), document);
        foreach (var element in runs.SelectMany(r => r.Elements))
        {
            document.Add(element);
        }

        return new TypesetBook(book.Metadata, [.. frontPages, .. body], document, Outline(sections));
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

    /// <summary>The printed number of the page where each id landed.</summary>
    private static Dictionary<string, string> Labels(ImmutableArray<Page> pages)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var mark in page.Items.OfType<DestinationMark>())
            {
                labels.TryAdd(mark.Id, page.Label);
            }
        }

        return labels;
    }

    private static ImmutableArray<OutlineEntry> Outline(ImmutableArray<Section> sections) =>
    [
        .. !ContentsPages.AreWanted(sections) ? [] : new[] { new OutlineEntry(1, ContentsPages.Title, ContentsPages.Id) },
        .. sections.Select(s => new OutlineEntry(s.Level, s.Text, s.Target.Id)),
    ];
}
