using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// Makes finished pages ready for the press: the text in one ink, so that no plates need to meet; an even number of
/// pages, since every leaf has two; bleed and crop marks around them. Pictures and the cover keep their colours.
/// </summary>
internal static class PressPages
{
    private const double MarkLength = 5 * BookStyle.Millimetre;

    /// <summary>The least between the trimmed page and its marks: a cut that is a little off must not show them.</summary>
    private const double MarkDistance = 3 * BookStyle.Millimetre;
    private const double MarkThickness = 0.25;

    /// <summary>Nearer to the edge than this a surface is meant to reach it.</summary>
    private const double AtEdge = 0.01;

    /// <param name="lastLabel">The number of the empty page that may be needed at the end.</param>
    public static ImmutableArray<Page> Of(ImmutableArray<Page> pages, Design design, string lastLabel)
    {
        var inOneInk = pages.Select((page, i) => i == 0 ? page : page with { Items = [.. page.Items.Select(InOneInk)] });
        var last = pages[^1];
        var even = pages.Length % 2 == 0 ? inOneInk : inOneInk.Append(new Page(last.Width, last.Height, lastLabel, []));
        return [.. even.Select(page => OnSheet(page, design.Bleed * BookStyle.Millimetre, design.HasCropMarks))];
    }

    private static PageItem InOneInk(PageItem item) => item switch
    {
        GlyphRun { Colour.IsGrey: false } run => run with { Colour = Colour.Black },
        Rule { Colour.IsGrey: false } rule => rule with { Colour = GreyOf(rule.Colour) },
        Group { Owner: null } group => group with { Items = [.. group.Items.Select(InOneInk)] }, // a turned table; a picture has an owner
        _ => item,
    };

    // ITU-R BT.709: how bright the eye finds each primary.
    private static Colour GreyOf(Colour colour) => Colour.Grey(Math.Round((0.2126 * colour.Red) + (0.7152 * colour.Green) + (0.0722 * colour.Blue), 3));

    private static Page OnSheet(Page page, double bleed, bool hasMarks)
    {
        var distance = Math.Max(bleed, MarkDistance);
        var items = bleed > 0 ? page.Items.Select(item => item is Rule rule ? Bled(rule, page, bleed) : item) : page.Items;
        return page with
        {
            Items = [.. items, .. hasMarks ? Marks(page, distance) : []],
            Bleed = bleed,
            Slug = hasMarks ? distance + MarkLength : bleed,
        };
    }

    /// <summary>A surface that reaches an edge goes on beyond it.</summary>
    private static Rule Bled(Rule rule, Page page, double bleed)
    {
        double left = rule.X <= AtEdge ? bleed : 0, right = rule.X + rule.Width >= page.Width - AtEdge ? bleed : 0;
        double top = rule.Y <= AtEdge ? bleed : 0, bottom = rule.Y + rule.Height >= page.Height - AtEdge ? bleed : 0;
        return rule with { X = rule.X - left, Width = rule.Width + left + right, Y = rule.Y - top, Height = rule.Height + top + bottom };
    }

    private static IEnumerable<PageItem> Marks(Page page, double distance)
    {
        foreach (var x in new[] { 0, page.Width })
        {
            yield return new Rule(x - (MarkThickness / 2), -distance - MarkLength, null, MarkThickness, MarkLength, Colour.Black);
            yield return new Rule(x - (MarkThickness / 2), page.Height + distance, null, MarkThickness, MarkLength, Colour.Black);
        }

        foreach (var y in new[] { 0, page.Height })
        {
            yield return new Rule(-distance - MarkLength, y - (MarkThickness / 2), null, MarkLength, MarkThickness, Colour.Black);
            yield return new Rule(page.Width + distance, y - (MarkThickness / 2), null, MarkLength, MarkThickness, Colour.Black);
        }
    }
}
