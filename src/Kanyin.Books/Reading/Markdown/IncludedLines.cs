using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>The lines of a file that an include means.</summary>
internal static partial class IncludedLines
{
    /// <summary>The text with every other line emptied of its words, so that places stay right; null when the part is not there.</summary>
    public static string? Blanked(Include include, string text)
    {
        var lines = text.Split('\n');
        if (Kept(include, lines) is not { } kept)
        {
            return null;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (!kept[i])
            {
                lines[i] = new string(' ', lines[i].TrimEnd('\r').Length) + (lines[i].EndsWith('\r') ? "\r" : "");
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>The lines alone, without the indent that they share; null when the part is not there.</summary>
    public static string? Only(Include include, string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (Kept(include, lines) is not { } kept)
        {
            return null;
        }

        lines = [.. lines.Where((_, i) => kept[i])];
        var indent = include.Part is null ? 0 : lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart(' ', '\t').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length < indent ? "" : l[indent..]));
    }

    private static bool[]? Kept(Include include, string[] lines)
    {
        var kept = new bool[lines.Length];
        var (isInside, isFound) = (include.Part is null, include.Part is null);
        for (var i = 0; i < lines.Length; i++)
        {
            var mark = Mark().Match(lines[i]);
            var isNamed = mark.Success && mark.Groups["name"].Value == include.Part;
            if (isNamed && mark.Groups["end"].Length == 0)
            {
                isInside = isFound = true;
            }
            else if (isInside && include.Part is not null && mark.Groups["end"].Length > 0 && (isNamed || mark.Groups["name"].Length == 0))
            {
                isInside = false;
            }
            else
            {
                // Lines that mark parts are not shown, not even where the whole file is.
                kept[i] = isInside && !mark.Success && i + 1 >= include.First && (include.Last is null || i < include.Last);
            }
        }

        return isFound && include.First <= lines.Length ? kept : null;
    }

    // mdBook's ANCHOR: name, VS Code's #region name, MkDocs' --8<-- [start:name], each inside a comment of its language.
    [GeneratedRegex(@"(?:ANCHOR(?<end>_END)?:\s*|^\s*[^\w\s]{0,4}\s*#\s?(?:pragma\s+)?(?<end>end)?\s?region\b[* ]*|--8<--\s*\[(?:start|(?<end>end)):\s*)(?<name>[\w.-]*)")]
    private static partial Regex Mark();
}
