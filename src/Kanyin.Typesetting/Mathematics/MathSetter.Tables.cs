using System.Collections.Immutable;
using Kanyin.Books.Mathematics;

namespace Kanyin.Typesetting.Mathematics;

internal sealed partial class MathSetter
{
    /// <summary>Rows and columns, as LaTeX and amsmath space them.</summary>
    private sealed class TableSetter(MathSetter setter, MathStyle style)
    {
        // LaTeX: a strut of 12 pt to a text of 10, .7 of it above; \arraycolsep 5 pt; \jot 3 pt.
        private const double StrutHeight = 0.84;
        private const double StrutDepth = 0.36;
        private const double ColumnGap = 0.5;
        private const double SmallGap = 5 / 18.0;
        private const double ClearOfTall = 0.1;
        private const double Jot = 0.3;
        private const double CasesStretch = 1.2;

        // amscd: rows 24 pt apart.
        private const double DiagramStretch = 2;
        private const double RuleThickness = 0.04;
        private const double DoubleRule = 0.2;

        private readonly double _em = setter.Em(style.At(MathLevel.Text));

        public MathBox Set(MathTable table)
        {
            var inner = CellStyle(table.Kind);
            var rows = table.Rows.Select(r => r.Cells.Select((c, i) => setter.Cell(c, inner, IsRelation(table, i))).ToArray()).ToArray();
            var widths = Widths(table, rows);
            var lefts = Lefts(table, widths, out var width, out var rules);
            var (baselines, lines, total) = Rows(table, rows, inner);
            var parts = ImmutableArray.CreateBuilder<MathPart>();

            // On the axis, like a fraction.
            var top = (total / 2) + setter.Axis(style);
            for (var r = 0; r < rows.Length; r++)
            {
                parts.Add(new MarkPart(r > 0 ? MathNotation.RowEnd : ""));
                for (var c = 0; c < rows[r].Length; c++)
                {
                    var room = widths[c] - rows[r][c].Width;
                    var x = lefts[c] + (table.Columns[c].Alignment switch { 'l' => 0, 'r' => room, _ => room / 2 });
                    parts.Add(new MarkPart(c > 0 ? MathNotation.CellEndOf(table.Kind) : ""));
                    parts.Add(new BoxPart(x, top - baselines[r], rows[r][c]));
                }
            }

            parts.AddRange(lines.Select(l => Line(0, top - l.At, width, 0, l.IsDashed)));
            parts.AddRange(rules.Select(r => Line(r.At, top - total, 0, total, r.IsDashed)));
            return new MathBox(width, top, total - top, parts.ToImmutable()) { Tags = [.. table.Rows.Select((r, i) => (Y: top - baselines[i], r.Tag)).Where(t => t.Tag is not null).Select(t => (t.Y, t.Tag!))] };
        }

        /// <summary>A rule across the table, lying or standing.</summary>
        private MathPart Line(double x, double y, double width, double height, bool isDashed)
        {
            var thickness = RuleThickness * _em;
            return isDashed
                ? new StrokePart(x, y, x + width, y + height, thickness, style.Ink, IsDashed: true)
                : new RulePart(x, y, Math.Max(width, thickness), Math.Max(height, thickness), style.Ink);
        }

        private MathStyle CellStyle(TableKind kind) => kind switch
        {
            TableKind.Aligned or TableKind.Gathered or TableKind.Diagram => style.At(MathLevel.Display),
            TableKind.Small or TableKind.Substack => style.At(style.IsScript ? style.Level : MathLevel.Script),
            _ => style.At(MathLevel.Text),
        };

        /// <summary>amsmath begins such a cell with {}, so that = has its white on the left too.</summary>
        private static bool IsRelation(MathTable table, int column) => table.Kind == TableKind.Aligned && column % 2 == 1;

        private static double[] Widths(MathTable table, MathBox[][] rows)
        {
            var widths = new double[table.Columns.Length];
            foreach (var row in rows)
            {
                for (var c = 0; c < row.Length; c++)
                {
                    widths[c] = Math.Max(widths[c], row[c].Width);
                }
            }

            return widths;
        }

        /// <summary>Where the columns begin, and where rules stand between them.</summary>
        private double[] Lefts(MathTable table, double[] widths, out double width, out List<(double At, bool IsDashed)> rules)
        {
            var gap = table.Kind switch
            {
                TableKind.Matrix or TableKind.Array or TableKind.Cases or TableKind.Diagram => ColumnGap,
                TableKind.Small => SmallGap,
                _ => 0,
            };
            var lefts = new double[widths.Length];
            rules = [];
            var x = 0.0;
            for (var c = 0; c < widths.Length; c++)
            {
                var column = table.Columns[c];
                var isOuter = c == 0;
                x += column.GapBefore is null && !isOuter ? gap * _em : 0;
                foreach (var sign in column.RulesBefore)
                {
                    rules.Add((x, sign == ':'));
                    x += (column.RulesBefore.Length > 1 ? DoubleRule : RuleThickness) * _em;
                }

                x += column.GapBefore is { } own ? own * _em : isOuter && table.Kind != TableKind.Array ? 0 : gap * _em;
                lefts[c] = x;
                x += widths[c];
            }

            x += table.Kind == TableKind.Array ? gap * _em : 0;
            foreach (var sign in table.RulesAfter)
            {
                rules.Add((x, sign == ':'));
                x += RuleThickness * _em;
            }

            width = x;
            return lefts;
        }

        /// <summary>The baselines from the top, the upper edges' foots of horizontal rules, and the whole height.</summary>
        private (double[] Baselines, List<(double At, bool IsDashed)> Lines, double Total) Rows(MathTable table, MathBox[][] rows, MathStyle inner)
        {
            var em = table.Kind is TableKind.Small or TableKind.Substack ? setter.Em(inner) : _em;
            var stretch = table.Kind switch { TableKind.Cases => CasesStretch, TableKind.Small => 0.5, TableKind.Substack => 0.7, TableKind.Diagram => DiagramStretch, _ => table.Stretch };
            var between = table.Kind is TableKind.Aligned or TableKind.Gathered ? Jot * em : 0;
            var isBelowTall = false;
            var (baselines, lines, y) = (new double[rows.Length], new List<(double At, bool IsDashed)>(), 0.0);
            for (var r = 0; r < rows.Length; r++)
            {
                y = Rules(table.Rows[r].RulesAbove, y, lines);
                var height = Math.Max(StrutHeight * stretch * em, rows[r].Select(b => b.Height).DefaultIfEmpty(0).Max());
                var depth = Math.Max(StrutDepth * stretch * em, rows[r].Select(b => b.Depth).DefaultIfEmpty(0).Max());
                // What is taller than a strut keeps clear of its neighbours.
                var isTall = height > StrutHeight * stretch * em;
                y += r > 0 && between == 0 && em.Equals(_em) && (isTall || isBelowTall) ? ClearOfTall * em : 0;
                isBelowTall = depth > StrutDepth * stretch * em;
                baselines[r] = y + height;
                y += height + depth + (r + 1 < rows.Length ? between + (table.Rows[r].GapAfter * _em) : 0);
            }

            return (baselines, lines, Rules(table.RulesBelow, y, lines));
        }

        private double Rules(string signs, double y, List<(double At, bool IsDashed)> lines)
        {
            for (var i = 0; i < signs.Length; i++)
            {
                y += i > 0 ? DoubleRule * _em : RuleThickness * _em;
                lines.Add((y, signs[i] == ':'));
            }

            return y;
        }
    }

    private MathBox Cell(MathNode node, MathStyle style, bool beginsWithOrd) => SetRow(node, style, beginsWithOrd);
}
