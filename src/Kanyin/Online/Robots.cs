namespace Kanyin.Online;

/// <summary>What a site's robots.txt lets programs fetch (RFC 9309).</summary>
internal sealed class Robots
{
    /// <summary>2.5: at least this much of the file is read.</summary>
    public const int LargestFile = 500 << 10;

    public static readonly Robots AllowAll = new([]);
    public static readonly Robots DisallowAll = new([("/", false)]);

    private readonly IReadOnlyList<(string Pattern, bool Allows)> _rules;

    private Robots(IReadOnlyList<(string Pattern, bool Allows)> rules) => _rules = rules;

    /// <param name="agent">Our name; its groups count, and where there is none those for *.</param>
    public static Robots Parse(string text, string agent)
    {
        var (ours, everyones) = (new List<(string, bool)>(), new List<(string, bool)>());
        var (isOurs, isEveryones, isHead, hasGroup) = (false, false, false, false);
        foreach (var line in text.Split('\n', '\r'))
        {
            var parts = line.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            switch (parts[0].ToLowerInvariant())
            {
                case "user-agent":
                    (isOurs, isEveryones) = isHead ? (isOurs, isEveryones) : (false, false);
                    isHead = true;
                    isOurs |= parts[1].Equals(agent, StringComparison.OrdinalIgnoreCase);
                    isEveryones |= parts[1] == "*";
                    hasGroup |= isOurs;
                    break;
                case "allow" or "disallow" when parts[1].Length > 0:
                    isHead = false;
                    var rule = (parts[1], parts[0].Equals("allow", StringComparison.OrdinalIgnoreCase));
                    (isOurs ? ours : isEveryones ? everyones : []).Add(rule);
                    break;
                case "allow" or "disallow":
                    isHead = false;
                    break;
            }
        }

        return new Robots(hasGroup ? ours : everyones);
    }

    /// <summary>2.2.2: the longest pattern that fits decides, and of two as long the one that allows.</summary>
    public bool Allows(string pathAndQuery)
    {
        var longest = (Length: -1, Allows: true);
        foreach (var (pattern, allows) in _rules)
        {
            if (Fits(pattern, pathAndQuery) && (pattern.Length > longest.Length || (pattern.Length == longest.Length && allows)))
            {
                longest = (pattern.Length, allows);
            }
        }

        return longest.Allows;
    }

    /// <summary>* stands for anything, $ at the end for the end. Each part is looked for after the one before, so that no pattern can take long.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return !isWhole || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
