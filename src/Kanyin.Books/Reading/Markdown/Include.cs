using System.Globalization;
using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>What a line asks to be put in its place: a file, or some of its lines.</summary>
/// <param name="Path">As written; a leading / means the root of the book.</param>
/// <param name="Part">The name of a part that comments in the file mark off, or null.</param>
/// <param name="First">From 1.</param>
/// <param name="Last">From 1; the line itself belongs to it. Null for the end of the file.</param>
/// <param name="Info">The info string of the listing that it becomes; null when it is Markdown.</param>
internal sealed partial record Include(string Path, string? Part, int First, int? Last, string? Info)
{
    /// <summary>Null when the line is no include.</summary>
    public static Include? Parse(string line) =>
        MdBook().Match(line) is { Success: true } book ? Of(book.Groups["what"].Value, book.Groups["verb"].Value.StartsWith("play", StringComparison.Ordinal) ? "rust" : null)
        : Snippet().Match(line) is { Success: true } snippet ? Of(snippet.Groups["what"].Value, null)
        : Listing().Match(line) is { Success: true } listing ? OfListing(listing)
        : Embedded().Match(line) is { Success: true } embedded ? OfEmbedded(embedded)
        : MarkdownPart().Match(line) is { Success: true } part
            ? new Include(Rooted(part.Groups["path"].Value), Value(part, "part"), Number(Value(part, "first")) ?? 1, part.Groups["comma"].Success ? Number(Value(part, "last")) : Number(Value(part, "first")), null)
            : null;

    /// <summary>file · file:name · file:2 · file:2: · file::10 · file:2:10.</summary>
    public static Include Of(string what, string? info)
    {
        // One letter before the colon is a drive, which leads out of the book and is not found.
        var parts = what.Trim().Split(':');
        return parts switch
        {
            [var path] => new Include(Rooted(path), null, 1, null, info),
            [var path, var name] when Number(name) is null && name.Length > 0 => new Include(Rooted(path), name, 1, null, info),
            [var path, var only] => new Include(Rooted(path), null, Number(only) ?? 1, Number(only), info),
            [var path, var first, var last, ..] => new Include(Rooted(path), null, Number(first) ?? 1, Number(last), info),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // The numbers in VitePress' braces say which lines stand out, not which are shown.
    private static Include OfListing(Match match)
    {
        var path = match.Groups["path"].Value.Trim();
        var extension = System.IO.Path.GetExtension(path).TrimStart('.');
        var title = Value(match, "title");
        return new Include(Rooted(path), Value(match, "part"), 1, null, (Value(match, "language") ?? extension) + (title is null ? "" : $" [{title}]"));
    }

    /// <summary>docsify's: Markdown is read, everything else is a listing, and so is what says :type=code.</summary>
    private static Include OfEmbedded(Match match)
    {
        var path = match.Groups["path"].Value;
        var isCode = match.Groups["how"].Value.Contains(":type=code", StringComparison.Ordinal);
        return new Include(path, Value(match, "part"), 1, null, isCode ? System.IO.Path.GetExtension(path).TrimStart('.') : null);
    }

    /// <summary>@/ is VitePress' word for the root.</summary>
    private static string Rooted(string path) => path.StartsWith("@/", StringComparison.Ordinal) ? path[1..] : path;

    private static string? Value(Match match, string group) => match.Groups[group] is { Length: > 0 } value ? value.Value.Trim() : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"^\s*\{\{\s*#(?<verb>include|rustdoc_include|playground|playpen)\s+(?<what>[^{}\s]+)[^{}]*\}\}\s*$")]
    private static partial Regex MdBook();

    [GeneratedRegex("""^\s*-+8<-+\s+["'](?<what>[^"']+)["']\s*$""")]
    private static partial Regex Snippet();

    [GeneratedRegex(@"^<<<\s*(?<path>[^#{\[]+?)(?:#(?<part>[\w-]+))?\s*(?:\{(?:[0-9,\- ]*)(?<language>[^\s{}]*)[^{}]*\})?\s*(?:\[(?<title>.+)\])?\s*$")]
    private static partial Regex Listing();

    [GeneratedRegex("""^\[[^\]\n]*\]\((?<path>[^()\s]+)\s+(["']):include(?<how>(?:\s+(?::fragment=(?<part>[\w-]+)|[^\s"']+))*)\s*\1\)$""")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"^<!--\s*@include:\s*(?<path>[^#{]+?)(?:#(?<part>[\w-]+))?(?:\{(?<first>[0-9]*)(?<comma>,)?(?<last>[0-9]*)\})?\s*-->$")]
    private static partial Regex MarkdownPart();
}
