using Kanyin.Books.Diagnostics;
using Tomlyn;
using Tomlyn.Model;

namespace Kanyin.Books.Reading.Contents;

/// <summary>mdBook's book.toml: where the text is, and what the book is called.</summary>
/// <param name="Source">The folder of the text; mdBook's own default is src.</param>
internal sealed record MdBook(string Source, SiteFacts Facts)
{
    private const string FileName = "book.toml";

    /// <summary>Null without a book.toml, and after a finding when it is not TOML.</summary>
    public static MdBook? Read(BookFolder folder, DiagnosticBag bag)
    {
        if (!folder.HasFile(FileName) || TextFile.Read(folder, FileName, bag) is not { } file)
        {
            return null;
        }

        try
        {
            var book = TomlSerializer.Deserialize<TomlTable>(file.Text) is { } top ? Value(top, "book") as TomlTable ?? [] : [];
            var authors = (Value(book, "authors") as TomlArray)?.Select(a => a as string) ?? [];
            var source = Text(book, "src")?.Replace('\\', '/').Trim('/') ?? "src";
            return new MdBook(source == "." ? "" : source, SiteFacts.Of(Text(book, "title"), authors, Text(book, "language"), Text(book, "description")));
        }
        catch (TomlException e)
        {
            bag.Add(ReadingFindings.BadToolSettings, Place.Of(file), $"{FileName} is not TOML: {e.Message}");
            return null;
        }
    }

    private static object? Value(TomlTable table, string key) => table.TryGetValue(key, out var value) ? value : null;

    private static string? Text(TomlTable table, string key) => Value(table, key) as string;
}
