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
        var style = Choice("--style", "How wide marks are.", Styles);
        var lineEnd = Choice("--line-end", "What a mark does at the end of a line.", LineEnds);
        var lineStart = Choice("--line-start", "What an opening mark does at the start of a line.", LineStarts);
        var level = Choice("--level", "How strictly lines are broken.", Levels);
        var language = Choice("--language", "Whose shapes and places marks have.", Locales);
        var font = new Option<string>("--font") { Description = "The test face, in which Han are 1em and ASCII is .5em, or the faces of the body.", DefaultValueFactory = _ => "test" };
        font.AcceptOnlyFromAmong("test", "serif");

        var command = new Command("lines", "Print as JSON how one paragraph is set: its lines, and the box of every glyph.") { measure, style, lineEnd, lineStart, level, indent, language, font, text };
        command.SetAction(parsed =>
        {
            var composition = new Composition
            {
                Punctuation = Styles[parsed.GetRequiredValue(style)],
                LineEnd = LineEnds[parsed.GetRequiredValue(lineEnd)],
                TrimsLineStart = LineStarts[parsed.GetRequiredValue(lineStart)],
                Level = Levels[parsed.GetRequiredValue(level)],
                Locale = Locales[parsed.GetRequiredValue(language)],
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

    private static readonly Dictionary<string, PunctuationStyle> Styles = new()
    {
        ["quanjiao"] = PunctuationStyle.FullWidth,
        ["kaiming"] = PunctuationStyle.Kaiming,
        ["banjiao"] = PunctuationStyle.HalfWidth,
        ["hangmobanjiao"] = PunctuationStyle.LineEndHalf,
        ["plain"] = PunctuationStyle.Plain,
    };

    private static readonly Dictionary<string, LineEnd> LineEnds = new() { ["half"] = LineEnd.Half, ["auto"] = LineEnd.Auto, ["full"] = LineEnd.Full, ["hang"] = LineEnd.Hang };

    private static readonly Dictionary<string, bool> LineStarts = new() { ["trim"] = true, ["keep"] = false };

    private static readonly Dictionary<string, BreakLevel> Levels = new() { ["normal"] = BreakLevel.Normal, ["loose"] = BreakLevel.Loose, ["strict"] = BreakLevel.Strict };

    private static readonly Dictionary<string, Locale> Locales = new() { ["zh-Hans"] = Locale.Mainland, ["zh-Hant-TW"] = Locale.Taiwan, ["zh-Hant-HK"] = Locale.HongKong };

    /// <summary>An option whose first value is the default.</summary>
    private static Option<string> Choice<T>(string name, string description, Dictionary<string, T> values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values.Keys.First() };
        option.AcceptOnlyFromAmong([.. values.Keys]);
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
