using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Tracing;

namespace Kanyin.CommandLine;

/// <summary>kanyin lines: why does this paragraph break where it does?</summary>
internal static class LinesCommand
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Surroundings around)
    {
        var text = new Argument<string>("text") { Description = "One paragraph of Markdown." };
        var measure = new Option<double>("--measure") { Description = "The length of a line, in em.", Required = true, HelpName = "EM" };
        var indent = new Option<double>("--indent") { Description = "The indent of the first line, in em.", HelpName = "EM" };
        var style = Choice("--style", "How wide marks are.", CompositionWords.Punctuation);
        var lineEnd = Choice("--line-end", "What a mark does at the end of a line.", CompositionWords.LineEnds);
        var lineStart = Choice("--line-start", "What an opening mark does at the start of a line.", CompositionWords.LineStarts);
        var level = Choice("--level", "How strictly lines are broken.", CompositionWords.Levels);
        var language = Choice("--language", "Whose shapes and places marks have.", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK");
        var font = new Option<string>("--font") { Description = "The test face, in which Han are 1em and ASCII is .5em, or the faces of the body.", DefaultValueFactory = _ => "test" };
        font.AcceptOnlyFromAmong("test", "serif");

        var command = new Command("lines", "Print as JSON how one paragraph is set: its lines, and the box of every glyph.") { measure, style, lineEnd, lineStart, level, indent, language, font, text };
        command.SetAction(parsed =>
        {
            var composition = new Composition
            {
                Punctuation = CompositionWords.Punctuation.Of(parsed.GetRequiredValue(style)),
                LineEnd = CompositionWords.LineEnds.Of(parsed.GetRequiredValue(lineEnd)),
                TrimsLineStart = CompositionWords.LineStarts.Of(parsed.GetRequiredValue(lineStart)),
                Level = CompositionWords.Levels.Of(parsed.GetRequiredValue(level)),
                Locale = CompositionWords.LocaleOf(parsed.GetRequiredValue(language)),
            };
            var room = parsed.GetRequiredValue(measure);
            if (room is not (>= 1 and <= 1000) || parsed.GetValue(indent) is not (>= 0 and <= 1000) || parsed.GetValue(indent) >= room)
            {
                throw new UsageException("The measure is from 1 to 1000 em, and the indent less than that.");
            }

            var fonts = parsed.GetValue(font) == "test" ? FontBook.Of(TestFace.Create()) : FontBook.Load(FontFolder.Find(AppContext.BaseDirectory));
            return Run(parsed.GetRequiredValue(text), room, parsed.GetValue(indent), composition, fonts, around.Output);
        });
        return command;
    }

    /// <summary>An option whose first value is the default.</summary>
    private static Option<string> Choice<T>(string name, string description, ImmutableArray<(string Word, T Value)> words) => Choice(name, description, [.. words.Select(w => w.Word)]);

    internal static Option<string> Choice(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static int Run(string text, double measure, double indent, Composition composition, FontBook fonts, TextWriter output)
    {
        var findings = new DiagnosticBag();
        var paragraph = BookReader.ReadParagraph(new SourceFile("text", text), findings);
        var trace = LineTrace.Of(paragraph, measure, indent, composition, fonts, findings);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            Write(trace, findings.Sorted, json);
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        return findings.HasErrors ? ExitCode.Findings : ExitCode.Success;
    }

    private static void Write(LineTrace trace, IReadOnlyList<Diagnostic> findings, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("lines");
        foreach (var line in trace.Lines)
        {
            json.WriteStartObject();
            json.WriteString("text", line.Text);
            json.WriteNumber("width", line.Width);
            json.WriteNumber("natural", line.Natural);
            json.WriteStartObject("adjust");
            foreach (var (tier, em) in line.Adjust)
            {
                json.WriteNumber(tier, em);
            }

            json.WriteEndObject();
            json.WriteNumber("gap", line.Gap);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("glyphs");
        foreach (var glyph in trace.Glyphs)
        {
            json.WriteStartObject();
            json.WriteNumber("line", glyph.Line);
            json.WriteString("char", glyph.Char);
            json.WriteNumber("x", glyph.X);
            json.WriteNumber("width", glyph.Width);
            json.WriteString("class", glyph.Class);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStringValue($"{finding.Kind.Severity.ToString().ToLowerInvariant()} {finding.Kind.Id}: {finding.Message}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
