using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>三线表: three rules, no verticals; the head is repeated on every page (6.4).</summary>
internal sealed class TableSetter
{
    private const double OuterRule = 1.5;
    private const double HeadRule = 0.75;

    /// <summary>White between columns, in em of the table.</summary>
    private const double Gap = 1.2;

    /// <summary>White at both sides, in em of the table.</summary>
    private const double Side = 0.5;

    /// <summary>A table smaller than this share of the page is small.</summary>
    private const double SmallShare = 0.25;

    /// <summary>A small table of fewer rows stays whole.</summary>
    private const int LeastCutRows = 5;

    /// <summary>What a page's end inside a table costs, and inside a small one: five lines left empty are better.</summary>
    private const int CutCost = 20;
    private const int SmallCutCost = 55;

    /// <summary>A cell no wider than this, in em of the table, is not broken as long as the table has room.</summary>
    private const double ShortCell = 7.5;

    /// <summary>A column narrower than this, in em of the table, is set ragged.</summary>
    private const double LeastFlush = 10;

    /// <summary>A cell is ragged when to be flush one of its lines would be opened by more, in em a Han character: words and code have no gaps to give.</summary>
    private const double MostOpened = 0.1;
    private const char FirstHan = '\u2E80';

    /// <summary>A row taller than this share of the page may be cut.</summary>
    private const double CutShare = 0.4;

    /// <summary>A measure that no cell fills, in points.</summary>
    private const double Unbroken = 1e5;

    private readonly Table _table;
    private readonly Column _column;
    private readonly ChapterSetter _chapter;
    private readonly double _size;
    private readonly double _pitch;
    private readonly double _padding;
    private readonly ImmutableArray<bool> _isNumber;

    private TableSetter(Table table, Column column, double size, ChapterSetter chapter)
    {
        _table = table;
        _column = column;
        _chapter = chapter;
        _isNumber = NumberColumns.Of(table);
        _size = size;
        _pitch = chapter.Style.SmallLeading * size;
        _padding = Math.Max(0.2 * size, (column.Pitch - _pitch) / 2);
    }

    public static void Set(Table table, Column column, ChapterSetter chapter)
    {
        if (table.Columns.IsEmpty)
        {
            return;
        }

        var element = column.Add(StructureRole.Table);
        var caption = CaptionSetter.ElementOf(table, table.Caption, element);
        var small = Math.Min(chapter.Style.Small, column.Em);
        var smallest = Math.Min(small, chapter.Style.Smallest);
        var cells = new TableSetter(table, column, small, chapter).Cells(element);
        ImmutableArray<ImmutableArray<ImmutableArray<ParagraphPiece>>> lesser = [.. cells.Select(r => r.Select(c => Scaled(c, smallest / small)).ToImmutableArray())];
        var fit = Fitted(column);
        if (fit is null && MayTurn(column, cells, chapter.Style))
        {
            var turned = column with { Width = chapter.Style.TextHeight };
            chapter.Flow.AddRange(TurnedTable.Of((Fitted(turned) ?? Squeezed(turned)).Rows(caption), chapter.Style));
        }
        else
        {
            Display.Add((fit ?? Squeezed(column)).Rows(caption), column, chapter);
        }

        Fit? Fitted(Column to) => Try(to, small, cells, ShortCell) ?? Try(to, smallest, lesser, ShortCell) ?? Try(to, smallest, lesser, 0);

        // Its words are broken.
        Fit Squeezed(Column to) => new TableSetter(table, to, smallest, chapter).Measure(lesser, 0);

        Fit? Try(Column to, double size, ImmutableArray<ImmutableArray<ImmutableArray<ParagraphPiece>>> words, double whole) =>
            new TableSetter(table, to, size, chapter).Measure(words, whole) is { IsTooWide: false } fit ? fit : null;
    }

    /// <summary>Notes stand at the foot of their page, and a turned page has none; in a list or a quotation a table keeps its place.</summary>
    private static bool MayTurn(Column column, ImmutableArray<ImmutableArray<ImmutableArray<ParagraphPiece>>> cells, BookStyle style) =>
        column.IsOnGrid && column.Width >= style.Measure && !cells.Any(r => r.Any(c => c.Any(p => p is NoteCallPiece)));

    /// <summary>What a column's cells need, and the pieces of each cell with its lines when nothing breaks it.</summary>
    /// <param name="Fractions">The room that a column of numbers needs right of its decimal points.</param>
    private sealed record Fit(TableSetter Setter, ImmutableArray<double> Least, ImmutableArray<double> Natural, ImmutableArray<double> Fractions, ImmutableArray<ImmutableArray<SetCell>> Cells)
    {
        /// <summary>The words of the columns do not stand side by side.</summary>
        public bool IsTooWide => Least.Sum() + (Gap * Setter._size * (Least.Length - 1)) > Setter.Room;

        public FlowList Rows(StructureElement? caption) => Setter.Rows(this, caption);
    }

