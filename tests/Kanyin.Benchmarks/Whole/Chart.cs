using System.Globalization;
using System.Text;

namespace Kanyin.Benchmarks.Whole;

/// <summary>One line of a chart.</summary>
/// <param name="Points">Both positive.</param>
internal sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points);

/// <summary>Lines over two logarithmic axes, as an SVG for the handbook: what grows evenly is a straight line of 45 degrees.</summary>
internal sealed class Chart(string title, string unit, IReadOnlyList<Series> series)
{
    private const int Width = 480;
    private const int Height = 250;
    private const int Left = 52;
    private const int Right = 372;
    private const int Top = 30;
    private const int Bottom = 214;

    // Dark enough for print, and apart from each other in grey.
    private static readonly string[] Colours = ["#9c2b20", "#2a5f8f", "#6b6b6b"];

    private readonly (int First, int Last) _x = Decades(series.SelectMany(s => s.Points.Select(p => p.X)));
    private readonly (int First, int Last) _y = Decades(series.SelectMany(s => s.Points.Select(p => p.Y)));

    public string Svg()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12" fill="#222">
              <title>{title}</title>
              <rect width="{Width}" height="{Height}" fill="#fff"/>
              <text x="6" y="18">{unit}</text>
              <text x="{Right}" y="{Bottom + 32}" text-anchor="end">汉字</text>

            """);
        for (var decade = _x.First; decade <= _x.Last; decade++)
        {
            Line(svg, (X(Math.Pow(10, decade)), Top), (X(Math.Pow(10, decade)), Bottom));
            Text(svg, X(Math.Pow(10, decade)), Bottom + 16, "middle", InWords(decade));
        }

        for (var decade = _y.First; decade <= _y.Last; decade++)
        {
            Line(svg, (Left, Y(Math.Pow(10, decade))), (Right, Y(Math.Pow(10, decade))));
            Text(svg, Left - 6, Y(Math.Pow(10, decade)) + 4, "end", Math.Pow(10, decade).ToString("0.##", CultureInfo.InvariantCulture));
        }

        foreach (var (line, colour) in series.Zip(Colours))
        {
            var points = string.Join(' ', line.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.X):0.#},{Y(p.Y):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"  <polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\"/>\n");
            foreach (var (x, y) in line.Points)
            {
                svg.Append(CultureInfo.InvariantCulture, $"  <circle cx=\"{X(x):0.#}\" cy=\"{Y(y):0.#}\" r=\"2.6\" fill=\"{colour}\"/>\n");
            }

            var end = line.Points[^1];
            svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{Right + 6}\" y=\"{Y(end.Y) + 4:0.#}\" fill=\"{colour}\">{line.Name}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private double X(double value) => At(value, _x, Left, Right);

    private double Y(double value) => At(value, _y, Bottom, Top);

    private static double At(double value, (int First, int Last) decades, double from, double to) =>
        from + ((Math.Log10(value) - decades.First) / (decades.Last - decades.First) * (to - from));

    private static (int First, int Last) Decades(IEnumerable<double> values)
    {
        var all = values.ToList();
        var first = (int)Math.Floor(Math.Log10(all.Min()));
        return (first, Math.Max(first + 1, (int)Math.Ceiling(Math.Log10(all.Max()))));
    }

    private static string InWords(int decade) => decade switch { 4 => "1 万", 5 => "10 万", 6 => "100 万", 7 => "1000 万", _ => Math.Pow(10, decade).ToString(CultureInfo.InvariantCulture) };

    private static void Line(StringBuilder svg, (double X, double Y) from, (double X, double Y) to) =>
        svg.Append(CultureInfo.InvariantCulture, $"  <line x1=\"{from.X:0.#}\" y1=\"{from.Y:0.#}\" x2=\"{to.X:0.#}\" y2=\"{to.Y:0.#}\" stroke=\"#ccc\"/>\n");

    private static void Text(StringBuilder svg, double x, double y, string anchor, string words) =>
        svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{words}</text>\n");
}
