using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading;

/// <summary>The keys of book.yml about the look of the pages.</summary>
internal static class DesignSettings
{
    public const string DefaultFormat = "b5";

    public static readonly ImmutableArray<string> Keys = ["style", "punctuation", "line-end", "line-start", "line-break", "openings", "colophon", "emphasis", "notes", "code-line-numbers", "pdf", "bleed", "crop-marks", "attach"];

    public static readonly ImmutableArray<string> PageKeys =
        ["format", "width", "height", "size", "characters", "lines", "leading", "inner", "top", "binding", "sides", "page-number", "spaced-titles"];

    public static readonly ImmutableArray<string> Formats = ["a5", "b5", "16k", "a4", "170x240", "140x203", "145x210", "reader"];
    public static readonly ImmutableArray<string> Punctuations = ["quanjiao", "kaiming", "banjiao", "hangmobanjiao", "plain"];
    public static readonly ImmutableArray<string> LineEnds = ["half", "auto", "full", "hang"];
    public static readonly ImmutableArray<string> LineStarts = ["trim", "keep"];
    public static readonly ImmutableArray<string> LineBreaks = ["loose", "normal", "strict"];
    public static readonly ImmutableArray<string> Openings = ["recto", "any"];
    public static readonly ImmutableArray<string> Colophons = ["front", "back"];
    public static readonly ImmutableArray<string> Emphases = ["kai", "dots"];
    public static readonly ImmutableArray<string> Notes = ["page", "chapter"];
    public static readonly ImmutableArray<string> Switches = ["true", "false"];
    public static readonly ImmutableArray<string> Sides = ["double", "single"];
    public static readonly ImmutableArray<string> PageNumbers = ["outer", "centred"];

    public static readonly ImmutableArray<string> Attachments = ["none", "source", "mathml"];
    public static readonly ImmutableArray<string> Purposes = ["both", "screen", "print"];

    /// <summary>The name of the format, and what the author decides beside it.</summary>
    public static (string Format, Design Design) Of(SettingsValues values)
    {
        var usual = Design.Default;
        var (format, page) = Style(values);
        var attached = values.Several("attach", Attachments);
        return (format, new Design
        {
            Punctuation = values.Choice("punctuation", Punctuations) ?? usual.Punctuation,
            LineEnd = values.Choice("line-end", LineEnds) ?? usual.LineEnd,
            LineStart = values.Choice("line-start", LineStarts) ?? usual.LineStart,
            LineBreak = values.Choice("line-break", LineBreaks) ?? usual.LineBreak,
            OpensOnRecto = values.Choice("openings", Openings) != "any",
            ColophonStandsAtEnd = values.Choice("colophon", Colophons) == "back",
            Purpose = PurposeOf(values.Choice("pdf", Purposes)),
            Bleed = values.Number("bleed", 0, 20, "millimetres") ?? 0,
            HasCropMarks = values.Choice("crop-marks", Switches) == "true",
            AttachesSource = attached.Contains("source"),
            AttachesMathMl = attached.Contains("mathml"),
            House = new HouseStyle
            {
                DotsEmphasis = values.Choice("emphasis", Emphases) == "dots",
                GathersNotes = values.Choice("notes", Notes) == "chapter",
                NumbersCode = values.Choice("code-line-numbers", Switches) == "true",
            },
            Page = page,
        });
    }

    private static Purpose PurposeOf(string? word) => word switch
    {
        "screen" => Purpose.Screen,
        "print" => Purpose.Print,
        _ => Purpose.Both,
    };

    /// <summary>style is the name of a format, or a page of the author's own with the format that it is made from.</summary>
    private static (string Format, PageDesign? Page) Style(SettingsValues values) =>
        values.Mapping("style", PageKeys) is { } page
            ? (page.Choice("format", Formats) ?? DefaultFormat, Page(page, values.At("style")))
            : (values.Choice("style", Formats) ?? DefaultFormat, null);

    private static PageDesign Page(SettingsValues page, Place at) => new(
        at,
        page.Number("width", 50, 1000, "millimetres"),
        page.Number("height", 50, 1000, "millimetres"),
        page.Parsed("size", TypeSize.Parse, "a size such as 五号 or 10.5 (points)"),
        page.Whole("characters", 10, 200),
        page.Whole("lines", 10, 200),
        page.Number("leading", 1.2, 3, "body sizes"),
        page.Number("inner", 0, 200, "millimetres"),
        page.Number("top", 0, 200, "millimetres"),
        page.Number("binding", 0, 50, "millimetres") ?? 0)
    {
        IsSingleSided = page.Choice("sides", Sides) is { } sides ? sides == "single" : null,
        CentresPageNumber = page.Choice("page-number", PageNumbers) == "centred",
        SpacedTitle = page.Whole("spaced-titles", 0, 4) ?? 2,
    };
}
