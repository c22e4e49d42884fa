using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kanyin.Typesetting.Drawings;

/// <summary>The rules of a picture's style elements.</summary>
internal sealed partial class StyleSheet
{
    private readonly List<Rule> _rules = [];

    private sealed record Rule(Selector Selector, ImmutableArray<Declaration> Declarations);

    /// <summary>Adds the rules of one style element; what cannot be read is left out, as CSS wants it.</summary>
    public void Add(string css)
    {
        css = Comment().Replace(css, " ");
        for (var at = 0; at < css.Length;)
        {
            var open = css.IndexOfAny(['{', ';'], at);
            if (open < 0)
            {
                return;
            }

            var prelude = css[at..open].Trim();
            var end = css[open] == ';' ? open : BlockEnd(css, open);
            if (css[open] == '{' && !prelude.StartsWith('@')) // @media, @font-face, @keyframes: none is for paper
            {
                Add(prelude, Declarations(css[(open + 1)..end]));
            }

            at = end + 1;
        }
    }

    /// <summary>The declarations that the element gets from rules and from its own style, the strongest last.</summary>
    /// <param name="spend">Called for every element that is looked at.</param>
    public IEnumerable<Declaration> Of(XElement element, Action spend)
    {
        var fitting = new List<(int Specificity, ImmutableArray<Declaration> Declarations)>();
        foreach (var rule in _rules)
        {
            if (rule.Selector.Fits(element, spend))
            {
                fitting.Add((rule.Selector.Specificity, rule.Declarations));
            }
        }

        var all = fitting.OrderBy(f => f.Specificity).SelectMany(f => f.Declarations)
            .Concat(element.Attribute("style") is { } own ? Declarations(own.Value) : []);
        return fitting.Count == 0 ? all : all.OrderBy(d => d.IsImportant);
    }

    public static ImmutableArray<Declaration> Declarations(string css)
    {
        var declarations = ImmutableArray.CreateBuilder<Declaration>();
        foreach (Match match in DeclarationText().Matches(Comment().Replace(css, " ")))
        {
            var value = match.Groups["value"].Value.Trim();
            var isImportant = value.EndsWith("!important", StringComparison.OrdinalIgnoreCase);
            declarations.Add(new(match.Groups["name"].Value, isImportant ? value[..^"!important".Length].TrimEnd() : value, isImportant));
        }

        return declarations.ToImmutable();
    }

    private void Add(string selectors, ImmutableArray<Declaration> declarations)
    {
        foreach (var selector in selectors.Split(',').Select(Selector.Read).OfType<Selector>())
        {
            _rules.Add(new(selector, declarations));
        }
    }

    private static int BlockEnd(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return css.Length;
    }

    [GeneratedRegex(@"/\*.*?(\*/|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // Semicolons inside brackets and quotes belong to the value: url(data:image/png;base64,…).
    [GeneratedRegex("""(?<name>[\w\-]+)\s*:\s*(?<value>(\([^)]*\)|"[^"]*"|'[^']*'|[^;()"'])*)""", RegexOptions.NonBacktracking)]
    private static partial Regex DeclarationText();
}

/// <summary>A property and its value.</summary>
internal readonly record struct Declaration(string Name, string Value, bool IsImportant);
