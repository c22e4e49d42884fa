using System.Collections.Immutable;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Reads lists of transforms, of attributes and of CSS (CSS Transforms 1, 8).</summary>
internal static class TransformText
{
    /// <summary>The whole list as one map; null when it cannot be read.</summary>
    public static Transform? Read(string text)
    {
        var scanner = new ValueScanner(text);
        var all = Transform.Identity;
        while (!scanner.IsAtEnd)
        {
            var name = scanner.Word();
            if (name is "none" && scanner.IsAtEnd)
            {
                return Transform.Identity;
            }

            if (!scanner.Skip('(') || Numbers(ref scanner) is not { } numbers || Of(name.ToString(), numbers) is not { } next)
            {
                return null;
            }

            all = next.Then(all);
            scanner.SkipSeparator();
        }

        return all;
    }

    private static ImmutableArray<double>? Numbers(ref ValueScanner scanner)
    {
        var numbers = ImmutableArray.CreateBuilder<double>();
        while (!scanner.Skip(')'))
        {
            if (scanner.Number() is not { } number)
            {
                return null;
            }

            switch (scanner.Word())
            {
                case "" or "px" or "deg":
                    numbers.Add(number);
                    break;
                case "rad":
                    numbers.Add(number * 180 / Math.PI);
                    break;
                case "turn":
                    numbers.Add(number * 360);
                    break;
                default:
                    return null;
            }
        }

        return numbers.ToImmutable();
    }

    private static Transform? Of(string name, ImmutableArray<double> numbers) => (name, numbers) switch
    {
        ("matrix", [var a, var b, var c, var d, var e, var f]) => new(a, b, c, d, e, f),
        ("translate", [var x]) => Transform.Moving(x, 0),
        ("translate", [var x, var y]) => Transform.Moving(x, y),
        ("translateX", [var x]) => Transform.Moving(x, 0),
        ("translateY", [var y]) => Transform.Moving(0, y),
        ("scale", [var factor]) => Transform.Scaling(factor, factor),
        ("scale", [var x, var y]) => Transform.Scaling(x, y),
        ("scaleX", [var x]) => Transform.Scaling(x, 1),
        ("scaleY", [var y]) => Transform.Scaling(1, y),
        ("rotate", [var degrees]) => Transform.Turning(degrees),
        ("rotate", [var degrees, var x, var y]) => Transform.Moving(-x, -y).Then(Transform.Turning(degrees)).Then(Transform.Moving(x, y)),
        ("skewX", [var degrees]) => new(1, 0, Slope(degrees), 1, 0, 0),
        ("skewY", [var degrees]) => new(1, Slope(degrees), 0, 1, 0, 0),
        _ => null,
    };

    private static double Slope(double degrees) => Math.Clamp(Math.Tan(degrees * Math.PI / 180), -1e6, 1e6);
}