    private readonly record struct SetCell(ImmutableArray<ParagraphPiece> Pieces, ImmutableArray<Line> Lines, double Width);

    /// <summary>The pieces of the cells, row by row, the head's first.</summary>
    private ImmutableArray<ImmutableArray<ImmutableArray<ParagraphPiece>>> Cells(StructureElement? element)
    {
        var head = _table.Head.IsEmpty ? null : element?.Add(StructureRole.THead);
        var body = _table.Body.IsEmpty ? null : element?.Add(StructureRole.TBody);
        return [.. _table.Head.Select(r => Of(r, head, true)), .. _table.Body.Select(r => Of(r, body, false))];

        ImmutableArray<ImmutableArray<ParagraphPiece>> Of(TableRow row, StructureElement? group, bool isHead)
        {
            var line = group?.Add(StructureRole.TR);
            var style = new TextStyle(isHead ? FontFamily.Sans : FontFamily.Serif, _size);
            return [.. row.Cells.Select(c => _chapter.Inlines.Set(c.Inlines, line?.Add(English.ElementOf(isHead ? StructureRole.TH : StructureRole.TD, c.Inlines)), style))];
        }
    }

    private static ImmutableArray<ParagraphPiece> Scaled(ImmutableArray<ParagraphPiece> cell, double factor) =>
        [.. cell.Select(p => p switch
        {
            TextPiece t => t with { Style = Scaled(t.Style, factor) },
            NoteCallPiece n => n with { Style = Scaled(n.Style, factor) },
            _ => p,
        })];

    private static TextStyle Scaled(TextStyle style, double factor) => style with { Size = style.Size * factor, Rise = style.Rise * factor };

    private double Room => _column.Width - (2 * Side * _size);

    /// <param name="whole">Cells up to this width in em are not broken.</param>
    private Fit Measure(ImmutableArray<ImmutableArray<ImmutableArray<ParagraphPiece>>> cells, double whole)
    {
        var count = _table.Columns.Length;
        var (least, natural, wholes, fractions) = (new double[count], new double[count], new double[count], new double[count]);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<SetCell>>(cells.Length);
        foreach (var row in cells)
        {
            var set = ImmutableArray.CreateBuilder<SetCell>(count);
            for (var i = 0; i < count; i++)
            {
                var lines = Break(row[i], Unbroken, Alignment.Left);
                lines = _isNumber[i] ? [.. lines.Select(DecimalPoint.WithMinus)] : lines;
                var width = lines.IsEmpty ? 0 : lines.Max(l => l.Width);
                if (_isNumber[i] && lines is [var number] && DecimalPoint.In(number) is { } point)
                {
                    (wholes[i], fractions[i]) = (Math.Max(wholes[i], point), Math.Max(fractions[i], width - point));
                }

                least[i] = Math.Max(least[i], width <= whole * _size ? width : Math.Min(width, LongestWord.In(row[i], _chapter.Fonts)));
                natural[i] = Math.Max(natural[i], width);
                set.Add(new(row[i], lines, width));
            }

            rows.Add(set.ToImmutable());
        }

        for (var i = 0; i < count; i++)
        {
            least[i] = Math.Max(least[i], wholes[i] + fractions[i]);
            natural[i] = Math.Max(natural[i], wholes[i] + fractions[i]);
        }

        return new(this, [.. least], [.. natural], [.. fractions], rows.ToImmutable());
    }

    private ImmutableArray<Line> Break(ImmutableArray<ParagraphPiece> pieces, double measure, Alignment alignment) =>
        _chapter.Lines(pieces, _chapter.Style.Paragraph(measure, _size) with { Alignment = alignment, IsSimple = true, Hyphenates = false });

    /// <summary>A cell's lines in a column, flush on both sides where the column is wide enough for Han to take it (6.4).</summary>
    private ImmutableArray<Line> Broken(SetCell cell, int column, double width)
    {
        if (cell.Width <= width + 1e-6)
        {
            return cell.Lines;
        }

        var ragged = Break(cell.Pieces, width, Alignment.Left);
        var isFlush = width >= LeastFlush * _size && _table.Columns[column] is ColumnAlignment.Default or ColumnAlignment.Left
            && ragged.SkipLast(1).All(l => width - l.Width <= MostOpened * _size * HanIn(l));
        return isFlush ? Break(cell.Pieces, width, Alignment.Justified) : ragged;
    }

    private static int HanIn(Line line) => line.Items.OfType<GlyphRun>().Sum(r => r.Text.Count(c => c >= FirstHan));

