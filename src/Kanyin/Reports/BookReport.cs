using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Proofs;

namespace Kanyin.Reports;

/// <summary>What was found in a book and what became of it, as report.json holds it. It has no time and no path outside the book, so that the same book gives the same bytes.</summary>
/// <param name="Written">What the files and the book have.</param>
/// <param name="Pdf">What was read back from the PDF; null when there is none.</param>
/// <param name="Epub">What was read back from the EPUB; null when there is none.</param>
/// <param name="Rules">How many findings there are of each kind.</param>
/// <param name="Dropped">The findings that say what is in no edition, and why.</param>
internal sealed record BookReport(
    string Title,
    string Order,
    string? OrderFile,
    string Summary,
    BookReport.SourceCounts Written,
    ProofCounts.InEdition? Pdf,
    ProofCounts.InEdition? Epub,
    IReadOnlyList<BookReport.ChapterLine> Chapters,
    IReadOnlyList<BookReport.RuleLine> Rules,
    IReadOnlyList<BookReport.FindingLine> Dropped,
    IReadOnlyList<BookReport.FindingLine> Findings)
{
    private static readonly JsonSerializerOptions _json = new(JsonReport.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Kinds that say that something written is in no edition: files, pictures, HTML, notes, definitions.</summary>
    private static readonly HashSet<string> _dropping = new(StringComparer.Ordinal)
    {
        "READ002", "READ003", "READ004", "READ005", "READ006", "READ008", "READ010", "READ011", "READ012", "READ013", "READ014", "READ015", "READ016", "READ017",
        "READ021", "READ024", "READ028", "READ031", "READ040", "READ042", "READ050", "TOC001", "IMG001", "IMG003", "IMG004", "PAGE002", "EPUB007",
    };

    /// <param name="Characters">Those of the book, without white space.</param>
    /// <param name="Han">The Han characters of the files, counted without the reader of Markdown.</param>
    /// <param name="Lost">Pictures that are missing, remote, or not to be read.</param>
    public sealed record SourceCounts(int Chapters, int Missing, long Characters, long Han, int Pictures, [property: JsonPropertyName("picturesLost")] int Lost, int InternalLinks, int ExternalLinks, int BrokenLinks, int Notes);

    /// <param name="Written">Han characters of the file.</param>
    /// <param name="Read">How many of them are in the book.</param>
    public sealed record ChapterLine(string File, string Title, string? Part, int Depth, long Written, long Read);

    public sealed record RuleLine(string Id, Severity Severity, string Title, int Count);

    public sealed record FindingLine(string Id, Severity Severity, string Rule, string File, int Line, int Column, string Message, string? Hint);

    public static BookReport Of(Book book, ProofCounts counts, IReadOnlyList<Diagnostic> findings)
    {
        var written = Count(book, counts);
        FindingLine[] lines = [.. findings.Select(f => new FindingLine(f.Kind.Id, f.Kind.Severity, f.Kind.Title, f.At.File.Path, f.At.Line, f.At.Column, f.Message, f.Hint))];
        return new BookReport(
            book.Metadata.Title,
            book.Order.Form,
            book.Order.File,
            Line(written, counts, findings),
            written,
            counts.Pdf,
            counts.Epub,
            [.. book.Chapters.Zip(counts.Chapters, (c, n) => new ChapterLine(c.File.Path, c.Title, c.Part, c.Depth, n.Written, n.Read))],
            [.. findings.GroupBy(f => f.Kind).OrderBy(g => g.Key.Id, StringComparer.Ordinal).Select(g => new RuleLine(g.Key.Id, g.Key.Severity, g.Key.Title, g.Count()))],
            [.. lines.Where(l => _dropping.Contains(l.Id))],
            lines);
    }

    public void WriteJson(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, _json);
        stream.WriteByte((byte)'\n');
    }

    private static SourceCounts Count(Book book, ProofCounts counts)
    {
        var survey = new Survey(book);
        var shown = survey.Images.Count(i => i.Picture is { Format: not PictureFormat.Unknown });
        return new SourceCounts(
            book.Chapters.Length,
            book.MissingChapters.Length,
            counts.Characters,
            counts.Written,
            shown,
            survey.Images.Length - shown,
            survey.Links.Count(l => l.Target is InternalTarget),
            survey.Links.Count(l => l.Target is ExternalTarget),
            survey.Links.Count(l => l.Target is BrokenTarget),
            book.Chapters.SelectMany(c => c.AllInlines()).OfType<Note>().DistinctBy(n => n.Blocks is [var first, ..] ? first.At : n.At).Count());
    }

    /// <summary>212,604 characters, 30 chapters, 41 figures, 318 links: all present in both editions</summary>
    private static string Line(SourceCounts written, ProofCounts counts, IEnumerable<Diagnostic> findings)
    {
        var lost = findings.Count(f => f.Kind.Severity == Severity.Error && ProofKinds.All.Contains(f.Kind));
        var editions = counts switch
        {
            { Pdf: not null, Epub: not null } => "both editions",
            { Pdf: not null } => "the PDF",
            { Epub: not null } => "the EPUB",
            _ => "no edition",
        };
        var isAll = lost == 0 && new[] { counts.Pdf, counts.Epub }.OfType<ProofCounts.InEdition>().All(e => e.Pictures >= written.Pictures);
        return string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(written.Characters, "character")}, {Counted.Of(written.Chapters, "chapter")}, {Counted.Of(written.Pictures, "figure")}, {Counted.Of(written.InternalLinks + written.ExternalLinks, "link")}: {(isAll ? "all" : "not all")} present in {editions}");
    }
}
