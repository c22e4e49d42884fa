using System.Text;
using System.Text.Json;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Reports;

/// <summary>Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read. Clauses are of that standard.</summary>
internal static class SarifReport
{
    /// <param name="prefix">What leads from the repository's root to the book's folder, with a slash at its end, or empty.</param>
    public static void Write(IReadOnlyList<Diagnostic> findings, string prefix, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JsonReport.Options.Encoder }))
        {
            Write(findings, prefix, json);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(IReadOnlyList<Diagnostic> findings, string prefix, Utf8JsonWriter json)
    {
        DiagnosticKind[] kinds = [.. findings.Select(f => f.Kind).Distinct().OrderBy(k => k.Id, StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(kinds, json);

        // 3.14.17: what a column counts.
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in findings)
        {
            Write(finding, Array.IndexOf(kinds, finding.Kind), prefix, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(DiagnosticKind[] kinds, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Kanyin");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var kind in kinds)
        {
            json.WriteStartObject();
            json.WriteString("id", kind.Id);
            WriteText(json, "shortDescription", kind.Title);
            if (RuleCatalog.All.FirstOrDefault(r => r.Kind == kind) is { } rule)
            {
                // 3.49.12: the text for viewers that do not show Markdown is needed too.
                json.WriteStartObject("help");
                json.WriteString("text", rule.Page);
                json.WriteString("markdown", rule.Page);
                json.WriteEndObject();
            }

            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", TextReport.Word(kind.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Diagnostic finding, int rule, string prefix, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Kind.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", TextReport.Word(finding.Kind.Severity));
        WriteText(json, "message", finding.Hint is null ? finding.Message : $"{finding.Message}\n{finding.Hint}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteFile(finding.At.File, prefix, json);
        WriteRegion("region", finding.At, json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        if (!finding.Fix.IsEmpty)
        {
            WriteFix(finding.Fix, prefix, json);
        }

        json.WriteEndObject();
    }

    /// <summary>3.55: one fix, whose changes belong together.</summary>
    private static void WriteFix(IEnumerable<Edit> fix, string prefix, Utf8JsonWriter json)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        foreach (var changes in fix.GroupBy(e => e.At.File))
        {
            json.WriteStartObject();
            WriteFile(changes.Key, prefix, json);
            json.WriteStartArray("replacements");
            foreach (var (at, text) in changes)
            {
                json.WriteStartObject();
                WriteRegion("deletedRegion", at, json);
                WriteText(json, "insertedContent", text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteFile(SourceFile file, string prefix, Utf8JsonWriter json)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', (prefix + file.Path).Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
    }

    private static void WriteRegion(string name, Place at, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", at.Line);
        json.WriteNumber("startColumn", at.Column);
        json.WriteNumber("endLine", at.EndLine);
        json.WriteNumber("endColumn", at.EndColumn);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