    private FlowList Rows(Fit columns, StructureElement? caption)
    {
        var widths = ColumnWidths.Of(columns.Least, columns.Natural, Room, Gap * _size);
        var width = widths.Sum() + (Gap * _size * (widths.Length - 1)) + (2 * Side * _size);
        var left = _column.Left + ((_column.Width - width) / 2);
        var top = RuleBox(left, width, OuterRule);
        var head = new List<FlowBox> { top with { Items = top.Items.Insert(0, new DestinationMark(0, 0, _chapter.NextTableId())), BreakAfter = Breaks.Forbidden } };
        foreach (var row in columns.Cells.Take(_table.Head.Length))
        {
            head.AddRange(RowBoxes(row, columns, widths, left).Select(b => b with { BreakAfter = Breaks.Forbidden }));
        }

        if (!_table.Head.IsEmpty)
        {
            head.Add(RuleBox(left, width, HeadRule) with { BreakAfter = Breaks.Forbidden });
        }

        var body = BodyBoxes(columns, widths, left);
        body.Add(RuleBox(left, width, OuterRule));
        ImmutableArray<FlowBox> repeated = [.. CaptionSetter.Resumed(_table, left + width, _column, _chapter), .. head.Select(AsArtifact)];
        var list = new FlowList();
        list.AddRange(CaptionSetter.Above(_table, caption, _column, _chapter));
        list.AddRange(head);
        list.AddRange(body.Select((b, i) => i == 0 ? b : b with { Repeated = repeated }));
        return list;
    }

    /// <summary>Rows are never cut, unless taller than a good part of a page; the first and the last two stay together.</summary>
    private List<FlowBox> BodyBoxes(Fit columns, ImmutableArray<double> widths, double left)
    {
        var boxes = new List<FlowBox>();
        var rows = columns.Cells[_table.Head.Length..];
        var set = rows.Select(r => RowBoxes(r, columns, widths, left)).ToList();
        var isSmall = set.Sum(r => r.Sum(b => b.Height)) < SmallShare * _chapter.Style.TextHeight;
        var isWhole = isSmall && rows.Length < LeastCutRows;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = set[i];
            var mayCut = row.Sum(b => b.Height) > CutShare * _chapter.Style.TextHeight;
            for (var k = 0; k < row.Count; k++)
            {
                var isLast = k == row.Count - 1;
                var isForbidden = isLast ? i == rows.Length - 1 || (rows.Length > 3 && (i == 0 || i == rows.Length - 2)) : !mayCut || k == 0 || k == row.Count - 2;
                boxes.Add(row[k] with { BreakAfter = isWhole || isForbidden ? Breaks.Forbidden : isSmall ? SmallCutCost : CutCost });
            }
        }

        return boxes;
    }

    /// <summary>One box for each line that the row's cells have side by side.</summary>
    private List<FlowBox> RowBoxes(ImmutableArray<SetCell> row, Fit columns, ImmutableArray<double> widths, double left)
    {
        var cells = row.Select((c, i) => Broken(c, i, widths[i])).ToList();
        var count = Math.Max(1, cells.Max(c => c.Length));
        var boxes = new List<FlowBox>();
        for (var k = 0; k < count; k++)
        {
            var lines = cells.Select((c, i) => k < c.Length ? Aligned(c[k], i, widths[i], columns.Fractions[i]) : null).ToList();
            var rise = Math.Max(0, lines.Max(l => l?.Above(_pitch - _size) ?? 0) - (BookStyle.BodyAscent * _size));
            var drop = Math.Max(0, lines.Max(l => l?.Below(_pitch - _size) ?? 0) - (_pitch - (BookStyle.BodyAscent * _size)));
            var above = rise + (k == 0 ? _padding : 0) + ((_pitch - _size) / 2);
            boxes.Add(new FlowBox(above + (_pitch + _size) / 2 + drop + (k == count - 1 ? _padding : 0))
            {
                Items = [.. Placed(lines, widths)],
                X = left + (Side * _size),
                Baseline = above + (BookStyle.BodyAscent * _size),
                Notes = [.. lines.SelectMany(l => l is null ? [] : l.Notes)],
            });
        }

        return boxes;
    }

    private IEnumerable<PageItem> Placed(List<Line?> lines, ImmutableArray<double> widths)
    {
        var x = 0.0;
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var item in lines[i]?.Items ?? [])
            {
                yield return item.MovedBy(x, 0);
            }

            x += widths[i] + (Gap * _size);
        }
    }

    private Line Aligned(Line line, int column, double width, double fraction) => _table.Columns[column] switch
    {
        _ when _isNumber[column] => line.MovedBy(width - (DecimalPoint.In(line) is { } point ? point + fraction : line.Width)),
        ColumnAlignment.Right => line.MovedBy(Math.Max(0, width - line.Width)),
        ColumnAlignment.Centre => line.MovedBy(Math.Max(0, (width - line.Width) / 2)),
        _ => line,
    };

    private static FlowBox RuleBox(double left, double width, double thickness) => new(thickness)
    {
        Items = [new Rule(0, 0, null, width, thickness, Colour.Black)],
        X = left,
    };

    /// <summary>The same ink once more, which is not read again.</summary>
    private static FlowBox AsArtifact(FlowBox box) => box with
    {
        Items = [.. box.Items.Where(i => i is not (LinkArea or DestinationMark)).Select(i => i with { Owner = null, Source = null, Artifact = Artifact.Repetition })],
        Notes = [],
    };
}
