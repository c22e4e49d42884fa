using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading;

/// <summary>What book.yml says. A value that is absent or wrong is null; the reader then falls back.</summary>
/// <param name="Cover">The picture's path as written, with its place.</param>
/// <param name="Contents">How many levels of headings the contents pages list; null leaves it to the book's length.</param>
internal sealed partial record BookSettings(
    string? Title,
    string? Subtitle,
    ImmutableArray<string> Authors,
    string Language,
    DateOnly? Date,
    string? Publisher,
    string? Rights,
    string? Identifier,
    string? Description,
    (string Path, Place At)? Cover,
    string Style,
    int? Contents)
{
    public Design Design { get; init; } = Design.Default;

    public const string FileName = "book.yml";

    public static readonly ImmutableArray<string> Keys =
    [
        "title", "subtitle", "authors", "language", "date", "publisher", "rights", "identifier", "description", "cover", "contents",
        .. DesignSettings.Keys,
    ];

    public static readonly BookSettings Default = new(null, null, [], "zh-CN", null, null, null, null, null, null, DesignSettings.DefaultFormat, null);

    /// <summary>Reads book.yml (or book.yaml) from the book's folder; without one, the defaults.</summary>
    public static BookSettings Read(BookFolder folder, DiagnosticBag bag)
    {
        var name = folder.HasFile(FileName) ? FileName : folder.HasFile("book.yaml") ? "book.yaml" : null;
        return name is not null && TextFile.Read(folder, name, bag) is { } file ? Parse(file, bag) : Default;
    }

    public static BookSettings Parse(SourceFile file, DiagnosticBag bag) =>
        Yaml.Load(file, 0, file.Text, SettingsFindings.NotYaml, bag) is { } mapping ? Of(new SettingsValues(file, mapping, Keys, FileName, bag)) : Default;

    // BCP 47: a language, then script, region or variant.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();

    private static BookSettings Of(SettingsValues values)
    {
        var (format, design) = DesignSettings.Of(values);
        return new BookSettings(
            values.Text("title"),
            values.Text("subtitle"),
            values.List("authors", t => t, _ => null, []),
            values.Checked("language", LanguageTag().IsMatch, "a language tag such as zh-CN or zh-Hans") ?? Default.Language,
            values.Date("date"),
            values.Text("publisher"),
            values.Text("rights"),
            values.Text("identifier"),
            values.Text("description"),
            values.Text("cover") is { } path ? (path, values.At("cover")) : null,
            format,
            values.Whole("contents", 1, 3))
        {
            Design = design,
        };
    }
}
