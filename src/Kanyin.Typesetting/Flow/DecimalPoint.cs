using Kanyin.Books.Model;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Numbers in a column of a table stand below each other by their decimal points (6.4).</summary>
internal static class DecimalPoint
{
    private const char Minus = '−';

    /// <summary>From the line's left end to the end of its number's whole part, in points; null when the line is no number.</summary>
    public static double? In(Line line)
    {
        var runs = line.Items.OfType<GlyphRun>().ToList();
        if (NumberColumns.WholePart(string.Concat(runs.Select(r => r.Text))) is not { } at)
        {
            return null;
        }

        foreach (var run in runs)
        {
            foreach (var glyph in run.Glyphs.Where(g => g.Start == at))
            {
                return run.X + glyph.X;
            }

            at -= run.Text.Length;
        }

        return line.Width;
    }

    /// <summary>The line with its hyphen for a minus drawn as one; the character stays the author's. A hyphen is too short and too low before a figure.</summary>
    public static Line WithMinus(Line line)
    {
        if (In(line) is null || line.Items is not [GlyphRun { Text: ['-', ..] } run, .. var rest] || run.Face.GlyphOf(Minus) == 0)
        {
            return line;
        }

        var wider = (run.Face.Advance(run.Face.GlyphOf(Minus)) - run.Face.Advance(run.Face.GlyphOf('-'))) * run.Size;
        var figures = run.Glyphs.Skip(1).Select(g => g with { X = g.X + wider });
        var signed = run with { Glyphs = [run.Glyphs[0] with { Id = run.Face.GlyphOf(Minus) }, .. figures] };
        return line with { Items = [signed, .. rest.Select(i => i.MovedBy(wider, 0))], Width = line.Width + wider };
    }
}
