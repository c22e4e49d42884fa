using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Lines;
using Math = System.Math;

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
    public const double Millimetre = 72 / 25.4;

    /// <summary>The ideographic body stands .88 above the baseline and .12 below (PG4).</summary>
    public const double BodyAscent = 0.88;

    /// <summary>Line to line, as a factor of the body (PG3).</summary>
    public double Leading { get; init; } = 1.6;

    /// <summary>小五 beside 五号, 五号 beside 小四: of notes, captions, tables and running heads.</summary>
    public double Small => TypeSize.Below(Body);

    /// <summary>For tables too wide for that: 六号, 小五.</summary>
    public double Smallest => TypeSize.Below(Small);

    /// <summary>Line to line in notes and table cells, as a factor of their size (6.4).</summary>
    public double SmallLeading { get; init; } = 1.4;

    /// <summary>一号, of part titles.</summary>
    public double PartTitle { get; init; } = 26;

    /// <summary>Of code, as a factor of the text around it; in b5 it gives eighty cells a line.</summary>
    public double CodeScale { get; init; } = 0.87;

    /// <summary>Of code in a line of text: Inconsolata stands lower than Source Serif.</summary>
    public double InlineCodeScale { get; init; } = 0.95;

    /// <summary>开数: how many leaves the sheet gives; null for a page of the author's own.</summary>
    public int? Leaves { get; init; }

    /// <summary>Left and right pages are the same: the inner margin is always left (PG2).</summary>
    public bool IsSingleSided { get; init; }

    /// <summary>Where a link leads is printed: its reader cannot press it.</summary>
    public bool PrintsAddresses { get; init; }

    /// <summary>The page number stands in the middle of the foot instead of outside.</summary>
    public bool CentresPageNumber { get; init; }

    /// <summary>Chapter titles of so many Han and fewer are set with space between (6.3).</summary>
    public int SpacedTitle { get; init; } = 2;

    /// <summary>Chapters begin on a recto; otherwise on any page (6.3).</summary>
    public bool OpensOnRecto { get; init; } = true;

    /// <summary>How Chinese is composed, in every paragraph of the book.</summary>
    public Composition Composition { get; init; } = Composition.Default;

    /// <summary>What holds for the elements of all pages.</summary>
    public HouseStyle House { get; init; } = HouseStyle.Default;

    public double Pitch => Leading * Body;
    public double Measure => Characters * Body;

    /// <summary>切口: what the measure leaves (PG1).</summary>
    public double Outer => Width - Inner - Measure;

    /// <summary>From the top of the first line's bodies to the bottom of the last's.</summary>
    public double TextHeight => ((Lines - 1) * Pitch) + Body;

    /// <summary>地脚.</summary>
    public double Bottom => Height - Top - TextHeight;

    /// <summary>The format of a name; b5 for a name that nobody knows (the reader reports those).</summary>
    public static BookStyle Named(string name) => Formats.All.FirstOrDefault(s => s.Name == name) ?? Formats.All.First(s => s.Name == "b5");

    /// <summary>The style of a book: its format, changed by what the author decides. What cannot be is reported, and left as the format has it.</summary>
    public static BookStyle Of(Book book, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(book);
        var format = Named(book.Style);
        var style = book.Design.Page is { } page ? OwnPage.Of(format, page, findings) : format;
        style = For(book.Design.Purpose, style);
        return style with { OpensOnRecto = book.Design.OpensOnRecto, Composition = CompositionOf(book), House = book.Design.House };
    }

    public HeadingStyle Heading(int level) => Headings[Math.Clamp(level, 1, Headings.Length) - 1];

    /// <summary>A paragraph of the book. Setters make all theirs here, so that none is composed by other rules.</summary>
    /// <param name="size">The em of the paragraph.</param>
    public ParagraphStyle Paragraph(double measure, double size, double firstIndent = 0) => new(measure, size, firstIndent) { Composition = Composition };

    /// <summary>The left margin.</summary>
    public double Left(int pageNumber) => IsRecto(pageNumber) ? Inner : Outer;

    /// <summary>Page 1 is a recto; of pages printed on one side, every page.</summary>
    public bool IsRecto(int pageNumber) => IsSingleSided || pageNumber % 2 != 0;

    // A screen has no spine: the text stands in the middle of every page. A press prints both sides of the paper, which
    // nobody can press.
    private static BookStyle For(Purpose purpose, BookStyle style) => purpose switch
    {
        Purpose.Screen => style with { IsSingleSided = true, Inner = (style.Width - style.Measure) / 2 },
        Purpose.Print => style with { IsSingleSided = false, PrintsAddresses = true },
        _ => style,
    };

    private static Composition CompositionOf(Book book) => new()
    {
        Locale = CompositionWords.LocaleOf(book.Metadata.Language),
        Punctuation = CompositionWords.Punctuation.Of(book.Design.Punctuation),
        LineEnd = CompositionWords.LineEnds.Of(book.Design.LineEnd),
        TrimsLineStart = CompositionWords.LineStarts.Of(book.Design.LineStart),
        Level = CompositionWords.Levels.Of(book.Design.LineBreak),
    };
}
