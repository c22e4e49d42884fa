using System.Collections.Immutable;

namespace Kanyin.Typesetting.Styles;

/// <summary>开本: the formats of typography.md 6.2.</summary>
internal static class Formats
{
    // By level (6.3): 章, 节, 小节, below. 二号 22 over 五号, in 32开 小二 18.
    private static readonly ImmutableArray<HeadingStyle> _large = [new(22, 6, IsCentred: true), new(15, 3), new(12, 2), new(10.5, 1, 2)];
    private static readonly ImmutableArray<HeadingStyle> _small = [new(18, 6, IsCentred: true), new(15, 3), new(12, 2), new(10.5, 1, 2)];
    private static readonly ImmutableArray<HeadingStyle> _print = [new(22, 6, IsCentred: true), new(16, 3), new(14, 2), new(12, 1, 2)];
    private static readonly ImmutableArray<HeadingStyle> _screen = [new(16, 5, IsCentred: true), new(14, 3), new(12, 2), new(10.5, 1, 2)];

    public static readonly ImmutableArray<BookStyle> All =
    [
        Of("a5", 148, 210, 10.5, 30, 28, 20, 22, _small) with { Leaves = 32 },
        Of("b5", 176, 250, 10.5, 36, 35, 23, 22, _large) with { Leaves = 16 },
        Of("16k", 185, 260, 10.5, 38, 36, 24, 25, _large) with { Leaves = 16 },
        Of("a4", 210, 297, 12, 38, 36, 26, 28, _print) with { Leaves = 16 },
        Of("170x240", 170, 240, 10.5, 35, 34, 22, 21, _large) with { Leaves = 16 },
        Of("140x203", 140, 203, 10.5, 28, 27, 20, 22, _small) with { Leaves = 32 },
        Of("145x210", 145, 210, 10.5, 29, 28, 20, 22, _small) with { Leaves = 32 },

        // A screen has no back: a blank page between chapters would be a page to turn for nothing.
        Of("reader", 90, 122, 10.5, 21, 18, 6, 8, _screen) with { PartTitle = 22, IsSingleSided = true },
    ];

    /// <summary>Millimetres; the body in points.</summary>
    private static BookStyle Of(string name, double width, double height, double body, int characters, int lines, double inner, double top, ImmutableArray<HeadingStyle> headings) =>
        new(name, width * BookStyle.Millimetre, height * BookStyle.Millimetre, body, characters, lines, inner * BookStyle.Millimetre, top * BookStyle.Millimetre, headings);
}
