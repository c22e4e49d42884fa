using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Contents;
using Kanyin.Books.Reading.Resolving;

namespace Kanyin.Books.Reading;

/// <summary>What book.yml says. A value that is absent or wrong is null; the reader then falls back.</summary>
/// <param name="Cover">The picture's path as written, with its place.</param>
/// <param name="Contents">How many levels of headings the contents pages list; null leaves it to the book's length.</param>
internal sealed partial record BookSettings(
    string? Title,
    string? Subtitle,
    ImmutableArray<string> Authors,
    string? Language,
    DateOnly? Date,
    string? Publisher,
    string? Rights,
    string? Identifier,
    string? Description,
    (string Path, Place At)? Cover,
    string Style,
    int? Contents)
{
    /// <summary>Translators and editors.</summary>
    public ImmutableArray<Contributor> Contributors { get; init; } = [];

    /// <summary>Where the book is on the web: links there lead to the page in the book.</summary>
    public OwnAddresses Own { get; init; } = OwnAddresses.None;

    public Imprint Imprint { get; init; } = Imprint.None;
    public Catalogue Catalogue { get; init; } = Catalogue.None;
    public string? Dedication { get; init; }
    public Design Design { get; init; } = Design.Default;
    public EpubDesign Epub { get; init; } = EpubDesign.Default;

    /// <summary>The glossary's path as written, with its place.</summary>
    public (string Path, Place At)? Glossary { get; init; }

    public ProseStyle Prose { get; init; } = ProseStyle.Default;

    /// <summary>The order of the chapters; empty when book.yml does not give one.</summary>
    public ImmutableArray<Listed> Chapters { get; init; } = [];

    public const string FileName = "book.yml";

    /// <summary>The address of the book's own repository.</summary>
    public string? Repository { get; init; }

    /// <summary>The programs that may draw the book's diagrams.</summary>
    public ImmutableArray<string> Renderers { get; init; } = [];

    /// <summary>Findings that the author lets stand.</summary>
    public ImmutableArray<Allowance> Allowances { get; init; } = [];

    /// <summary>Displayed formulas without a number get one.</summary>
    public bool? NumbersEquations { get; init; }

    /// <summary>TeX commands of the author's own.</summary>
    public TexMacros Macros { get; init; } = new();

    /// <summary>Where the numbers of headings and captions come from.</summary>
    public NumberingMode Numbering { get; init; }

    /// <summary>How computed numbers are written.</summary>
    public NumberScheme Scheme { get; init; }

    public static readonly ImmutableArray<string> Keys =
    [
        "title", "subtitle", "authors", "language", "date", "publisher", "rights", "identifier", "description", "cover", "contents",
        "edition", "printing", "isbn", "price", "website", "site", "dedication", "numbering", "scheme", "equations",
        ChapterSettings.Key, "repository", "allow", "macros", "diagrams",
        .. CatalogueSettings.Keys, "epub", "fonts", .. DesignSettings.Keys, .. ProseSettings.Keys,
    ];

    public static readonly BookSettings Default = new(null, null, [], null, null, null, null, null, null, null, DesignSettings.DefaultFormat, null);

    /// <summary>Reads book.yml (or book.yaml) from the book's folder; without one, the defaults.</summary>
    public static BookSettings Read(BookFolder folder, DiagnosticBag bag)
    {
        var name = folder.HasFile(FileName) ? FileName : folder.HasFile("book.yaml") ? "book.yaml" : null;
        var settings = name is not null && TextFile.Read(folder, name, bag) is { } file ? Parse(file, bag) : Default;
        return settings with { Prose = settings.Prose with { Terms = ProseSettings.Terms(folder, settings.Glossary, bag) } };
    }

    public static BookSettings Parse(SourceFile file, DiagnosticBag bag) =>
        Yaml.Load(file, 0, file.Text, SettingsFindings.NotYaml, bag) is { } mapping ? Of(new SettingsValues(file, mapping, Keys, FileName, bag)) : Default;

    // BCP 47: a language, then script, region or variant.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();

    private static BookSettings Of(SettingsValues values)
    {
        var (format, design) = DesignSettings.Of(values);
        var makers = ImprintSettings.Makers(values);
        var repository = Web(values, "repository");
        return new BookSettings(
            values.Text("title"),
            values.Text("subtitle"),
            [.. makers.Where(m => m.Role is null).Select(m => m.Name)],
            values.Checked("language", LanguageTag().IsMatch, "a language tag such as zh-CN or zh-Hans"),
            values.Date("date"),
            values.Text("publisher"),
            values.Text("rights"),
            values.Text("identifier"),
            values.Text("description"),
            values.Text("cover") is { } path ? (path, values.At("cover")) : null,
            format,
            values.Whole("contents", 1, 3))
        {
            Contributors = [.. makers.Where(m => m.Role is not null).Select(m => new Contributor(m.Name, m.Role!.Value))],
            Imprint = ImprintSettings.Of(values),
            Catalogue = CatalogueSettings.Of(values, makers),
            Prose = ProseSettings.Of(values),
            Glossary = values.Text("terms") is { } terms ? (terms, values.At("terms")) : null,
            Own = new OwnAddresses(Web(values, "site"), repository),
            Dedication = values.Text("dedication"),
            Chapters = ChapterSettings.Of(values),
            Design = design,
            Epub = new EpubDesign(values.Parsed("epub", ProfileOf, "standard, kindle or duokan") ?? EpubProfile.Standard, values.Choice("fonts", ["none", "embed"]) == "embed"),
            Numbering = values.Parsed("numbering", ModeOf, "keep, auto or none") ?? NumberingMode.Keep,
            Scheme = values.Parsed("scheme", SchemeOf, "decimal or han") ?? NumberScheme.Decimal,
            NumbersEquations = values.Choice("equations", ["keep", "auto"]) is { } equations ? equations == "auto" : null,
            Repository = repository,
            Macros = MacrosOf(values),
            Renderers = values.Several("diagrams", Diagram.Renderers),
            Allowances = values.List("allow", null, AllowanceOf, AllowanceKeys),
        };
    }

    private static readonly ImmutableArray<string> AllowanceKeys = ["rule", "file", "text", "reason"];

    /// <summary>Without a reason it does not count: whoever reads it later could not tell whether it still holds.</summary>
    private static Allowance? AllowanceOf(SettingsValues entry)
    {
        var (rule, reason) = (entry.NeededText("rule"), entry.NeededText("reason"));
        return rule is not null && reason is not null ? new Allowance(entry.At("rule"), rule, entry.Text("file"), entry.Text("text")) : null;
    }

    private static string? Web(SettingsValues values, string key) => values.Checked(key, t => Uri.TryCreate(t, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http", "an address on the web");

    private static TexMacros MacrosOf(SettingsValues values)
    {
        var macros = new TexMacros();
        foreach (var (name, body) in values.Pairs("macros"))
        {
            macros.Define(name, body);
        }

        return macros;
    }

    private static NumberingMode? ModeOf(string word) => word switch
    {
        "keep" => NumberingMode.Keep,
        "auto" => NumberingMode.Auto,
        "none" => NumberingMode.None,
        _ => null,
    };

    private static EpubProfile? ProfileOf(string word) => word switch
    {
        "standard" => EpubProfile.Standard,
        "kindle" => EpubProfile.Kindle,
        "duokan" => EpubProfile.Duokan,
        _ => null,
    };

    private static NumberScheme? SchemeOf(string word) => word switch
    {
        "decimal" => NumberScheme.Decimal,
        "han" => NumberScheme.Han,
        _ => null,
    };
}
