using System.Text.RegularExpressions;

namespace Kanyin.Books.Mathematics;

/// <summary>What the next words are, and where they end.</summary>
internal sealed partial class Chemistry
{
    private string Argument() => Current == '{' ? Group() : "";

    private string Group() => Balanced('}');

    /// <summary>What stands up to the closing bracket of the one here; to the end when there is none.</summary>
    private string Balanced(char close)
    {
        var start = ++_at;
        for (var depth = 0; _at < _text.Length; _at++)
        {
            if (depth == 0 && _text[_at] == close)
            {
                return _text[start.._at++];
            }

            depth += _text[_at] switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        }

        return _text[start..];
    }

    private string Dollars()
    {
        var start = ++_at;
        var end = _text.IndexOf('$', start);
        _at = end < 0 ? _text.Length : end + 1;
        return _text[start..(end < 0 ? _text.Length : end)];
    }

    private string? Taken(Regex pattern)
    {
        var match = pattern.Match(_text, _at);
        if (!match.Success || match.Index != _at || match.Length == 0)
        {
            return null;
        }

        _at += match.Length;
        return match.Value;
    }

    [GeneratedRegex(@"[A-Za-zÀ-ɏα-ωΑ-Ω]+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"[A-Z][a-z]*|[^A-Z]+")]
    private static partial Regex Element();

    [GeneratedRegex(@"\G(?:\d+(?:[.,]\d+)?(?:/\d+)?(?=\s|[A-Z(\[{$\\]|e[-−]|$)|\(\d+/\d+\)|\d*[a-oq-uw-z](?=\s?[A-Z\[]|\s\())")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G(?:[a-z]+|\d+(?:,\d+)*)-(?=[A-Za-z\[{(])")]
    private static partial Regex Locant();

    [GeneratedRegex(@"\G(?:[-+=<>±·.*#]|\^|v)(?=\s|$)")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\G\([v^]\)")]
    private static partial Regex Precipitate();

    [GeneratedRegex(@"\G\((?:[a-z]{1,3}|cr|aq)(?:,[^()]*)?\)(?![\d^_])")]
    private static partial Regex State();

    [GeneratedRegex(@"\G\d+")]
    private static partial Regex Count();

    [GeneratedRegex(@"\G(?:\+|[-−](?=[\s)\],;}*.(]|$))")]
    private static partial Regex Charge();

    [GeneratedRegex(@"\G(?:\d*[a-z]?\.?[-+]|\d+|\.?[-+.*]+|\\[A-Za-z]+|[A-Za-z])")]
    private static partial Regex Raised();

    [GeneratedRegex(@"\G(?:-?\d+|\\[A-Za-z]+|[A-Za-z])")]
    private static partial Regex Lowered();

    [GeneratedRegex(@"^\d*[a-z](?:[-+]\d*)?$")]
    private static partial Regex Variable();

    [GeneratedRegex("[-−+*]")]
    private static partial Regex Charges();

    [GeneratedRegex(@"(?<!\d)\.(?!\d)")]
    private static partial Regex Electron();

    [GeneratedRegex(@"\G\\(?:[A-Za-z]+\s*|.)")]
    private static partial Regex CommandName();
}
