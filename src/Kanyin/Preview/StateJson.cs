using System.Text.Json;

namespace Kanyin.Preview;

/// <summary>A state as the page's script reads it.</summary>
internal static class StateJson
{
    public static byte[] Write(PreviewState state)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", state.Version);
            json.WriteString("title", state.Title);
            json.WriteString("error", state.Error);
            json.WriteNumber("took", state.Took);
            WritePages(state, json);
            WriteOutline(state, json);
            WriteFindings(state, json);
            WriteDocuments(state, json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WritePages(PreviewState state, Utf8JsonWriter json)
    {
        json.WriteStartArray("pages");
        foreach (var (hash, page) in state.Pages)
        {
            json.WriteStartObject();
            json.WriteString("hash", hash);
            json.WriteNumber("width", Math.Round(page.Width, 2));
            json.WriteNumber("height", Math.Round(page.Height, 2));
            json.WriteString("label", page.Label);
            json.WriteString("epub", state.Epub.Pages.GetValueOrDefault(page.Label));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOutline(PreviewState state, Utf8JsonWriter json)
    {
        json.WriteStartArray("outline");
        foreach (var (level, text, page) in state.Outline)
        {
            json.WriteStartObject();
            json.WriteNumber("level", level);
            json.WriteString("text", text);
            json.WriteNumber("page", page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(PreviewState state, Utf8JsonWriter json)
    {
        json.WriteStartArray("findings");
        foreach (var (finding, page, lines, firstLine) in state.Findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", finding.Kind.Severity.ToString().ToLowerInvariant());
            json.WriteString("id", finding.Kind.Id);
            json.WriteString("message", finding.Message);
            json.WriteString("hint", finding.Hint);
            json.WriteString("file", finding.At.File.Path);
            json.WriteNumber("line", finding.At.Line);
            json.WriteNumber("column", finding.At.Column);
            json.WriteNumber("endColumn", finding.At.EndLine == finding.At.Line ? finding.At.EndColumn : int.MaxValue);
            if (page is { } index)
            {
                json.WriteNumber("page", index);
            }

            json.WriteNumber("firstLine", firstLine);
            json.WriteStartArray("lines");
            foreach (var line in lines)
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDocuments(PreviewState state, Utf8JsonWriter json)
    {
        json.WriteStartArray("documents");
        foreach (var (path, title, hash) in state.Epub.Documents)
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("title", title);
            json.WriteString("hash", hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
