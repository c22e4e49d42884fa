using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>
/// What a file says about itself at its head: YAML between --- lines, Hugo's TOML between +++ lines, MkDocs' bare lines. Its title serves
/// a chapter that has no heading of its own.
/// </summary>
internal static partial class FrontMatter
{
    /// <summary>The text with a head that Markdown would print made blank, so that places stay right, and its title.</summary>
    public static (string Text, string? Title) WithoutOther(string text)
    {
        var head = text.StartsWith("+++", StringComparison.Ordinal) ? Toml().Match(text) : Bare().Match(text);
        if (!head.Success)
        {
            return (text, null);
        }

        var title = TitleLine().Match(head.Value);
        if (!title.Success && head.Value[0] != '+')
        {
            return (text, null); // a text may begin with “Date: …” too
        }

        return (string.Concat(Words().Replace(head.Value, m => new string(' ', m.Length)), text.AsSpan(head.Length)), title.Success ? title.Groups["title"].Value.Trim() : null);
    }

    public static string? Title(MarkdownDocument document, ReadingFile file, DiagnosticBag bag)
    {
        if (document is not [YamlFrontMatterBlock block, ..])
        {
            return null;
        }

        var start = block.Span.Start + file.Source.Text.AsSpan(block.Span.Start).IndexOf('\n') + 1;
        var mapping = Yaml.Load(file.Source, start, block.Lines.ToString(), ReadingFindings.BadFrontMatter, bag);
        var title = mapping?.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: "title" }).Value as YamlScalarNode;
        return string.IsNullOrWhiteSpace(title?.Value) ? null : title.Value.Trim();
    }

    [GeneratedRegex(@"\A\+\+\+[ \t]*\r?\n(?:(?!\+\+\+)[^\n]*\n)*?\+\+\+[ \t]*\r?(?=\n|\z)")]
    private static partial Regex Toml();

    // MultiMarkdown's lines of keys, which Python-Markdown reads as well; only keys that are no words of a text.
    [GeneratedRegex(@"\A(?:(?:title|authors?|date|tags|disqus|template|description|summary|keywords|comments|status|hide):(?:[ \t][^\n]*)?\r?\n)+(?=\s*\n)", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex("""^title[ \t]*[:=][ \t]*(["']?)(?<title>[^\r\n]*?)\1[ \t]*\r?$""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"[^\r\n]+")]
    private static partial Regex Words();
}
