using System.Collections.Immutable;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Reads path data (SVG 2 9.3) into absolute segments. All curves become cubic.</summary>
internal ref struct PathData
{
    private readonly ImmutableArray<PathSegment>.Builder _segments = ImmutableArray.CreateBuilder<PathSegment>();
    private ValueScanner _scanner;
    private double _x, _y, _startX, _startY;

    // The last control point of the curve before, which a smooth one mirrors.
    private (double X, double Y)? _cubic, _quadratic;

    private PathData(string data) => _scanner = new ValueScanner(data);

    /// <summary>The segments up to the first fault, as 9.5.4 wants it.</summary>
    /// <param name="fault">Where the data cannot be read on, an index into them; null when all was read.</param>
    public static ImmutableArray<PathSegment> Read(string data, out int? fault)
    {
        var path = new PathData(data);
        fault = path.Read() ? null : path._scanner.Position;
        return path._segments.DrainToImmutable();
    }

    private bool Read()
    {
        char? command = null;
        while (!_scanner.IsAtEnd)
        {
            var isRepeated = false;
            if (_scanner.Letter() is { } letter)
            {
                command = letter;
            }
            else if (command is null or 'Z' or 'z')
            {
                return false;
            }
            else
            {
                isRepeated = true;
            }

            if ((_segments.Count == 0 && command is not ('M' or 'm')) || !Step(command.Value, isRepeated))
            {
                return false;
            }
        }

        return true;
    }

    private bool Step(char command, bool isRepeated)
    {
        var (x, y) = char.IsAsciiLetterLower(command) ? (_x, _y) : (0, 0);
        switch (char.ToUpperInvariant(command))
        {
            case 'M':
                return Point(x, y) is { } start && (isRepeated ? LineTo(start) : MoveTo(start));
            case 'L':
                return Point(x, y) is { } end && LineTo(end);
            case 'H':
                return _scanner.Number() is { } across && LineTo((x + across, _y));
            case 'V':
                return _scanner.Number() is { } down && LineTo((_x, y + down));
            case 'C':
                return Point(x, y) is { } c1 && Point(x, y) is { } c2 && Point(x, y) is { } c && CurveTo(c1, c2, c);
            case 'S':
                return Point(x, y) is { } s2 && Point(x, y) is { } s && CurveTo(Mirrored(_cubic), s2, s);
            case 'Q':
                return Point(x, y) is { } q1 && Point(x, y) is { } q && QuadraticTo(q1, q);
            case 'T':
                return Point(x, y) is { } t && QuadraticTo(Mirrored(_quadratic), t);
            case 'A':
                return _scanner.Number() is { } rx && _scanner.Number() is { } ry && _scanner.Number() is { } turn
                    && _scanner.Flag() is { } isLarge && _scanner.Flag() is { } isClockwise && Point(x, y) is { } a && ArcTo(rx, ry, turn, isLarge, isClockwise, a);
            case 'Z':
                _segments.Add(new(PathVerb.Close, 0, 0));
                return Moved((_startX, _startY));
            default:
                return false;
        }
    }

    private (double X, double Y)? Point(double x, double y) => _scanner.Number() is { } dx && _scanner.Number() is { } dy ? (x + dx, y + dy) : null;

    private readonly (double X, double Y) Mirrored((double X, double Y)? control) => control is { } c ? ((2 * _x) - c.X, (2 * _y) - c.Y) : (_x, _y);

    private bool MoveTo((double X, double Y) to)
    {
        (_startX, _startY) = to;
        return Add(new(PathVerb.Move, to.X, to.Y));
    }

    private bool LineTo((double X, double Y) to) => Add(new(PathVerb.Line, to.X, to.Y));

    private bool CurveTo((double X, double Y) c1, (double X, double Y) c2, (double X, double Y) to)
    {
        Add(new(PathVerb.Curve, to.X, to.Y, c1.X, c1.Y, c2.X, c2.Y));
        _cubic = c2;
        return true;
    }

    private bool QuadraticTo((double X, double Y) control, (double X, double Y) to)
    {
        Add(new(PathVerb.Curve, to.X, to.Y, _x + ((control.X - _x) * 2 / 3), _y + ((control.Y - _y) * 2 / 3), to.X + ((control.X - to.X) * 2 / 3), to.Y + ((control.Y - to.Y) * 2 / 3)));
        _quadratic = control;
        return true;
    }

    private bool ArcTo(double rx, double ry, double turn, bool isLarge, bool isClockwise, (double X, double Y) to)
    {
        foreach (var segment in EllipticArc.Curves(_x, _y, rx, ry, turn, isLarge, isClockwise, to.X, to.Y))
        {
            Add(segment);
        }

        return true;
    }

    private bool Add(PathSegment segment)
    {
        // After a closed outline the next one may begin without a move, where the last one began.
        if (_segments is [.., { Verb: PathVerb.Close }] && segment.Verb != PathVerb.Move)
        {
            _segments.Add(new(PathVerb.Move, _x, _y));
        }

        _segments.Add(segment);
        return Moved((segment.X, segment.Y));
    }

    private bool Moved((double X, double Y) to)
    {
        (_x, _y) = to;
        _cubic = _quadratic = null;
        return true;
    }
}
