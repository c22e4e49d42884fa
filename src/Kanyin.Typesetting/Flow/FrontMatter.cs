using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// What stands before the text: cover and its empty back, then with roman numbers the title page (i) and its back, the
/// dedication, prefaces and contents (6.4). An even number of pages, so that the text begins on a recto.
/// </summary>
internal sealed class FrontMatter(Book book, BookStyle style, FontBook fonts, ParagraphSetter paragraphs, MakeUp makeUp, RunningHeads heads, SourceFile source, DiagnosticBag findings)
{
    private static readonly Dictionary<StructureElement, int> NoCalls = [];

    private readonly List<Page> _pages = [];
    private readonly ColophonPage _colophon = new(book, style, paragraphs, source, findings);
    private Page? _cover;
    private StructureElement? _imprint;

    private int Next => _pages.Count + 1;

    /// <summary>Sets what stands before the prefaces.</summary>
    public void Begin(StructureElement document)
    {
        var titles = new TitlePages(book, style, paragraphs, source, findings);
        _cover = new CoverPage(book, style, paragraphs, source, findings).Set(document);
        _pages.Add(titles.TitlePage(Next, document));
        _imprint = _colophon.IsWanted && !book.Design.ColophonStandsAtEnd ? document.Add(StructureRole.Sect) : null;
        if (_imprint is not null || !style.IsSingleSided)
        {
            // The facts on the title page's back count the pages: they are set when all are there.
            _pages.Add(Blank(RomanNumeral.Of(Next)));
        }

        AddDedication(titles, document);
    }

    /// <summary>The pages of prefaces, as they will be.</summary>
    public ImmutableArray<Page> PagesOf(ImmutableArray<ChapterRun> prefaces) => new NumberedPages(book.Metadata.Title, style, makeUp, heads).Of(prefaces, Next, RomanNumeral.Of);

    /// <param name="prefaces">Chapters that stand before the contents.</param>
    /// <param name="sections">What the contents list.</param>
    /// <param name="body">The pages of the text.</param>
    public ImmutableArray<Page> Finish(ImmutableArray<ChapterRun> prefaces, ImmutableArray<Section> sections, ImmutableArray<Page> body, StructureElement document)
    {
        AddPrefaces(prefaces, document);
        AddContents(sections, body, document);
        OpenRecto();
        if (_imprint is not null)
        {
            _pages[1] = _colophon.Set(2, RomanNumeral.Of(2), [.. _pages, .. body], _imprint);
        }

        return [_cover!, .. style.IsSingleSided ? [] : new[] { Blank("") }, .. _pages];
    }

    private void AddDedication(TitlePages titles, StructureElement document)
    {
        if (book.Dedication is { } words)
        {
            OpenRecto();
            _pages.Add(titles.Dedication(words, Next, document));
            OpenRecto();
        }
    }

    private void AddPrefaces(ImmutableArray<ChapterRun> prefaces, StructureElement document)
    {
        foreach (var element in prefaces.SelectMany(r => r.Elements))
        {
            document.Add(element);
        }

        _pages.AddRange(PagesOf(prefaces));
    }

    private void AddContents(ImmutableArray<Section> sections, ImmutableArray<Page> body, StructureElement document)
    {
        if (!ContentsPages.AreWanted(sections))
        {
            return;
        }

        if (style.OpensOnRecto)
        {
            OpenRecto();
        }

        var cuts = ContentsPages.Of(sections, book.ContentsDepth, NumberedPages.Labels(_pages.Concat(body)), document.Add(StructureRole.Sect), style, fonts, paragraphs, source);
        for (var i = 0; i < cuts.Length; i++)
        {
            var (number, label) = (Next, RomanNumeral.Of(Next));
            var head = i == 0 ? [] : heads.Head(style.IsRecto(number) ? ContentsPages.Title : book.Metadata.Title, number);
            _pages.Add(makeUp.Make(cuts[i], number, label, NoCalls, [.. head, .. heads.Number(label, number)]));
        }
    }

    private void OpenRecto()
    {
        if (!style.IsRecto(Next))
        {
            _pages.Add(Blank(RomanNumeral.Of(Next)));
        }
    }

    private Page Blank(string label) => new(style.Width, style.Height, label, []);
}
