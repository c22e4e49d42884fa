using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Editions.EpubCheck.Schema;

/// <summary>
/// A vocabulary of XML as a table: which elements there are, what each holds and which attributes it has.
/// A line is <c>name :: content :: attributes :: roles</c>. Content is an expression over the names of children,
/// with # for text; nothing means empty, <c>any</c> anything, <c>transparent</c> what the parent may hold.
/// An attribute is <c>name</c>, <c>name!</c> where required, <c>name:type</c> or <c>name=word/word</c>;
/// <c>-name</c> takes one away. <c>@name</c> stands for a list defined above; <c>parent/name</c> is the element in
/// that parent only; * is any role, - none.
/// </summary>
internal sealed partial class Vocabulary
{
    // A book uses a few of the elements, so a line is taken apart when its element is first met.
    private readonly Dictionary<string, Lazy<ElementRule>> _rules;

    private Vocabulary(string? name, Dictionary<string, Lazy<ElementRule>> rules) => (Namespace, _rules) = (name, rules);

    public string? Namespace { get; }

    public static Vocabulary Load(string name)
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(name + ".schema")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public ElementRule? Find(string name, string? parent) =>
        (parent is not null && _rules.TryGetValue($"{parent}/{name}", out var special) ? special : _rules.GetValueOrDefault(name))?.Value;

    public static Vocabulary Parse(string text)
    {
        string? space = null;
        var lists = new Dictionary<string, string>(StringComparer.Ordinal);
        var rules = new Dictionary<string, Lazy<ElementRule>>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal)))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                space = line[10..];
            }
            else if (line.StartsWith('@'))
            {
                var (name, words) = (line.Split(" = ")[0], line.Split(" = ")[1]);
                lists.Add(name, Expand(words, lists));
            }
            else
            {
                rules.Add(line[..line.IndexOf(' ', StringComparison.Ordinal)], new Lazy<ElementRule>(() => Rule(line, lists)));
            }
        }

        return new Vocabulary(space, rules);
    }

    private static ElementRule Rule(string line, Dictionary<string, string> lists)
    {
        var cells = (line + " ").Split("::").Select(c => c.Trim()).ToArray();
        return new ElementRule(cells[0], cells[1], Names(cells[1], lists), Pattern(cells[1], lists), Attributes(cells.ElementAtOrDefault(2), lists), Roles(cells.ElementAtOrDefault(3), lists));
    }

    private static string Expand(string words, Dictionary<string, string> lists) => ListName.Replace(words, m => lists[m.Value]);

    /// <summary>The expression as a regular expression over "name name …"; not backtracking, so time is linear in the children.</summary>
    private static Lazy<Regex>? Pattern(string content, Dictionary<string, string> lists)
    {
        if (content == "any" || Bag.IsMatch(content))
        {
            return null;
        }

        // A list stands for any one of its names.
        var expanded = ListName.Replace(content, m => $"({lists[m.Value].Replace(" ", " | ", StringComparison.Ordinal)})");
        var pattern = new StringBuilder("^(");
        foreach (Match token in Token.Matches(expanded))
        {
            pattern.Append(token.Value is "(" or ")" or "|" or "?" or "*" or "+" ? token.Value
                : token.Value == "transparent" ? "([^ ]+ )*"
                : $"({Regex.Escape(token.Value)} )");
        }

        var text = pattern.Append(")$").ToString();
        return new Lazy<Regex>(() => new Regex(text, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture));
    }

    private static HashSet<string> Names(string content, Dictionary<string, string> lists) =>
        Token.Matches(Expand(content, lists)).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, AttributeRule>? Attributes(string? cell, Dictionary<string, string> lists)
    {
        if (cell is null or "any")
        {
            return null;
        }

        var attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal);
        foreach (var word in Expand(cell, lists).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "-"))
        {
            if (word[0] == '-')
            {
                attributes.Remove(word[1..]);
                continue;
            }

            var match = AttributeWord.Match(word);
            var words = match.Groups["words"].Success ? match.Groups["words"].Value.Split('/') : null;
            attributes[match.Groups["name"].Value] = new AttributeRule(match.Groups["required"].Success, match.Groups["type"].Success ? match.Groups["type"].Value : null, words);
        }

        return attributes;
    }

    private static HashSet<string>? Roles(string? cell, Dictionary<string, string> lists) =>
        cell is null or "*" ? null : Expand(cell, lists).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>Names in any order and number: whether each is among them is all there is to know.</summary>
    [GeneratedRegex(@"^(\([^()?*+]*\)|#)\*$")]
    private static partial Regex Bag { get; }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex ListName { get; }

    [GeneratedRegex(@"[()|?*+]|[^()|?*+\s]+")]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"^(?<name>(xml:|epub:|xsi:|opf:)?[\w-]+)(?<required>!)?(:(?<type>\w+)|=(?<words>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AttributeWord { get; }
}

/// <summary>One line of the table.</summary>
/// <param name="Model">The content as it is written, for messages.</param>
/// <param name="Names">Every child that may stand somewhere in it.</param>
/// <param name="Content">Null where the names alone decide.</param>
/// <param name="Attributes">Null where any attribute may stand.</param>
/// <param name="Roles">Null where any ARIA role may stand.</param>
internal sealed record ElementRule(string Name, string Model, HashSet<string> Names, Lazy<Regex>? Content, Dictionary<string, AttributeRule>? Attributes, HashSet<string>? Roles)
{
    /// <summary>The names of the attributes that must be there.</summary>
    public ImmutableArray<string> Required { get; } = [.. (Attributes ?? []).Where(a => a.Value.IsRequired).Select(a => a.Key)];

    public bool HoldsAnything => Model == "any";

    public bool IsTransparent => Model.EndsWith("transparent", StringComparison.Ordinal);

    public bool IsEmpty => Model.Length == 0;
}

/// <summary>An attribute: whether it must be there, and its type or the words it may be.</summary>
internal sealed record AttributeRule(bool IsRequired, string? Type, string[]? Words);
