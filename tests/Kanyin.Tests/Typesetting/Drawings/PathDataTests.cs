using System.Globalization;
using Kanyin.Typesetting.Drawings;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting.Drawings;

public sealed class PathDataTests
{
    [Theory] // SVG 2 9.3.9: what the grammar allows to be left out
    [InlineData("M10-20L.5.5", "M 10 -20 L 0.5 0.5")]
    [InlineData("M1,2,3,4 5 6", "M 1 2 L 3 4 L 5 6")]
    [InlineData("m1 2 3 4z m1 1h5v-5H0V0", "M 1 2 L 4 6 Z M 2 3 L 7 3 L 7 -2 L 0 -2 L 0 0")]
    [InlineData("M0 0zl5 5", "M 0 0 Z M 0 0 L 5 5")]
    [InlineData("M0 0C1 2 3 4 5 6s1 1 2 2", "M 0 0 C 1 2 3 4 5 6 C 7 8 6 7 7 8")]
    [InlineData("M0 0S3 4 5 6", "M 0 0 C 0 0 3 4 5 6")]
    [InlineData("M0 0Q3 3 6 0T12 0", "M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0")]
    [InlineData("M0 0a1 1 0 015 0", "M 0 0 C 0 -1.38 1.12 -2.5 2.5 -2.5 C 3.88 -2.5 5 -1.38 5 0")]
    [InlineData("M0 0A0 5 0 0 1 4 4A5 5 0 0 1 4 4", "M 0 0 L 4 4")]
    [InlineData("M1e1 1E-1l+.5e1 0", "M 10 0.1 L 15 0.1")]
    [InlineData("", "")]
    public void Data_are_read_by_the_grammar(string data, string expected)
    {
        Assert.Equal(expected, Text(data, out var fault));
        Assert.Null(fault);
    }

    [Theory] // SVG 2 9.5.4: up to the fault
    [InlineData("M0 0L10 10L20", "M 0 0 L 10 10", 13)]
    [InlineData("M0 0L10 10 x", "M 0 0 L 10 10", 12)]
    [InlineData("L0 0", "", 1)]
    [InlineData("M0 0A5 5 0 2 0 9 9", "M 0 0", 11)]
    [InlineData("M0 0Z5 5", "M 0 0 Z", 5)]
    [InlineData("nonsense", "", 1)]
    public void Faulty_data_are_read_as_far_as_they_go(string data, string expected, int fault)
    {
        Assert.Equal(expected, Text(data, out var at));
        Assert.Equal(fault, at);
    }

    [Fact]
    public void Relative_commands_give_the_same_as_absolute_ones()
    {
        var random = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            var (absolute, relative) = ("M0 0", "m0 0");
            var (x, y) = (0, 0);
            for (var i = 0; i < 12; i++)
            {
                var (command, pairs) = "LHVCSQTA"[random.Next(8)] switch { 'C' => ('C', 3), 'S' => ('S', 2), 'Q' => ('Q', 2), var c => (c, 1) };
                int Next() => random.Next(-50, 50);
                (int X, int Y)[] points = [.. Enumerable.Range(0, pairs).Select(_ => (Next(), Next()))];
                var arc = command == 'A' ? $"{random.Next(1, 60)} {random.Next(1, 60)} {Next()} {random.Next(2)} {random.Next(2)} " : "";
                var (ex, ey) = command switch { 'H' => (points[^1].X, y), 'V' => (x, points[^1].Y), _ => points[^1] };
                string Written((int X, int Y) p, int fromX, int fromY) => command switch { 'H' => $"{p.X - fromX}", 'V' => $"{p.Y - fromY}", _ => $"{p.X - fromX} {p.Y - fromY}" };
                absolute += $"{command}{arc}{string.Join(' ', points.Select(p => Written(p, 0, 0)))}";
                var (px, py) = (x, y);
                relative += $"{char.ToLowerInvariant(command)}{arc}{string.Join(' ', points.Select(p => Written(p, px, py)))}";
                (x, y) = (ex, ey);
            }

            Assert.Equal(Text(absolute, out _), Text(relative, out _));
        }
    }

    [Fact]
    public void Every_point_of_an_arc_lies_on_its_ellipse() // SVG 1.1 F.6
    {
        var random = new Random(11);
        for (var run = 0; run < 300; run++)
        {
            var (rx, ry, turn) = (random.Next(40, 90), random.Next(40, 90), random.Next(-180, 180));
            var (x, y) = (random.Next(-30, 30), random.Next(1, 30));
            var curves = EllipticArc.Curves(0, 0, rx, ry, turn, run % 2 == 0, run % 4 < 2, x, y).ToList();
            Assert.Equal((x, y), (curves[^1].X, curves[^1].Y));

            // On the unit circle all points are equally far from the centre, which is as far from three of them.
            var circle = Transform.Scaling(rx, ry).Then(Transform.Turning(turn)).Inverse()!.Value;
            var points = curves.SelectMany(Along).Select(p => circle.Apply(p.X, p.Y)).ToList();
            var (cx, cy) = Centre(points[0], points[points.Count / 2], points[^1]);
            Assert.All(points, p => Assert.Equal(1, Math.Sqrt(((p.X - cx) * (p.X - cx)) + ((p.Y - cy) * (p.Y - cy))), 2));
        }

        static IEnumerable<(double X, double Y)> Along(PathSegment s) => [(s.X, s.Y)];
        static (double X, double Y) Centre((double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
        {
            var (mx, my) = ((a.X + c.X) / 2, (a.Y + c.Y) / 2);
            var (dx, dy) = (c.X - a.X, c.Y - a.Y);
            var half = Math.Sqrt((dx * dx) + (dy * dy)) / 2;
            if (half < 1e-6)
            {
                return (b.X, b.Y - 1);
            }

            var rise = Math.Sqrt(Math.Max(0, 1 - (half * half))) / (2 * half);
            (double X, double Y)[] both = [(mx - (rise * dy), my + (rise * dx)), (mx + (rise * dy), my - (rise * dx))];
            return both.MinBy(p => Math.Abs(1 - Math.Sqrt(((p.X - b.X) * (p.X - b.X)) + ((p.Y - b.Y) * (p.Y - b.Y)))));
        }
    }

    [Fact]
    public void No_text_whatever_throws_or_gives_a_number_without_bounds()
    {
        var random = new Random(3);
        const string letters = "MmLlHhVvCcSsQqTtAaZz0123456789..--++eE ,,\t9e999";
        for (var run = 0; run < 3000; run++)
        {
            var data = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)]));
            var segments = PathData.Read(data, out _);
            Assert.All(segments.Mapped(Transform.Scaling(1e9, -1e9)), s => Assert.True(Math.Abs(s.X) <= 1e6 && Math.Abs(s.Y1) <= 1e6 && Math.Abs(s.X2) <= 1e6, data));
        }
    }

    private static string Text(string data, out int? fault) => string.Join(' ', PathData.Read(data, out fault).Select(s => s.Verb switch
    {
        PathVerb.Move => $"M {Number(s.X)} {Number(s.Y)}",
        PathVerb.Line => $"L {Number(s.X)} {Number(s.Y)}",
        PathVerb.Curve => $"C {Number(s.X1)} {Number(s.Y1)} {Number(s.X2)} {Number(s.Y2)} {Number(s.X)} {Number(s.Y)}",
        _ => "Z",
    }));

    private static string Number(double value) => Math.Round(value, 2) is var rounded && rounded == 0 ? "0" : rounded.ToString(CultureInfo.InvariantCulture);
}
