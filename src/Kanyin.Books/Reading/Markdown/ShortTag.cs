using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A tag of GitBook's Liquid, {% hint style="info" %}, or Hugo's shortcodes, {{&lt; figure src="a.png" >}}.</summary>
internal sealed partial record ShortTag(string Name, bool IsEnd)
{
    private MatchCollection Values { get; init; } = null!;

    /// <summary>Null when the line is no such tag.</summary>
    public static ShortTag? Parse(string line)
    {
        if (Tag().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["name"].Value.ToLowerInvariant();
        var isLiquidEnd = line.StartsWith("{%", StringComparison.Ordinal) && name.StartsWith("end", StringComparison.Ordinal) && name.Length > 3;
        return new ShortTag(isLiquidEnd ? name[3..] : name, isLiquidEnd || match.Groups["end"].Length > 0) { Values = Value().Matches(match.Groups["rest"].Value) };
    }

    /// <summary>The first of the keys that has a value.</summary>
    public string? this[params ReadOnlySpan<string> keys]
    {
        get
        {
            foreach (var key in keys)
            {
                if (Values.FirstOrDefault(v => v.Groups["key"].Value.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } value)
                {
                    return value.Groups["value"].Value;
                }
            }

            return null;
        }
    }

    /// <summary>A value without a key, counted from 0.</summary>
    public string? Positional(int index) => Values.Where(v => !v.Groups["key"].Success).ElementAtOrDefault(index)?.Groups["value"].Value;

    [GeneratedRegex(@"^(?:\{%-?|\{\{[<%])\s*(?<end>/?)\s*(?<name>@?[\w-]+(?:/[\w-]+)*)(?<rest>.*?)/?\s*(?:-?%\}|[>%]\}\})$")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?:(?<key>[\w-]+)\s*=\s*)?(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=]+))""")]
    private static partial Regex Value();
}
