using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Md = Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>MyST's directives that are written as listings: ```{figure} a.png, ```{math}, ```{code-block} python, each with options in lines such as :name: a.</summary>
internal static partial class FencedDirectives
{
    /// <summary>Null for a listing in the language {python}, and for directives that are not known.</summary>
    public static ImmutableArray<Block>? Read(Md.FencedCodeBlock fenced, Place at, ReadingFile file, InlineReader inlines)
    {
        var argument = fenced.Arguments?.Trim() ?? "";
        var (options, text) = Parted(fenced.Lines.ToString().ReplaceLineEndings("\n"));
        string[] names = (options.GetValueOrDefault("name") ?? options.GetValueOrDefault("label")) is { } name ? [name] : [];
        return fenced.Info![1..^1] switch
        {
            "figure" or "image" => Figure(),
            "math" => [new MathBlock(at, file.FormulaOf(text.Trim() + string.Concat(names.Select(n => $"\\label{{{n}}}")), at))],
            "code-block" or "code" or "sourcecode" or "code-cell" => [CodeBlocks.Read(at, argument == "ipython3" ? "python" : argument, Facts(), text) with { Anchors = [.. names] }],
            "toctree" or "tableofcontents" or "contents" => [],
            _ => null,
        };

        ImmutableArray<Block> Figure()
        {
            var parts = text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => string.Join("", p.Split('\n'))).ToList();
            var caption = parts.FirstOrDefault() ?? "";
            var image = inlines.Picture(argument, options.GetValueOrDefault("alt") ?? "", caption.Length > 0 ? caption : null, options.GetValueOrDefault("width"), at);
            var made = Paragraphs.Make(at, image) is Captioned figure ? figure with { Anchors = [.. figure.Anchors, .. names] } : (Block)new Paragraph(at, image);
            return [made, .. parts.Skip(1).Select(p => new Paragraph(at, [new Text(at, p)]))];
        }

        string Facts() => (options.ContainsKey("linenos") || options.ContainsKey("lineno-start") ? $"linenos start={options.GetValueOrDefault("lineno-start") ?? "1"} " : "") + (options.GetValueOrDefault("caption") is { Length: > 0 } title ? $"title=\"{title.Replace('"', '“')}\"" : "");
    }

    private static (Dictionary<string, string> Options, string Text) Parted(string lines)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        while (Option().Match(lines) is { Success: true } match)
        {
            options[match.Groups["name"].Value] = match.Groups["value"].Value.Trim();
            lines = lines[match.Length..];
        }

        return (options, options.Count > 0 ? lines.TrimStart('\n') : lines);
    }

    [GeneratedRegex(@"^:(?<name>[\w-]{1,40}):(?<value>[^\n]*)(?:\n|$)")]
    private static partial Regex Option();
}
