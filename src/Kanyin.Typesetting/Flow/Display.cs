namespace Kanyin.Typesetting.Flow;

/// <summary>Blocks set apart from the text: white above and below, equal to the eye, that brings the next line back to the grid (PG4).</summary>
internal static class Display
{
    /// <summary>The least white above and below, in lines.</summary>
    private const double White = 0.5;

    /// <summary>Below a heading, which brings white of its own.</summary>
    private const double WhiteBelowHeading = 0.3;

    /// <summary>Adds items between two gaps.</summary>
    /// <param name="padding">How far a tint behind the items stands out.</param>
    public static void Add(FlowList inner, Column column, ChapterSetter chapter, double padding = 0)
    {
        var white = White * column.Pitch;
        var isAfterHeading = chapter.Flow.Last is FlowBox { IsHeading: true };
        var trailing = inner.Last is FlowBox box ? box.Trailing : 0;

        // The line above ends in a gap of its own.
        chapter.Flow.AddGap(new FlowGap((isAfterHeading ? WhiteBelowHeading * column.Pitch : white - column.LineGap) + padding) { Stretches = true });
        chapter.Flow.AddRange(inner.ToImmutable());
        chapter.Flow.AddGap(new FlowGap(Math.Max(0, white + padding - trailing)) { Stretches = true });
    }
}
