using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Highlighting;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Code with the language and title of its info string: rust,ignore · js{1,3} · ts:line-numbers [file] · {#id} · title="…".</summary>
internal static partial class CodeBlocks
{
    public static CodeBlock Read(Place at, string? info, string? arguments, string text)
    {
        text = text.ReplaceLineEndings("\n").TrimEnd('\n');
        var all = (info + " " + arguments).Trim();
        var language = Language().Match(all) is { Success: true } l ? l.Groups[1].Value.ToLowerInvariant() : "";
        var title = Title().Match(all) is { Success: true } t ? t.Groups[1].Value + t.Groups[2].Value : null;
        var id = Id().Match(all);
        return new CodeBlock(at, language, title, text, Highlighter.Tokens(language, text)) { Anchors = id.Success ? [id.Groups[1].Value] : [] };
    }

    [GeneratedRegex(@"^\{?\.?([^\s,{}:\[=]+)(?=$|[\s,{}:\[])")]
    private static partial Regex Language();

    [GeneratedRegex(@"\{(?:[^{}]*\s)?#([^\s{}]+)[^{}]*\}")]
    private static partial Regex Id();

    [GeneratedRegex("""(?:title|caption|filename)\s*=\s*["']([^"']+)["']|(?<=\s|^)\[([^\]]+)\]""")]
    private static partial Regex Title();
}
