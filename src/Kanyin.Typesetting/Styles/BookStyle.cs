using System.Collections.Immutable;

namespace Kanyin.Typesetting.Styles;

/// <summary>The design of a book's pages: values only, never a code path of its own. Lengths in points.</summary>
/// <param name="Width">Of the trimmed page.</param>
/// <param name="Body">Size of the running text.</param>
/// <param name="Characters">The measure in em of the body (PG1).</param>
/// <param name="Lines">Lines a page.</param>
/// <param name="Inner">订口; inner and outer change sides on even pages (PG2).</param>
/// <param name="Top">天头.</param>
/// <param name="Headings">By level, from 1; deeper levels look like the last.</param>
public sealed record BookStyle(string Name, double Width, double Height, double Body, int Characters, int Lines, double Inner, double Top, ImmutableArray<HeadingStyle> Headings)
{
    private const double Millimetre = 72 / 25.4;

    /// <summary>The ideographic body stands .88 above the baseline and .12 below (PG4).</summary>
    public const double BodyAscent = 0.88;

    // typography.md 6.2. 小四 12, 五号 10.5; chapter titles 二号 22, in 32开 小二 18 (6.3).
    private static readonly ImmutableArray<BookStyle> All =
    [
        Of("a5", 148, 210, 10.5, 30, 28, 20, 22, [new(18, 6, IsCentred: true), new(15, 3), new(12, 2), new(10.5, 1, 2)]),
        Of("b5", 176, 250, 10.5, 36, 35, 23, 22, [new(22, 6, IsCentred: true), new(15, 3), new(12, 2), new(10.5, 1, 2)]),
        Of("16k", 185, 260, 10.5, 38, 36, 24, 25, [new(22, 6, IsCentred: true), new(15, 3), new(12, 2), new(10.5, 1, 2)]),
        Of("a4", 210, 297, 12, 38, 36, 26, 28, [new(22, 6, IsCentred: true), new(16, 3), new(14, 2), new(12, 1, 2)]) with { Small = 10.5, Smallest = 9 },
    ];

    /// <summary>Line to line, as a factor of the body (PG3).</summary>
    public double Leading { get; init; } = 1.6;

    /// <summary>小五 beside 五号, 五号 beside 小四: of notes, captions, tables and running heads.</summary>
    public double Small { get; init; } = 9;

    /// <summary>For tables too wide for that: 六号, 小五.</summary>
    public double Smallest { get; init; } = 7.5;

    /// <summary>Line to line in notes and table cells, as a factor of their size (6.4).</summary>
    public double SmallLeading { get; init; } = 1.4;

    /// <summary>一号, of part titles.</summary>
    public double PartTitle { get; init; } = 26;

    /// <summary>Of code, as a factor of the text around it; in b5 it gives eighty cells a line.</summary>
    public double CodeScale { get; init; } = 0.87;

    /// <summary>Of code in a line of text: Inconsolata stands lower than Source Serif.</summary>
    public double InlineCodeScale { get; init; } = 0.95;

    public double Pitch => Leading * Body;
    public double Measure => Characters * Body;

    /// <summary>切口: what the measure leaves (PG1).</summary>
    public double Outer => Width - Inner - Measure;

    /// <summary>From the top of the first line's bodies to the bottom of the last's.</summary>
    public double TextHeight => ((Lines - 1) * Pitch) + Body;

    /// <summary>地脚.</summary>
    public double Bottom => Height - Top - TextHeight;

    /// <summary>The style of a name; b5 for a name that nobody knows (the reader reports those).</summary>
    public static BookStyle Named(string name) => All.FirstOrDefault(s => s.Name == name) ?? All.First(s => s.Name == "b5");

    public HeadingStyle Heading(int level) => Headings[Math.Clamp(level, 1, Headings.Length) - 1];

    /// <summary>The left margin; page 1 is a recto.</summary>
    public double Left(int pageNumber) => IsRecto(pageNumber) ? Inner : Outer;

    public static bool IsRecto(int pageNumber) => pageNumber % 2 != 0;

    private static BookStyle Of(string name, double width, double height, double body, int characters, int lines, double inner, double top, ImmutableArray<HeadingStyle> headings) =>
        new(name, width * Millimetre, height * Millimetre, body, characters, lines, inner * Millimetre, top * Millimetre, headings);
}
