using Kanyin.Typesetting.Pages;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Typesetting.Drawings;

/// <summary>The boxes around things drawn.</summary>
internal static class ItemBounds
{
    /// <summary>Null for what shows nothing.</summary>
    /// <param name="withStroke">With the ink of lines, mitres left out; else of outlines only, as SVG measures shapes.</param>
    public static Box? Of(PageItem item, bool withStroke = true) => item switch
    {
        Path p when p.Segments.Bounds() is { } box => Wider(box, withStroke && p.Stroke is { } s ? s.Width / 2 : 0, p.X, p.Y),
        Group g => Of(g, withStroke),
        GlyphRun r => OfRun(r),
        ImageBox i => Box.Of(i.X, i.Y, i.Width, i.Height),
        Rule r => Box.Of(r.X, r.Y, r.Width, r.Height),
        _ => null,
    };

    private static Box? Of(Group group, bool withStroke)
    {
        var map = group.Transform.Then(Transform.Moving(group.X, group.Y));
        var all = group.Clip is { } clip && withStroke ? clip.Segments.Bounds() : group.Items.Aggregate((Box?)null, (box, i) => Box.Around(box, Of(i, withStroke)));
        return all?.Mapped(map);
    }

    private static Box OfRun(GlyphRun run)
    {
        var last = run.Glyphs.IsEmpty ? 0 : run.Glyphs[^1].X + (run.Face.Advance(run.Glyphs[^1].Id) * run.Size * run.Scale);
        return new(run.X, run.Y - (run.Face.Ascent * run.Size), run.X + last, run.Y - (run.Face.Descent * run.Size));
    }

    private static Box Wider(Box box, double by, double dx, double dy) => new(box.Left - by + dx, box.Top - by + dy, box.Right + by + dx, box.Bottom + by + dy);
}
