using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kanyin.Typesetting.Drawings;

/// <summary>A selector of CSS made of types, classes, ids, attributes, descendants and children (Selectors 3).</summary>
internal sealed partial record Selector(ImmutableArray<Selector.Compound> Compounds)
{
    /// <summary>A later declaration wins over an earlier one of no greater specificity.</summary>
    public int Specificity => Compounds.Sum(c => c.Tests.Sum(t => t.Kind switch { '#' => 10_000, '*' => 0, 'a' => 1, _ => 100 }));

    /// <summary>Null for what we do not know: states, siblings, pseudo-elements.</summary>
    public static Selector? Read(string text)
    {
        var compounds = ImmutableArray.CreateBuilder<Compound>();
        var isChild = false;
        foreach (var word in Words().Split(Combinator().Replace(text.Trim(), " > ")))
        {
            if (word == ">" && compounds.Count > 0 && !isChild)
            {
                isChild = true;
            }
            else if (CompoundOf(word, isChild) is { } compound)
            {
                compounds.Add(compound);
                isChild = false;
            }
            else
            {
                return null;
            }
        }

        return compounds.Count == 0 || isChild ? null : new Selector(compounds.ToImmutable());
    }

    /// <param name="spend">Called for every element that is looked at.</param>
    public bool Fits(XElement element, Action spend) => Fits(element, Compounds.Length - 1, spend);

    private bool Fits(XElement element, int last, Action spend)
    {
        spend();
        if (!Compounds[last].Fits(element))
        {
            return false;
        }

        if (last == 0)
        {
            return true;
        }

        if (Compounds[last].IsChild)
        {
            return element.Parent is { } parent && Fits(parent, last - 1, spend);
        }

        // The nearest fitting ancestor is not always the right one where children are asked for above it; then a farther one may be.
        for (var ancestor = element.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (Fits(ancestor, last - 1, spend))
            {
                return true;
            }
        }

        return false;
    }

    private static Compound? CompoundOf(string word, bool isChild)
    {
        var tests = ImmutableArray.CreateBuilder<Test>();
        var at = 0;
        foreach (Match match in Simple().Matches(word))
        {
            if (match.Index != at)
            {
                return null;
            }

            at += match.Length;
            tests.Add(match.Value[0] switch
            {
                '#' or '.' => new(match.Value[0], match.Value[1..]),
                ':' => new(':', ""),
                '[' => new('[', match.Groups["name"].Value, match.Groups["value"].Success ? match.Groups["value"].Value.Trim('"', '\'') : null),
                '*' => new('*', ""),
                _ => new('a', match.Value),
            });
        }

        return at == word.Length && at > 0 ? new Compound(tests.ToImmutable(), isChild) : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\s*>\s*")]
    private static partial Regex Combinator();

    [GeneratedRegex(@"\*|[#.]?[\w\-]+|:root|\[(?<name>[\w\-]+)(=(?<value>""[^""]*""|'[^']*'|[\w\-]+))?\]")]
    private static partial Regex Simple();

    /// <summary>What must hold of one element.</summary>
    /// <param name="IsChild">Its parent must fit the compound before; else some ancestor.</param>
    internal sealed record Compound(ImmutableArray<Test> Tests, bool IsChild)
    {
        public bool Fits(XElement element)
        {
            foreach (var test in Tests)
            {
                if (!test.Fits(element))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <param name="Kind"># an id, . a class, a a type, [ an attribute, : the root, * anything.</param>
    internal readonly record struct Test(char Kind, string Name, string? Value = null)
    {
        public bool Fits(XElement element) => Kind switch
        {
            '#' => element.Attribute("id")?.Value == Name,
            '.' => HasClass(element.Attribute("class")?.Value, Name),
            'a' => element.Name.LocalName == Name,
            '[' => element.Attribute(Name) is { } attribute && (Value is null || attribute.Value == Value),
            ':' => element.Parent is null,
            _ => true,
        };

        private static bool HasClass(ReadOnlySpan<char> list, ReadOnlySpan<char> name)
        {
            foreach (var range in list.Split(' '))
            {
                if (list[range].Trim().SequenceEqual(name))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
