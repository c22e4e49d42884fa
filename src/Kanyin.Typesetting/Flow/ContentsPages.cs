using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>The contents: every line leads to its heading (6.4).</summary>
internal sealed class ContentsPages
{
    public const string Id = OwnPages.Contents;
    public const string Title = "目录";

    /// <summary>A book with no more entries than this shows subsections too.</summary>
    private const int ShortBook = 60;

    /// <summary>占行 of the title, less than a chapter's: so the contents of many a book need one page less.</summary>
    private const int TitleLines = 4;

    /// <summary>Em of the level's indent: 章, 节, 小节.</summary>
    private static readonly ImmutableArray<double> Indents = [0, 2, 3.5];
    private const double TurnOver = 1;
    private const double TurnOverEnd = 3;
    private const double ShortestTurnOver = 3;
    private const double DotStep = 0.5;

    /// <summary>Between the dots and the words or the number. With the end that words keep free, it leaves two em of dots at least.</summary>
    private const double DotGap = 0.25;

    private readonly BookStyle _style;
    private readonly FontBook _fonts;
    private readonly ParagraphSetter _paragraphs;
    private readonly IReadOnlyDictionary<string, string> _labels;
    private readonly SourceFile _source;

    /// <summary>Of the widest page number: the words of all entries end at one place.</summary>
    private double _numberWidth;

    private ContentsPages(BookStyle style, FontBook fonts, ParagraphSetter paragraphs, IReadOnlyDictionary<string, string> labels, SourceFile source)
    {
        _style = style;
        _fonts = fonts;
        _paragraphs = paragraphs;
        _labels = labels;
        _source = source;
    }

    /// <summary>A single entry would tell the reader nothing.</summary>
    public static bool AreWanted(ImmutableArray<Section> sections) => sections.Length > 1;

    /// <param name="asked">How many levels the author wants, or null.</param>
    /// <param name="labels">The printed number of the page where each id landed.</param>
    public static ImmutableArray<PageCut> Of(ImmutableArray<Section> sections, int? asked, IReadOnlyDictionary<string, string> labels, StructureElement parent, BookStyle style, FontBook fonts, ParagraphSetter paragraphs, SourceFile source)
    {
        var pages = new ContentsPages(style, fonts, paragraphs, labels, source);
        var depth = asked ?? (sections.Count(s => s.ContentsLevel <= 3) <= ShortBook ? 3 : 2);
        var flow = new FlowList();
        pages.AddTitle(parent, flow);
        var table = parent.Add(StructureRole.TOC);
        ImmutableArray<Section> listed = [.. sections.Where(s => s.ContentsLevel <= depth)];
        pages._numberWidth = listed.Max(s => labels.TryGetValue(s.Target.Id, out var label) ? pages.WidthOf(label) : 0);
        for (var i = 0; i < listed.Length; i++)
        {
            pages.AddEntry(listed[i], table.Add(StructureRole.TOCI), flow);
            if (i + 1 < listed.Length && listed[i].ContentsLevel == 1 && listed[i + 1].ContentsLevel > 1)
            {
                // A chapter does not end the page without its first section.
                flow.BreakAfterLast(Breaks.Forbidden);
            }
        }

        return PageBreaker.Break(flow.WithHeadingsKept(style.Pitch), [], new PageFrame(style.TextHeight, style.Pitch, 0, HasFacingPages: false));
    }

    private void AddTitle(StructureElement parent, FlowList flow)
    {
        var style = _style.Heading(1);
        var element = parent.Add(StructureRole.H1);
        var text = new TextStyle(FontFamily.Sans, style.Size, IsBold: true);
        var place = Place.Of(_source);
        var lines = _paragraphs.Set(
            SpacedTitle.Of(new TextPiece(element, Title, text, place), _style.SpacedTitle),
            _style.Paragraph(_style.Measure, style.Size) with { Alignment = Alignment.Centre, IsSimple = true });
        var height = TitleLines * _style.Pitch;
        var baseline = ((height - style.Size) / 2) + (BookStyle.BodyAscent * style.Size);
        flow.Add(new FlowBox(height)
        {
            Items = [new DestinationMark(0, -baseline, Id), .. lines.SelectMany(l => l.Items)],
            Baseline = baseline,
            IsHeading = true,
            Opening = new Opening(Title, _style.OpensOnRecto),
        });
    }

