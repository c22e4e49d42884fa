using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Drawings;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Mathematics;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>Sets the files that share a page run (a chapter and the sections in files of their own) into one column.</summary>
internal sealed class ChapterSetter
{
    /// <summary>A page that ends between “as follows:” and what follows costs four empty lines.</summary>
    private const int IntroductionCost = 40;

    private readonly ParagraphSetter _paragraphs;
    private string _chapter = "";
    private int _tables;

    private ChapterSetter(BookStyle style, FontBook fonts, ParagraphSetter paragraphs, DrawingSetter drawings, DiagnosticBag findings, bool isInPart, PageReferences references)
    {
        Style = style;
        Fonts = fonts;
        Findings = findings;
        Drawings = drawings;
        Sections = new SectionList(isInPart);
        Notes = new NoteList();
        Formulas = new MathSetter(new GlyphSetter(fonts.Math, paragraphs.Shapers.Of(fonts.Math.Face)), paragraphs);
        Inlines = new InlineSetter(this);
        References = references;
        _paragraphs = paragraphs;
    }

    public BookStyle Style { get; }
    public FontBook Fonts { get; }
    public DiagnosticBag Findings { get; }
    public DrawingSetter Drawings { get; }
    public NoteList Notes { get; }
    public MathSetter Formulas { get; }
    public ChapterNotes ChapterNotes { get; } = new();
    public PrintedAddresses Addresses { get; } = new();
    public InlineSetter Inlines { get; }
    public FlowList Flow { get; private set; } = new();
    public SectionList Sections { get; }
    public PageReferences References { get; }

    public FaceChooser Faces => _paragraphs.Faces;

    /// <summary>The words of the running text.</summary>
    public TextStyle BodyText => new(FontFamily.Serif, Style.Body);

    public static ChapterRun Set(ImmutableArray<Chapter> chapters, bool isInPart, BookStyle style, FontBook fonts, ParagraphSetter paragraphs, DrawingSetter drawings, DiagnosticBag findings, PageReferences references)
    {
        var setter = new ChapterSetter(style, fonts, paragraphs, drawings, findings, isInPart, references);
        var elements = ImmutableArray.CreateBuilder<StructureElement>();
        foreach (var chapter in chapters)
        {
            elements.AddRange(setter.SetChapter(chapter));
        }

        setter.ChapterNotes.Set(setter.ColumnOf(elements[^1]), setter);
        var frame = new PageFrame(style.TextHeight, style.Pitch, NoteSetter.Separator(style), HasFacingPages: !style.IsSingleSided);
        return new(setter.Flow.WithHeadingsKept(style.Pitch), setter.Notes.ToImmutable(), frame, elements.ToImmutable(), setter.Sections.ToImmutable(), setter.Notes.Calls, references);
    }

    /// <summary>The pieces of a paragraph of running text, outside any book.</summary>
    public static ImmutableArray<ParagraphPiece> Pieces(ImmutableArray<Inline> inlines, BookStyle style, FontBook fonts, ParagraphSetter paragraphs, DiagnosticBag findings)
    {
        var setter = new ChapterSetter(style, fonts, paragraphs, new DrawingSetter(paragraphs, findings), findings, isInPart: false, new PageReferences(null));
        return setter.Inlines.Set(inlines, null, setter.BodyText);
    }

    public void SetBlocks(ImmutableArray<Block> blocks, Column column)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            // A rule between sections says nothing before a heading, or where there is nothing to part.
            if (blocks[i] is Break && (i == 0 || i + 1 == blocks.Length || blocks[i + 1] is Heading or Break))
            {
                continue;
            }

