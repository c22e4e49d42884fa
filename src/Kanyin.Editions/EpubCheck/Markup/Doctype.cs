using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Editions.EpubCheck.Markup;

/// <summary>
/// The document type declaration of an XML file. It is taken out of the text before an XML reader sees it, so that
/// no external file is ever read and no entity is ever expanded by one; what it declares is put in by ourselves, once.
/// </summary>
internal sealed partial record Doctype(int Start, int Length, string Root, string? Public, string? System, string Subset)
{
    /// <summary>How often entities may be put in, and how long one may be: no loops and no growth.</summary>
    private const int MostReplacements = 100_000;
    private const int LongestValue = 1000;

    public static Doctype? Find(string text)
    {
        var match = Declaration.Match(text);
        if (!match.Success)
        {
            return null;
        }

        string? Literal(string name) => match.Groups[name].Success ? match.Groups[name].Value[1..^1] : null;
        var whole = match.Groups["doctype"];
        return new Doctype(whole.Index, whole.Length, match.Groups["root"].Value, Literal("public"), Literal("system"), match.Groups["subset"].Value);
    }

    /// <summary>The names of entities that refer to something outside the file.</summary>
    public IEnumerable<string> ExternalEntities => External.Matches(Subset).Select(m => m.Groups[1].Value);

    /// <summary>The entities whose values are plain text; those that hold markup or other entities are not expanded.</summary>
    public Dictionary<string, string> PlainEntities() => Internal.Matches(Subset)
        .Select(m => (Name: m.Groups[1].Value, Value: m.Groups[2].Value[1..^1]))
        .Where(e => e.Value.Length <= LongestValue && e.Value.AsSpan().IndexOfAny('<', '&', '%') < 0)
        .DistinctBy(e => e.Name, StringComparer.Ordinal)
        .ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);

    /// <summary>The text with blanks of the same length for the declaration, so that places stay right.</summary>
    public string Blank(string text) => new StringBuilder(text, 0, Start, text.Length)
        .Append([.. text.AsSpan(Start, Length).ToArray().Select(c => c is '\n' or '\r' ? c : ' ')])
        .Append(text, Start + Length, text.Length - Start - Length)
        .ToString();

    /// <summary>Puts characters in for entities; a number of the same length where it fits, so that places stay right.</summary>
    public static string Expand(string text, Func<string, string?> valueOf)
    {
        var left = MostReplacements;
        return Reference.Replace(text, m =>
        {
            var name = m.Groups[1].Value;
            if (valueOf(name) is not { } value || left-- <= 0)
            {
                return m.Value;
            }

            var number = value.Length == 1 ? ((int)value[0]).ToString(global::System.Globalization.CultureInfo.InvariantCulture) : "";
            return number.Length > 0 && number.Length <= name.Length - 1 ? $"&#{number.PadLeft(name.Length - 1, '0')};" : value;
        });
    }

    [GeneratedRegex("""\A\uFEFF?(?>(?:\s+|<\?.*?\?>|<!--.*?-->)*)(?<doctype><!DOCTYPE\s+(?<root>[^\s>\[]+)\s*(?:PUBLIC\s+(?<public>"[^"]*"|'[^']*')\s*|SYSTEM\s*)?(?<system>"[^"]*"|'[^']*')?\s*(?:\[(?<subset>(?>(?:<!--.*?-->|"[^"]*"|'[^']*'|[^\]"'])*))\]\s*)?>)""", RegexOptions.Singleline)]
    private static partial Regex Declaration { get; }

    [GeneratedRegex("""<!ENTITY\s+%?\s*([\w.:-]+)\s+(?:SYSTEM|PUBLIC)\s""")]
    private static partial Regex External { get; }

    [GeneratedRegex("""<!ENTITY\s+([\w.:-]+)\s+("[^"]*"|'[^']*')\s*>""")]
    private static partial Regex Internal { get; }

    [GeneratedRegex("&([A-Za-z][A-Za-z0-9.]*);")]
    private static partial Regex Reference { get; }
}
