using System.Collections.Immutable;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Lines;

/// <summary>One set line.</summary>
/// <param name="Items">Placed from the left end of the measure on the baseline; the indent and alignment are in them.</param>
/// <param name="Width">Points from the left end of the measure to the last ink's body.</param>
/// <param name="Ascent">Points above the baseline that boxes need; 0 for lines of text only, which never depend on their fonts (PG4).</param>
/// <param name="Descent">Likewise below.</param>
/// <param name="Notes">The notes called in the line.</param>
/// <param name="Adjustment">How the line was fitted to the measure.</param>
public sealed record Line(ImmutableArray<PageItem> Items, double Width, double Ascent, double Descent, ImmutableArray<int> Notes, LineAdjustment Adjustment)
{
    /// <summary>Points above the baseline that readings need; they stand in the white between the lines as far as it goes.</summary>
    public double ReadingAscent { get; init; }

    // How much of the white between lines their formulas may take, above and below.
    private const double ShareAbove = 0.4;
    private const double ShareBelow = 0.9;

    /// <summary>Points above and below the baseline that formulas need; the white between the lines is theirs, so that most do not move the lines (PG4).</summary>
    public double FormulaAscent { get; init; }

    public double FormulaDescent { get; init; }

    /// <summary>What the line needs above its baseline.</summary>
    /// <param name="gap">The white between the lines, in points.</param>
    public double Above(double gap) => Math.Max(Ascent, Math.Max(ReadingAscent - gap, FormulaAscent - (ShareAbove * gap)));

    /// <summary>What it needs below, that white included.</summary>
    public double Below(double gap) => Math.Max(Descent, FormulaDescent + ((1 - ShareBelow) * gap));

    public Line MovedBy(double dx) => dx == 0 ? this : this with { Items = [.. Items.Select(i => i.MovedBy(dx, 0))], Width = Width + dx };
}

/// <summary>How far a line differs from its natural width.</summary>
/// <param name="Natural">Natural width in em.</param>
/// <param name="Gap">Em added at each expandable gap (E3, E4).</param>
public readonly record struct LineAdjustment(double Natural, double Gap);
