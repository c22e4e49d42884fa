using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Highlighting;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Code with the language and title of its info string: rust,ignore · js{1,3} · ts:line-numbers [file] · {#id} · title="…" · {.numberLines startFrom="5"}.</summary>
internal static partial class CodeBlocks
{
    public static CodeBlock Read(Place at, string? info, string? arguments, string text)
    {
        text = text.ReplaceLineEndings("\n").TrimEnd('\n');
        var all = (info + " " + arguments).Trim();
        var language = Language().Match(all) is { Success: true } l ? l.Groups[1].Value.ToLowerInvariant() : "";
        text = WithoutMarks(language, text);
        var title = Title().Match(all) is { Success: true } t ? t.Groups[1].Value + t.Groups[2].Value : null;
        var id = Id().Match(all);
        return new CodeBlock(at, language, title, text, new Lazy<ImmutableArray<CodeToken>>(() => Highlighter.Tokens(language, text)), FirstNumber(all)) { Anchors = id.Success ? [id.Groups[1].Value] : [] };
    }

    /// <summary>Takes away what tools read in a listing: VitePress' // [!code focus], Docusaurus' // highlight-next-line, d2lbook's #@tab, the lines that rustdoc hides.</summary>
    private static string WithoutMarks(string language, string text)
    {
        text = text.Contains("[!code", StringComparison.Ordinal) ? CodeMark().Replace(text, "") : text;
        text = text.Contains("highlight-", StringComparison.Ordinal) ? HighlightLine().Replace(text, "").TrimEnd('\n') : text;
        text = text.StartsWith("#@tab ", StringComparison.Ordinal) ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;
        return language is "rust" or "rs" && text.Contains('#') ? HiddenLine().Replace(text, "").TrimEnd('\n') : text;
    }

    /// <summary>What VitePress, MkDocs, Hugo, Docusaurus and pandoc write to have lines numbered, or not.</summary>
    private static int? FirstNumber(string info) =>
        Unnumbered().IsMatch(info) ? 0
        : !Numbered().IsMatch(info) ? null
        : Start().Match(info) is { Success: true } s && int.TryParse(s.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1;

    [GeneratedRegex(@"^\{?\.?([^\s,{}:\[=]+)(?=$|[\s,{}:\[])")]
    private static partial Regex Language();

    [GeneratedRegex("""(?<![\w-])(?:line-numbers|line_numbers|linenos|linenums|lineNumbers|showLineNumbers|numberLines|number-lines)(?![\w-])""", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex("""(?<![\w-])(?:no-line-numbers|(?:linenos|linenums|lineNumbers|showLineNumbers)\s*=\s*["'{]?(?:false|off|none))(?![\w-])""", RegexOptions.IgnoreCase)]
    private static partial Regex Unnumbered();

    [GeneratedRegex("""(?:line-numbers|linenums|showLineNumbers|startFrom|linenostart|start)\s*[={]\s*["']?([0-9]{1,6})""", RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex(@"\{(?:[^{}]*\s)?#([^\s{}]+)[^{}]*\}")]
    private static partial Regex Id();

    [GeneratedRegex(@"[ \t]*(?://|#|--|;|%|/\*|<!--)[ \t]*\[!code [^\]\n]*\][ \t]*(?:\*/|-->)?(?=\n|$)")]
    private static partial Regex CodeMark();

    [GeneratedRegex(@"^[ \t]*(?://|#|--|/\*|\{/\*|<!--)[ \t]*highlight-(?:next-line|start|end)[ \t]*(?:\*/\}?|-->)?[ \t]*(?:\n|\z)", RegexOptions.Multiline)]
    private static partial Regex HighlightLine();

    [GeneratedRegex(@"^[ \t]*#(?: .*)?(?:\n|\z)", RegexOptions.Multiline)]
    private static partial Regex HiddenLine();

    [GeneratedRegex("""(?:title|caption|filename)\s*=\s*["']([^"']+)["']|(?<=\s|^)\[([^\]]+)\]""")]
    private static partial Regex Title();
}
