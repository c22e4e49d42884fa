using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kanyin.Books.Model;

namespace Kanyin.CommandLine;

/// <summary>How the order of a book was found and what it is, as text for people or as JSON.</summary>
internal static class OrderLines
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>1 第一章 茶树  ch01.md, deeper entries indented, parts on lines of their own.</summary>
    public static void WriteText(Book book, TextWriter output)
    {
        output.WriteLine($"{book.Order.Form}{(book.Order.File is { } file ? $" ({file})" : "")}: {book.Metadata.Title}, {Counted.Of(book.Chapters.Length, "chapter")}");
        foreach (var (i, chapter) in book.Chapters.Index())
        {
            if (chapter.Part is { } part)
            {
                output.WriteLine($"      {part}");
            }

            output.WriteLine($"{(i + 1).ToString(CultureInfo.InvariantCulture),4}  {new string(' ', chapter.Depth * 2)}{chapter.Title}  {chapter.File.Path}");
        }

        foreach (var missing in book.MissingChapters)
        {
            output.WriteLine($"   -  {missing.Title}  {missing.Target} (missing)");
        }
    }

    public static void WriteJson(Book book, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("form", book.Order.Form);
            json.WriteString("file", book.Order.File);
            json.WriteString("title", book.Metadata.Title);
            json.WriteStartArray("chapters");
            foreach (var chapter in book.Chapters)
            {
                json.WriteStartObject();
                json.WriteString("file", chapter.File.Path);
                json.WriteString("title", chapter.Title);
                json.WriteString("number", Number(chapter));
                json.WriteNumber("depth", chapter.Depth);
                json.WriteString("part", chapter.Part);
                json.WriteBoolean("numbered", !chapter.IsUnnumbered);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("missing");
            foreach (var missing in book.MissingChapters)
            {
                json.WriteStringValue(missing.Target);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static string? Number(Chapter chapter) => chapter.Blocks.OfType<Heading>().FirstOrDefault()?.Printed?.Text.Trim();
}
