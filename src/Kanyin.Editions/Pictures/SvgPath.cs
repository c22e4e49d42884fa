using System.Diagnostics;
using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Kanyin.Editions.Pictures;

/// <summary>
/// The path data of several outlines (SVG 2, 9.3), in whole units and as steps from the point before: short, and alike on
/// every machine. Each point is rounded before the steps are taken, so that they add up.
/// </summary>
internal sealed class SvgPath
{
    private readonly StringBuilder _data = new();
    private (int X, int Y) _at;
    private (int X, int Y) _start;
    private char _verb;

    /// <summary>The least rectangle around all points; those that only draw a curve towards them are hardly farther out than it.</summary>
    public (int Left, int Top, int Right, int Bottom) Bounds { get; private set; } = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);

    /// <summary>An outline, made larger by factors, with its origin at x, y.</summary>
    public void Add(SKPath outline, double x, double y, double horizontally, double vertically)
    {
        using var verbs = outline.CreateRawIterator();
        var p = new SKPoint[4];
        while (verbs.Next(p) is var verb && verb != SKPathVerb.Done)
        {
            switch (verb)
            {
                case SKPathVerb.Move: Move(Placed(p[0])); break;
                case SKPathVerb.Line: Line(Placed(p[1])); break;
                case SKPathVerb.Quad: Step('q', Placed(p[1]), Placed(p[2])); break;
                case SKPathVerb.Cubic: Step('c', Placed(p[1]), Placed(p[2]), Placed(p[3])); break;
                case SKPathVerb.Close: Close(); break;
                default: throw new UnreachableException();
            }
        }

        (double, double) Placed(SKPoint point) => (x + (point.X * horizontally), y + (point.Y * vertically));
    }

    /// <summary>A rectangle that turns as the outlines of TrueType do, so that it and a letter add up where they overlap.</summary>
    public void AddRectangle(double x, double y, double width, double height)
    {
        Move((x, y));
        Line((x + width, y));
        Line((x + width, y + height));
        Line((x, y + height));
        Close();
    }

    public void Move((double X, double Y) point)
    {
        Step('m', point);
        _start = _at;
    }

    public void Line((double X, double Y) point) => Step('l', point);

    public override string ToString() => _data.ToString();

    private void Close()
    {
        _data.Append('z');
        (_verb, _at) = ('z', _start);
    }

    private void Step(char verb, params ReadOnlySpan<(double X, double Y)> points)
    {
        // A letter is not repeated, and a minus sign parts numbers by itself.
        var isNew = verb != _verb || verb == 'm';
        if (isNew)
        {
            _data.Append(verb);
        }

        _verb = verb;
        var end = _at;
        foreach (var point in points)
        {
            end = ((int)Math.Round(point.X), (int)Math.Round(point.Y));
            Write(end.X - _at.X, isNew);
            Write(end.Y - _at.Y, isFirst: false);
            isNew = false;
            var (left, top, right, bottom) = Bounds;
            Bounds = (Math.Min(left, end.X), Math.Min(top, end.Y), Math.Max(right, end.X), Math.Max(bottom, end.Y));
        }

        _at = end;
    }

    private void Write(int number, bool isFirst) => _data.Append(isFirst || number < 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{number}");
}
