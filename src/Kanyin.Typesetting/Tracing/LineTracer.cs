using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Lines;

namespace Kanyin.Typesetting.Tracing;

/// <summary>Tells how one line was set, in em.</summary>
/// <param name="indent">Of this line, in units.</param>
/// <param name="index">Of the line in its paragraph.</param>
internal sealed class LineTracer(ParagraphText paragraph, ItemList items, LineFit line, ParagraphStyle style, int indent, int index)
{
    /// <summary>Where E3 ends and E4 begins, in em a gap.</summary>
    private const double LooseFrom = 0.25;

    private readonly Justification _justification = Justification.Of(items, line, style.Alignment);

    public TracedLine Line()
    {
        var width = (double)line.Natural;
        for (var i = line.First; i < line.Last; i++)
        {
            width += _justification.WidthOf(items[i].After) - items[i].After.Width;
        }

        return new(Text(), Em(indent + width), Em(indent + line.Natural), Adjustments(), Em(_justification.Each));
    }

    public IEnumerable<TracedGlyph> Glyphs()
    {
        double x = indent;
        for (var i = line.First; i <= line.Last; i++)
        {
            var lead = i == line.First ? line.StartBlank : Owned(items[i - 1].After, items[i - 1].After.Lead);
            var trail = i == line.Last ? Math.Max(0, line.EndBlank) : Owned(items[i].After, items[i].After.Trail);
            foreach (var glyph in Of(items[i], x, lead, trail))
            {
                yield return glyph;
            }

            x += items[i].Width + (i == line.First ? lead : 0);
            if (i == line.Last)
            {
                break;
            }

            var gap = items[i].After;
            var width = _justification.WidthOf(gap);
            foreach (var space in Spaces(gap, x + trail, width - trail))
            {
                yield return space;
            }

            x += width;
        }

        if (line.Hyphen > 0)
        {
            yield return new(index, "-", Em(x), Em(line.Hyphen), NameOf(CharacterClass.Latin));
        }
    }

    /// <summary>What is left of a mark's blank.</summary>
    private double Owned(in Gap gap, int blank) => blank == 0 ? 0 : blank * (1 - _justification.Share(gap.Tier));

    /// <summary>Letters and digits one by one, everything else whole.</summary>
    private IEnumerable<TracedGlyph> Of(Item item, double x, double lead, double trail)
    {
        var name = NameOf(item.Class);
        var left = x - (item.Start == items[line.First].Start ? 0 : lead);
        if (item.Glyphs is null || item.Class is not (CharacterClass.Latin or CharacterClass.Reference))
        {
            return [new(index, paragraph.Text.Substring(item.Start, item.Length), Em(left), Em(lead + item.Width + trail), name)];
        }

        var clusters = item.Glyphs.Glyphs.Where(g => g.Length > 0).ToList();
        var unit = ItemList.Em * item.Size / style.Size;
        return clusters.Select((g, k) => new TracedGlyph(
            index,
            paragraph.Text.Substring(item.Start + g.Start, g.Length),
            Em(x + (g.X * unit)),
            Em(((k + 1 < clusters.Count ? clusters[k + 1].X : item.Glyphs.Advance) - g.X) * unit),
            name));
    }

    /// <summary>The author's white space: the first of several has the gap's width (AS3).</summary>
    private IEnumerable<TracedGlyph> Spaces(Gap gap, double x, double width)
    {
        for (var i = 0; i < gap.SpaceLength; i++)
        {
            var c = paragraph.Text[gap.SpaceStart + i];
            yield return new(index, c.ToString(), Em(x), i == 0 ? Em(width) : 0, NameOf(paragraph.Classes[gap.SpaceStart + i]));
        }
    }

    private string Text()
    {
        var last = items[line.Last];
        return paragraph.Text[items[line.First].Start..(last.Start + last.Length)] + (line.Hyphen > 0 ? "-" : "");
    }

    private ImmutableArray<(string Tier, double Em)> Adjustments()
    {
        var expanding = items.Expanding(line.First, line.Last);
        var loose = Math.Max(0, _justification.Each - (LooseFrom * ItemList.Em));
        return
        [
            ("S1", Taken(ShrinkTier.WordSpace)),
            ("S2", 0),
            ("S3", Taken(ShrinkTier.Bracket)),
            ("S4", Taken(ShrinkTier.Comma)),
            ("S5", Taken(ShrinkTier.Autospace)),
            ("S6", Taken(ShrinkTier.Stop)),
            ("E1", Em(_justification.Words * items.WordStretch(line.First, line.Last))),
            ("E2", Em(_justification.Latin * items.LatinStretch(line.First, line.Last))),
            ("E3", Em((_justification.Each - loose) * expanding)),
            ("E4", Em(loose * expanding)),
        ];
    }

    private double Taken(ShrinkTier tier) => Em(-_justification.Share(tier) * items.Shrink(tier, line.First, line.Last));

    /// <summary>To four decimals, which is finer than a unit.</summary>
    private static double Em(double units) => Math.Round(units / ItemList.Em, 4, MidpointRounding.AwayFromZero) + 0.0;

    private static string NameOf(CharacterClass c) => c switch
    {
        CharacterClass.Han => "HAN",
        CharacterClass.Open => "OPEN",
        CharacterClass.Close => "CLOSE",
        CharacterClass.Comma => "COMMA",
        CharacterClass.Stop => "STOP",
        CharacterClass.Exclamation => "EXCL",
        CharacterClass.MiddleDot => "MIDDOT",
        CharacterClass.Dash => "DASH",
        CharacterClass.Ellipsis => "ELL",
        CharacterClass.Connector => "CONN",
        CharacterClass.Solidus => "SOL",
        CharacterClass.Prefix => "PRE",
        CharacterClass.Suffix => "SUF",
        CharacterClass.Latin => "LAT",
        CharacterClass.Space => "SP",
        CharacterClass.NoBreakSpace => "NBSP",
        CharacterClass.IdeographicSpace => "IDSP",
        CharacterClass.Reference => "REF",
        CharacterClass.Object => "OBJ",
        CharacterClass.Combining or CharacterClass.Ignorable => "",
        _ => throw new UnreachableException(),
    };
}
