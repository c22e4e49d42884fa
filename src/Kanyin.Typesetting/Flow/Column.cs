using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>Where blocks stand and how their words look. Lengths in points.</summary>
/// <param name="Parent">The element that the blocks' elements go into; null sets artifacts.</param>
/// <param name="Left">From the left end of the measure.</param>
/// <param name="Pitch">Line to line.</param>
/// <param name="IsOnGrid">Lines stand on the page's grid.</param>
/// <param name="Indent">Of a paragraph's first line (PG5).</param>
internal sealed record Column(StructureElement? Parent, double Left, double Width, TextStyle Text, double Pitch, bool IsOnGrid, double Indent)
{
    /// <summary>Narrower than this, a column gives up its indents.</summary>
    private const double LeastCharacters = 8;

    /// <summary>Narrower than this, it is a narrow column (PG5): two em of white would be a hole in it.</summary>
    private const double NarrowCharacters = 15;

    /// <summary>How many lists the column stands in.</summary>
    public int ListDepth { get; init; }

    /// <summary>PG5: two em, in a narrow column one.</summary>
    public static double IndentOf(double width, double em) => (width < NarrowCharacters * em ? 1 : 2) * em;

    public double Em => Text.Size;

    /// <summary>From the top of a line to its baseline (PG4).</summary>
    public double Baseline => BookStyle.BodyAscent * Em;

    /// <summary>The white below a line.</summary>
    public double LineGap => Math.Max(0, Pitch - Em);

    /// <summary>Indented on both sides, as far as some room for words is left.</summary>
    public Column Indented(double left, double right = 0)
    {
        var room = Math.Max(0, Width - (LeastCharacters * Em));
        var factor = left + right <= room ? 1 : room / (left + right);
        var width = Width - ((left + right) * factor);
        return this with { Left = Left + (left * factor), Width = width, Indent = Math.Min(Indent, IndentOf(width, Em)) };
    }

    public StructureElement? Add(StructureRole role) => Parent?.Add(role);

    public StructureElement? Add(StructureElement element) => Parent?.Add(element);
}