    private void AddEntry(Section section, StructureElement entry, FlowList flow)
    {
        var isPart = section.ContentsLevel == 0;
        var text = isPart || section.ContentsLevel == 1
            ? new TextStyle(FontFamily.Sans, _style.Body)
            : new TextStyle(FontFamily.Serif, _style.Body);
        var em = _style.Body;
        var indent = isPart ? 0 : Indents[section.ContentsLevel - 1] * em;
        var link = entry.Add(StructureRole.Reference).Add(StructureRole.Link);
        var left = indent + (TurnOver * em);
        var measure = _style.Measure - left - _numberWidth - (TurnOverEnd * em);
        var paragraph = _style.Paragraph(measure, em, -TurnOver * em) with { Alignment = Alignment.Left, IsSimple = true, Hyphenates = false };
        var lines = _paragraphs.Set(Pieces(section, text, link), paragraph);
        if (lines.Length > 1 && lines[^1].Width < ShortestTurnOver * em)
        {
            // Rather lines of even length than one or two Han left over.
            lines = _paragraphs.Set(Pieces(section, text, link), paragraph with { IsSimple = false });
        }

        var column = new Column(null, left, measure, text, _style.Pitch, true, 0);
        if (isPart && flow.Count > 1)
        {
            flow.AddGap(new FlowGap(_style.Pitch / 2));
        }

        var boxes = lines.Select((l, i) => Linked(ChapterSetter.BoxOf(l, column) with { IsHeading = isPart }, i == 0 ? indent : left)).ToList();
        if (boxes.Count > 0)
        {
            boxes[^1] = boxes[^1] with { Items = [.. boxes[^1].Items, .. LeaderAndNumber(section, lines[^1].Width, left, link)] };
            flow.AddParagraph(boxes, together: boxes.Count);
        }

        // The whole line can be pressed, from the first word to the number.
        FlowBox Linked(FlowBox box, double from) =>
            box with { Items = box.Items.Add(new LinkArea(from - left, -0.95 * em, link, _style.Measure - from, 1.2 * em, section.Target, section.Text)) };
    }

    private ImmutableArray<ParagraphPiece> Pieces(Section section, TextStyle text, StructureElement link)
    {
        var place = Place.Of(_source);
        if (section.Number.Length == 0)
        {
            return [new TextPiece(link, section.Title, text, place)];
        }

        ImmutableArray<ParagraphPiece> number = [new TextPiece(link, section.Number, text, place)];
        return
        [
            .. section.NumberGap > 0 ? number.Add(new SpacePiece(link, section.NumberGap * text.Size, " ")) : number,
            new TextPiece(link, section.Title, text, place),
        ];
    }

    /// <summary>Dots half an em apart, on one raster for the whole table, then the page number at the right edge.</summary>
    private IEnumerable<PageItem> LeaderAndNumber(Section section, double lineWidth, double left, StructureElement link)
    {
        if (!_labels.TryGetValue(section.Target.Id, out var label))
        {
            yield break;
        }

        var em = _style.Body;
        var width = WidthOf(label);
        var right = _style.Measure - left;

        // The space is not seen, but keeps title and number apart where the line is read or copied.
        yield return PlainRun.Of(" ", NumberText, _fonts, link).MovedBy(right - width - WidthOf(" "), 0);
        yield return PlainRun.Of(label, NumberText, _fonts, link).MovedBy(right - width, 0);
        if (section.ContentsLevel == 0)
        {
            yield break;
        }

        // The raster begins at the right edge of the measure.
        var first = (int)Math.Ceiling((width + (DotGap * em)) / (DotStep * em));
        var last = (int)Math.Floor((right - lineWidth - (DotGap * em)) / (DotStep * em)) - 1;
        if (last >= first)
        {
            yield return Dots(right, first, last, em);
        }
    }

    private TextStyle NumberText => new(FontFamily.Serif, _style.Body);

    private double WidthOf(string label) => PlainRun.WidthOf(label, NumberText, _fonts);

    private GlyphRun Dots(double right, int first, int last, double em)
    {
        var face = _fonts.Latin(FontFamily.Serif, false, false);
        var dot = face.GlyphOf('.');
        var size = em * face.Scale;
        var inset = ((DotStep * em) - (face.Advance(dot) * size)) / 2;
        var count = last - first + 1;
        var x = right - ((last + 1) * DotStep * em) + inset;
        return new GlyphRun(x, -0.12 * em, null, face, size, 1, Colour.Grey(0.25), new string('.', count), [.. Enumerable.Range(0, count).Select(i => new Glyph(dot, i * DotStep * em, 0, i, 1))]);
    }
}