            SetBlock(blocks[i], column);
            if (i + 1 < blocks.Length && blocks[i] is Paragraph p && PriceBetween(p, blocks[i + 1]) is var price and not 0)
            {
                Flow.BreakAfterLast(price);
            }
        }
    }

    /// <summary>Runs an action and returns what it added to the column, taken out again.</summary>
    public FlowList Collect(Action action)
    {
        var outer = Flow;
        Flow = new FlowList();
        action();
        var inner = Flow;
        Flow = outer;
        return inner;
    }

    public ImmutableArray<Line> Lines(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style) => _paragraphs.Set(pieces, style);

    /// <summary>What tells readers of paper where a link leads.</summary>
    public Inline? AddressBehind(Link link) => Style.PrintsAddresses ? Addresses.Behind(link, _chapter) : null;

    /// <summary>A paragraph of the column, its lines kept by the rules. An address alone has no gaps to open.</summary>
    public void SetParagraph(ImmutableArray<Inline> inlines, Column column, double indent, Alignment alignment = Alignment.Justified)
    {
        var pieces = Inlines.Set(inlines, column.Add(English.ElementOf(StructureRole.P, inlines)), column.Text);
        alignment = inlines is [Link link] && PrintedAddresses.IsItsAddress(link) ? Alignment.Left : alignment;
        var lines = Lines(pieces, Style.Paragraph(column.Width, column.Em, indent) with { Alignment = alignment });
        Flow.AddParagraph([.. Apart(lines, column).Select(l => BoxOf(l, column))]);
    }

    /// <summary>Where a formula reaches down and one in the next line up, so that both would touch, the next line makes room.</summary>
    private static IEnumerable<Line> Apart(ImmutableArray<Line> lines, Column column)
    {
        var above = 0.0;
        foreach (var line in lines)
        {
            var overlap = above + line.FormulaAscent - column.Pitch;
            yield return overlap > 0 && above > 0 && line.FormulaAscent > 0 ? line with { Ascent = Math.Max(line.Ascent, column.Baseline + overlap) } : line;
            above = line.FormulaDescent;
        }
    }

    /// <summary>A line as an item of the column. Its height never depends on its fonts, only on boxes in it (PG4).</summary>
    public static FlowBox BoxOf(Line line, Column column)
    {
        var above = Math.Max(0, line.Above(column.LineGap) - column.Baseline);
        var below = Math.Max(0, line.Below(column.LineGap) - (column.Pitch - column.Baseline));
        return new FlowBox(above + column.Pitch + below)
        {
            Items = line.Items,
            X = column.Left,
            Baseline = above + column.Baseline,
            Trailing = below > 0 ? 0 : column.LineGap,
            IsOnGrid = column.IsOnGrid,
            Notes = line.Notes,
        };
    }

    /// <summary>A name for the next table of the chapter, by its number: it has none of its own.</summary>
    public string NextTableId() => string.Create(CultureInfo.InvariantCulture, $"{_chapter}-table-{++_tables}");

    /// <summary>Notes called by what was just set: their elements follow it, their words go to the foot of the page.</summary>
    public void SetNotes(Column column) => NoteSetter.SetPending(this, column);

    private Column ColumnOf(StructureElement section) => new(section, 0, Style.Measure, BodyText, Style.Pitch, true, Column.IndentOf(Style.Measure, Style.Body));

    /// <summary>The chapter's element, after that of the part which it begins.</summary>
    private ImmutableArray<StructureElement> SetChapter(Chapter chapter)
    {
        (_chapter, _tables) = (chapter.Id, 0);
        var section = new StructureElement(StructureRole.Sect);
        var column = ColumnOf(section);
        var elements = new List<StructureElement>();
        if (chapter.Part is { } title)
        {
            var part = new StructureElement(StructureRole.Part);
            PartSetter.Set(title, chapter, this, part);
            elements.Add(part);
        }

        var start = Flow.Count;
        if (chapter.Depth == 0 && !Flow.IsEmpty)
        {
            Flow.BreakAfterLast(Breaks.Forced);
        }

        Sections.Begin(chapter);
        SetBlocks(chapter.Blocks, column);
        Flow.ChangeFirstBox(start, b => b with
        {
            Items = b.Items.Insert(0, new DestinationMark(0, -b.Baseline, chapter.Id)),
            Opening = OpeningOf(b, chapter),
        });
        return [.. elements, section];
    }

    /// <summary>A part has a leaf of its own, whose back is blank; other chapters begin where the style says.</summary>
    private Opening? OpeningOf(FlowBox first, Chapter chapter) => chapter switch
    {
        { Part: not null } => new(first.Opening?.Title ?? chapter.Title, IsOnRecto: true),
        { Depth: 0 } => first.Opening ?? new(chapter.Title, Style.OpensOnRecto),
        _ => first.Opening,
    };

    private void SetBlock(Block block, Column column)
    {
        var start = Flow.Count;
        switch (block)
        {
            case Heading h: HeadingSetter.Set(h, column, this); break;
            case Paragraph p: SetParagraph(p.Inlines, column, p.IsContinued ? 0 : column.Indent); break;
            case List l: ListSetter.Set(l, column, this); break;
            case CodeBlock c: CodeSetter.Set(c, column, this); break;
            case Quote q: QuoteSetter.Set(q, column, this); break;
            case Callout c: QuoteSetter.Set(c, column, this); break;
            case Table t: TableSetter.Set(t, column, this); break;
            case Figure f: FigureSetter.Set(f, column, this); break;
            case MathBlock m: FormulaSetter.Set(m, column, this); break;
            case Definitions d: DefinitionSetter.Set(d, column, this); break;
            case Break: BreakSetter.Set(column, this); break;
            default: throw new UnreachableException();
        }

        if (block is Captioned { Id: { Length: > 0 } id } and not Figure)
        {
            Flow.ChangeFirstBox(start, b => b with { Items = b.Items.Insert(0, new DestinationMark(0, -b.Baseline, id)) });
        }

        SetNotes(column);
    }

    /// <summary>What a page's end between a paragraph and the block after it costs: a label stands above it, a colon points to it.</summary>
    private static int PriceBetween(Paragraph paragraph, Block next)
    {
        var last = PlainText.Of(paragraph.Inlines).AsSpan().TrimEnd() is [.., var c] ? c : ' ';
        return (paragraph.Inlines, next) switch
        {
            (_, Heading) => 0,
            ([Strong], _) when last is not ('。' or '！' or '？' or '…') => Breaks.Forbidden,
            (_, not Paragraph) when last is '：' or ':' => IntroductionCost,
            _ => 0,
        };
    }
}
