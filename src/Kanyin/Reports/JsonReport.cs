using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Reports;

/// <summary>Findings as JSON, one object a line, for editors and scripts.</summary>
internal static class JsonReport
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Chinese stays readable; these lines are never put inside HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase) },
    };

    public static void Write(IReadOnlyList<Diagnostic> findings, TextWriter output)
    {
        foreach (var finding in findings)
        {
            var (kind, at, message, hint) = finding;
            JsonEdit[] fix = [.. finding.Fix.Select(e => new JsonEdit(e.At.File.Path, e.At.Line, e.At.Column, e.At.EndLine, e.At.EndColumn, e.Text))];
            var line = new JsonLine(kind.Id, kind.Severity, at.File.Path, at.Line, at.Column, at.EndLine, at.EndColumn, message, hint, fix);
            output.WriteLine(JsonSerializer.Serialize(line, Options));
        }
    }

    private sealed record JsonLine(string Id, Severity Severity, string File, [property: JsonPropertyName("line")] int StartLine, int Column, int EndLine, int EndColumn, string Message, string? Hint, JsonEdit[] Fix);

    private sealed record JsonEdit(string File, [property: JsonPropertyName("line")] int StartLine, int Column, int EndLine, int EndColumn, string Text);
}
