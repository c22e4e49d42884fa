using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using static Kanyin.Typesetting.Pages.PageDump;

namespace Kanyin.Typesetting.Pages;

/// <summary>Outlines, paints and transforms in the words of <see cref="PageDump"/>.</summary>
internal static class DrawingDump
{
    public static string Of(Path path) => string.Concat(
        Of(path.Segments),
        path.Fill is { } paint ? $" filled {Of(paint)}{Rule(path.IsEvenOdd)}" : "",
        path.Stroke is { } stroke ? $" stroked {Of(stroke)}" : "");

    public static string Of(Group group) => string.Concat(
        Of(group.Transform),
        group.Clip is { } clip ? $" clipped {Of(clip.Segments)}{Rule(clip.IsEvenOdd)}" : "",
        group.Opacity < 1 ? $" at {Number(group.Opacity)}" : "");

    private static string Of(ImmutableArray<PathSegment> segments) => string.Join(' ', segments.Select(s => s.Verb switch
    {
        PathVerb.Move => $"M {Number(s.X)} {Number(s.Y)}",
        PathVerb.Line => $"L {Number(s.X)} {Number(s.Y)}",
        PathVerb.Curve => $"C {Number(s.X1)} {Number(s.Y1)} {Number(s.X2)} {Number(s.Y2)} {Number(s.X)} {Number(s.Y)}",
        PathVerb.Close => "Z",
        _ => throw new UnreachableException(),
    }));

    private static string Rule(bool isEvenOdd) => isEvenOdd ? " even-odd" : "";

    private static string Of(Stroke stroke) => string.Concat(
        $"{Of(stroke.Paint)} {Number(stroke.Width)}",
        stroke.Cap == LineCap.Butt ? "" : $" {stroke.Cap} ends",
        stroke.Join == LineJoin.Miter ? $" miter {Number(stroke.MiterLimit)}" : $" {stroke.Join} joins",
        stroke.Dashes.IsEmpty ? "" : $" dashed {string.Join(' ', stroke.Dashes.Select(Number))} from {Number(stroke.DashOffset)}");

    private static string Of(Paint paint) => Of(paint.Opacity) + paint switch
    {
        Solid i => Of(i.Colour),
        LinearGradient g => $"linear{Of(g.Transform)}{Of(g.Stops)}",
        RadialGradient g => $"radial{Of(g.Transform)} from {Number(g.FocusX)} {Number(g.FocusY)}{Of(g.Stops)}",
        Tiling t => $"tiles {Number(t.Width)} × {Number(t.Height)}{Of(t.Transform)}{Block(t.Items)}",
        _ => throw new UnreachableException(),
    };

    private static string Of(ImmutableArray<GradientStop> stops) => string.Concat(stops.Select(s => $", {Number(s.Offset)} {Of(s.Colour)}"));

    private static string Of(Colour colour) => $"#{Byte(colour.Red)}{Byte(colour.Green)}{Byte(colour.Blue)}";

    private static string Byte(double component) => ((int)Math.Round(component * 255)).ToString("x2", CultureInfo.InvariantCulture);

    private static string Of(double opacity) => opacity < 1 ? $"{Number(opacity)} of " : "";

    private static string Of(Transform t) => t == Transform.Identity ? "" : $" mapped {Number(t.A)} {Number(t.B)} {Number(t.C)} {Number(t.D)} {Number(t.E)} {Number(t.F)}";
}
