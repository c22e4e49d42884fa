using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// What stands before the text: cover and its empty back, title page (i) and its back (ii), contents from iii. An even
/// number of pages, so that the text begins on a recto.
/// </summary>
internal sealed class FrontMatter(Book book, BookStyle style, FontBook fonts, ParagraphSetter paragraphs, MakeUp makeUp, RunningHeads heads, SourceFile source)
{
    private static readonly Dictionary<StructureElement, int> NoCalls = [];

    public ImmutableArray<Page> Set(ImmutableArray<Section> sections, IReadOnlyDictionary<string, string> labels, StructureElement document)
    {
        var titles = new TitlePages(book, style, paragraphs, source);
        var pages = new List<Page> { titles.Cover(document) };
        var covers = 1;
        if (!style.IsSingleSided)
        {
            pages.Add(Blank(""));
            covers++;
        }

        pages.AddRange([titles.TitlePage(document), titles.RightsPage(document)]);
        if (ContentsPages.AreWanted(sections))
        {
            var cuts = ContentsPages.Of(sections, book.ContentsDepth, labels, document.Add(StructureRole.Sect), style, fonts, paragraphs, source);
            pages.AddRange(cuts.Select((cut, i) => ContentsPage(cut, i)));
        }

        if (!style.IsSingleSided && pages.Count % 2 != 0)
        {
            pages.Add(Blank(RomanNumeral.Of(pages.Count - covers + 1)));
        }

        return [.. pages];
    }

    private Page ContentsPage(PageCut cut, int index)
    {
        var number = 3 + index;
        var label = RomanNumeral.Of(number);
        var head = index == 0 ? [] : heads.Head(style.IsRecto(number) ? ContentsPages.Title : book.Metadata.Title, number);
        return makeUp.Make(cut, number, label, NoCalls, [.. head, .. heads.Number(label, number)]);
    }

    private Page Blank(string label) => new(style.Width, style.Height, label, []);
}
