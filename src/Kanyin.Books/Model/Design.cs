using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Model;

/// <summary>What the author decides about the look of the pages, in the words of book.yml; the format of the pages decides the rest.</summary>
public sealed record Design
{
    public static readonly Design Default = new();

    /// <summary>quanjiao, kaiming, banjiao, hangmobanjiao, plain.</summary>
    public string Punctuation { get; init; } = "quanjiao";

    /// <summary>What a mark does at a line's end: half, auto, full, hang.</summary>
    public string LineEnd { get; init; } = "half";

    /// <summary>What an opening mark does at a line's start: trim, keep.</summary>
    public string LineStart { get; init; } = "trim";

    /// <summary>How strict breaking is: loose, normal, strict.</summary>
    public string LineBreak { get; init; } = "normal";

    /// <summary>Chapters begin on a recto, or on any page.</summary>
    public bool OpensOnRecto { get; init; } = true;

    /// <summary>版权页 is the last page of the book instead of the title page's back.</summary>
    public bool ColophonStandsAtEnd { get; init; }

    /// <summary>What the PDF is made for.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>出血: what is printed beyond the trimmed page, in millimetres; only for print.</summary>
    public double Bleed { get; init; }

    /// <summary>裁切线 stand around the page; only for print.</summary>
    public bool HasCropMarks { get; init; }

    /// <summary>The PDF carries the author's files.</summary>
    public bool AttachesSource { get; init; }

    /// <summary>The PDF carries each formula as MathML.</summary>
    public bool AttachesMathMl { get; init; }

    public HouseStyle House { get; init; } = HouseStyle.Default;

    /// <summary>A page of the author's own, or null for the format as it is.</summary>
    public PageDesign? Page { get; init; }
}

/// <summary>A page of the author's own: what is null follows from the format it is made from, and from what is given.</summary>
/// <param name="At">Where the author describes it.</param>
/// <param name="Width">Of the trimmed page, in millimetres; so are all lengths but the size.</param>
/// <param name="Size">Of the body, in points.</param>
/// <param name="Characters">The measure, in bodies.</param>
/// <param name="Leading">Line to line, as a factor of the size.</param>
/// <param name="Binding">What the binding takes, beside the inner margin.</param>
public sealed record PageDesign(Place At, double? Width, double? Height, double? Size, int? Characters, int? Lines, double? Leading, double? Inner, double? Top, double Binding)
{
    /// <summary>Printed on one side of the paper, or read on a screen: left and right pages are the same. Null leaves it to the format.</summary>
    public bool? IsSingleSided { get; init; }

    /// <summary>The page number stands in the middle of the foot instead of outside.</summary>
    public bool CentresPageNumber { get; init; }

    /// <summary>Chapter titles of so many Han and fewer are set with space between.</summary>
    public int SpacedTitle { get; init; } = 2;
}
