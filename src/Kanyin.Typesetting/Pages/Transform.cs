namespace Kanyin.Typesetting.Pages;

/// <summary>An affine map of points: x′ = A x + C y + E, y′ = B x + D y + F; y grows downward on both sides.</summary>
public readonly record struct Transform(double A, double B, double C, double D, double E, double F)
{
    public static readonly Transform Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>It only moves, so what it moves needs no coordinate system of its own.</summary>
    public bool IsMove => A.Equals(1.0) && B.Equals(0.0) && C.Equals(0.0) && D.Equals(1.0);

    public double Determinant => (A * D) - (B * C);

    /// <summary>The factor on lengths, on the average of all directions.</summary>
    public double Scale => Math.Sqrt(Math.Abs(Determinant));

    public static Transform Moving(double dx, double dy) => new(1, 0, 0, 1, dx, dy);

    public static Transform Scaling(double x, double y) => new(x, 0, 0, y, 0, 0);

    /// <summary>Clockwise as seen on the page. Quarter turns are exact.</summary>
    public static Transform Turning(double degrees)
    {
        var (sine, cosine) = (degrees % 360) switch
        {
            0 => (0.0, 1.0),
            90 or -270 => (1.0, 0.0),
            180 or -180 => (0.0, -1.0),
            270 or -90 => (-1.0, 0.0),
            var turn => Math.SinCos(turn * Math.PI / 180),
        };
        return new(cosine, sine, -sine, cosine, 0, 0);
    }

    /// <summary>This first, then the other.</summary>
    public Transform Then(Transform next) => new(
        (next.A * A) + (next.C * B),
        (next.B * A) + (next.D * B),
        (next.A * C) + (next.C * D),
        (next.B * C) + (next.D * D),
        (next.A * E) + (next.C * F) + next.E,
        (next.B * E) + (next.D * F) + next.F);

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>The way back; null when the map flattens everything.</summary>
    public Transform? Inverse()
    {
        var determinant = Determinant;
        return determinant == 0 || !double.IsFinite(1 / determinant) ? null : new Transform(
            D / determinant, -B / determinant, -C / determinant, A / determinant,
            ((C * F) - (D * E)) / determinant, ((B * E) - (A * F)) / determinant);
    }
}
