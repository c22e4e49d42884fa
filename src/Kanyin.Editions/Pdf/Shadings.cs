using System.Collections.Immutable;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>Gradients as shading dictionaries (ISO 32000-1 8.7.4.5.3 and 8.7.4.5.4), in a space whose y grows upward.</summary>
internal static class Shadings
{
    public static PdfBuffer Of(LinearGradient gradient) => Of(2, $"0 0 1 0", gradient.Stops);

    public static PdfBuffer Of(RadialGradient gradient) => Of(3, $"{gradient.FocusX} {-gradient.FocusY} 0 0 0 1", gradient.Stops);

    private static PdfBuffer Of(int type, PdfBuffer coordinates, ImmutableArray<GradientStop> stops) =>
        $"<</ShadingType {type}/ColorSpace/DeviceRGB/Coords[{coordinates}]/Extend[true true]/Function{Function(WithEnds(stops))}>>";

    /// <summary>From 0 to 1, so that the functions cover the domain.</summary>
    private static ImmutableArray<GradientStop> WithEnds(ImmutableArray<GradientStop> stops) =>
    [
        .. stops[0].Offset > 0 ? [stops[0] with { Offset = 0 }] : Array.Empty<GradientStop>(),
        .. stops,
        .. stops[^1].Offset < 1 || stops.Length == 1 ? [stops[^1] with { Offset = 1 }] : Array.Empty<GradientStop>(),
    ];

    // One exponential function a pair of stops, stitched (7.10.3, 7.10.4). Bounds must grow, so of stops in one place
    // the middle ones vanish and the outer ones stand just beside each other.
    private static PdfBuffer Function(ImmutableArray<GradientStop> stops)
    {
        PdfBuffer functions = $"", bounds = $"", encode = $"";
        var end = 0.0;
        for (var i = 1; i < stops.Length; i++)
        {
            if (stops[i].Offset - end < 0.001)
            {
                continue;
            }

            var from = stops[i - 1];
            if (end > 0)
            {
                bounds.Append($"{end} ");
            }

            functions.Append($"<</FunctionType 2/Domain[0 1]/C0[{Tints(from.Colour)}]/C1[{Tints(stops[i].Colour)}]/N 1>>");
            encode.Append($"0 1 ");
            end = stops[i].Offset;
        }

        return $"<</FunctionType 3/Domain[0 1]/Functions[{functions}]/Bounds[{bounds}]/Encode[{encode}]>>";
    }

    private static PdfBuffer Tints(Colour colour) => $"{Math.Round(colour.Red, 3)} {Math.Round(colour.Green, 3)} {Math.Round(colour.Blue, 3)}";
}
