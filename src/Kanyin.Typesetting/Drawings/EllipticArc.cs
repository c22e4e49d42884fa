using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>The arcs of path data as Bézier curves (SVG 1.1 F.6).</summary>
internal static class EllipticArc
{
    /// <summary>Smaller than this nothing is round.</summary>
    private const double Thinnest = 1e-9;

    /// <summary>Curves of at most a quarter of the ellipse each, from one point to another.</summary>
    /// <param name="turn">Degrees from the x axis to that of <paramref name="rx"/>.</param>
    public static IEnumerable<PathSegment> Curves(double fromX, double fromY, double rx, double ry, double turn, bool isLarge, bool isClockwise, double toX, double toY)
    {
        if (fromX.Equals(toX) && fromY.Equals(toY))
        {
            yield break;
        }

        (rx, ry) = (Math.Abs(rx), Math.Abs(ry));
        // On the unit circle the arc is an arc of that circle.
        var ellipse = Transform.Scaling(rx, ry).Then(Transform.Turning(turn));
        var toCircle = rx < Thinnest || ry < Thinnest ? null : ellipse.Inverse();
        var (x1, y1) = toCircle?.Apply(fromX, fromY) ?? default;
        var (x2, y2) = toCircle?.Apply(toX, toY) ?? default;
        var (dx, dy) = ((x2 - x1) / 2, (y2 - y1) / 2);
        var half = Math.Sqrt((dx * dx) + (dy * dy));
        if (half < Thinnest)
        {
            yield return new(PathVerb.Line, toX, toY);
            yield break;
        }

        var growth = Math.Max(1, half); // radii too small to reach are made just large enough
        var rise = Math.Sqrt(Math.Max(0, (growth * growth / (half * half)) - 1)) * (isLarge == isClockwise ? -1 : 1);
        var (centreX, centreY) = (x1 + dx - (rise * dy), y1 + dy + (rise * dx));
        var start = Math.Atan2(y1 - centreY, x1 - centreX);
        var sweep = Math.Atan2(y2 - centreY, x2 - centreX) - start;
        sweep += isClockwise && sweep < 0 ? 2 * Math.PI : !isClockwise && sweep > 0 ? -2 * Math.PI : 0;

        var map = Transform.Scaling(growth, growth).Then(Transform.Moving(centreX, centreY)).Then(ellipse);
        var count = Math.Max(1, (int)Math.Ceiling(Math.Abs(sweep) / (Math.PI / 2) - 1e-9));
        for (var i = 0; i < count; i++)
        {
            var curve = CircleArc(start + (sweep * i / count), sweep / count, map);
            yield return i == count - 1 ? curve with { X = toX, Y = toY } : curve;
        }
    }

    private static PathSegment CircleArc(double start, double sweep, Transform map)
    {
        var reach = 4.0 / 3 * Math.Tan(sweep / 4);
        var (sine, cosine) = Math.SinCos(start);
        var (endSine, endCosine) = Math.SinCos(start + sweep);
        var (x1, y1) = map.Apply(cosine - (reach * sine), sine + (reach * cosine));
        var (x2, y2) = map.Apply(endCosine + (reach * endSine), endSine - (reach * endCosine));
        var (x, y) = map.Apply(endCosine, endSine);
        return new(PathVerb.Curve, x, y, x1, y1, x2, y2);
    }
}
