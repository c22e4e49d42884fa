using Kanyin.Editions.Pdf.Fonts;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>
/// Shows glyph runs with as few bytes as it can. It keeps the text state (ISO 32000-1 9.3) and the pen as the file has
/// them, after rounding, and corrects each glyph against its own place, so that errors never add up.
/// </summary>
/// <param name="replace">Called with the text that the glyphs up to the next call stand for, and with null for glyphs that speak for themselves again.</param>
internal sealed class TextShowing(PdfBuffer output, Action<string?> replace)
{
    private readonly PdfBuffer _shown = new();
    // Thousandths of the em: .02 points in running text, less than a hundredth of a millimetre.
    private const double Unseen = 2;

    private bool _isInString, _hasAdjustment;
    private EmbeddedFont? _font;
    private double _size, _scale = 1, _rise, _spacing;
    private readonly Stack<(EmbeddedFont? Font, double Size, double Scale, double Rise, double Spacing)> _kept = [];

    // Points from the page's lower left corner: the start of the current line as written, and where the next glyph would go.
    private double _lineX, _lineY, _pen;

    public bool IsOpen { get; private set; }

    public void Begin()
    {
        if (!IsOpen)
        {
            output.Syntax("BT\n"u8);
            IsOpen = true;
            _lineX = _lineY = _pen = 0;
        }
    }

    public void End()
    {
        if (IsOpen)
        {
            Flush();
            output.Syntax("ET\n"u8);
            IsOpen = false;
        }
    }

    /// <param name="baseline">Points above the page's lower edge.</param>
    public void Show(GlyphRun run, EmbeddedFont font, double baseline)
    {
        SetFont(font, run.Size);
        Set(ref _scale, run.Scale, 100, " Tz\n"u8);
        var isReplaced = false;
        for (var first = 0; first < run.Glyphs.Length;)
        {
            if (first == 0)
            {
                SetSpacing(run);
                MoveTo(run.X + run.Glyphs[0].X, baseline);
            }

            var cluster = Cluster.At(run, first);
            if (cluster.NeedsActualText || isReplaced)
            {
                isReplaced = cluster.NeedsActualText;
                replace(isReplaced ? cluster.Text.ToString() : null);
            }

            for (; first < cluster.End; first++)
            {
                ShowGlyph(run, first, font.CodeOf(run.Glyphs[first].Id, cluster.TextOf(first)));
            }

        }

        if (isReplaced)
        {
            replace(null);
        }
    }

    /// <summary>Beside the operator q, which keeps the text state too.</summary>
    public void Keep() => _kept.Push((_font, _size, _scale, _rise, _spacing));

    /// <summary>Beside the operator Q.</summary>
    public void Restore() => (_font, _size, _scale, _rise, _spacing) = _kept.Pop();

    /// <summary>Writes the glyphs gathered so far; needed before any other operator.</summary>
    public void Flush()
    {
        if (_shown.Length == 0)
        {
            return;
        }

        if (_isInString)
        {
            _shown.Byte((byte)')');
        }

        if (_hasAdjustment)
        {
            output.Byte((byte)'[').Append(_shown).Syntax("]TJ\n"u8);
        }
        else
        {
            output.Append(_shown).Syntax("Tj\n"u8);
        }

        _shown.Clear();
        _isInString = _hasAdjustment = false;
    }

    private void ShowGlyph(GlyphRun run, int index, ushort code)
    {
        var glyph = run.Glyphs[index];
        Set(ref _rise, Round(glyph.Y), 1, " Ts\n"u8);
        var unit = _size * _scale / 1000;
        var adjustment = Math.Round((_pen - (run.X + glyph.X)) / unit);
        if (Math.Abs(adjustment) > Unseen)
        {
            _shown.Syntax(_isInString ? ")"u8 : default).Number(adjustment);
            _pen -= adjustment * unit;
            _isInString = false;
            _hasAdjustment = true;
        }

        if (!_isInString)
        {
            _shown.Byte((byte)'(');
            _isInString = true;
        }

        _shown.Code(code);
        _pen += (_font!.Widths[code] * unit) + (_spacing * _scale);
    }

    private void MoveTo(double x, double baseline)
    {
        x = Round(x);
        baseline = Round(baseline);
        if (baseline.Equals(_lineY) && !_pen.Equals(_lineX))
        {
            return; // further along the same line: an adjustment will do
        }

        Flush();
        output.Number(x - _lineX).Byte((byte)' ').Number(baseline - _lineY).Syntax(" Td\n"u8);
        (_lineX, _lineY, _pen) = (x, baseline, x);
    }

    private void SetFont(EmbeddedFont font, double size)
    {
        size = Round(size);
        if (font != _font || !size.Equals(_size))
        {
            Flush();
            output.Append($"{font.Name} {size} Tf\n");
            (_font, _size) = (font, size);
        }
    }

    private void Set(ref double current, double value, double factor, ReadOnlySpan<byte> operation)
    {
        if (!value.Equals(current))
        {
            Flush();
            output.Number(value * factor).Syntax(operation);
            current = value;
        }
    }

    // A justified line has the same gap between most of its glyphs. As character spacing it costs one operator instead
    // of an adjustment a glyph; a gap in a minority of places stays an adjustment.
    private void SetSpacing(GlyphRun run)
    {
        const int cost = 3; // what an operator costs, in adjustments
        double candidate = 0;
        var votes = 0;
        for (var i = 1; i < run.Glyphs.Length; i++) // Boyer and Moore's majority vote
        {
            var gap = Gap(run, i);
            votes += gap.Equals(candidate) ? 1 : -1;
            if (votes < 0)
            {
                (candidate, votes) = (gap, 1);
            }
        }

        int saved = -cost;
        for (var i = 1; i < run.Glyphs.Length && !candidate.Equals(_spacing); i++)
        {
            var gap = Gap(run, i);
            saved += gap.Equals(candidate) ? 1 : gap.Equals(_spacing) ? -1 : 0;
        }

        if (saved > 0)
        {
            Set(ref _spacing, candidate, 1, " Tc\n"u8);
        }
    }

    // The space before a glyph beyond the advance of the one before it, in text space, to the precision that is written.
    private double Gap(GlyphRun run, int i)
    {
        var before = run.Glyphs[i - 1];
        var advance = Math.Round(_font!.Face.Advance(before.Id) * 1000, 2) * _size / 1000;
        return Math.Round(((run.Glyphs[i].X - before.X) / _scale) - advance, 4);
    }

    private static double Round(double points) => Math.Round(points, 3);
}
