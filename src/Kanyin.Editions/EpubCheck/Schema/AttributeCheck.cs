using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Markup;

namespace Kanyin.Editions.EpubCheck.Schema;

/// <summary>Holds the attributes of elements against the table.</summary>
/// <param name="ofRoles">What ARIA's roles bring with them (WAI-ARIA 1.2 6.5); null where the vocabulary has no roles.</param>
internal sealed partial class AttributeCheck(MarkupFile file, Findings findings, DiagnosticKind wrong, IReadOnlyDictionary<string, AttributeRule>? ofRoles = null)
{
    /// <param name="rule">A rule whose attributes are null allows any.</param>
    public void Check(XElement element, ElementRule rule, XNamespace own)
    {
        if (rule.Attributes is not { } attributes)
        {
            return;
        }

        foreach (var attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration)
            {
                continue;
            }

            var name = Names.Written(attribute.Name);
            if (name == "role" && own == Names.Html)
            {
                CheckRole(element, attribute.Value, rule);
            }
            else if (attributes.TryGetValue(name, out var type))
            {
                CheckValue(element, name, attribute.Value, type);
            }
            else if (ofRoles is not null && ofRoles.TryGetValue(name, out var ofRole))
            {
                CheckValue(element, name, attribute.Value, ofRole);
                if (element.Attribute("role") is null && rule.Roles is null && !Implicit.Contains(element.Name.LocalName))
                {
                    findings.Add(wrong, file.At(element), $"<{element.Name.LocalName}> may have {name} only with a role that it belongs to.");
                }
            }
            else if (!IsOpen(attribute, own))
            {
                findings.Add(wrong, file.At(element), $"<{element.Name.LocalName}> may not have the attribute {(name == "other" ? attribute.Name.LocalName : name)}.");
            }
        }

        foreach (var name in rule.Required)
        {
            if (element.Attributes().Any(a => Names.Written(a.Name) == name))
            {
                continue;
            }

            findings.Add(wrong, file.At(element), $"<{element.Name.LocalName}> must have the attribute {name}.");
        }
    }

    private void CheckRole(XElement element, string role, ElementRule rule)
    {
        if (!(rule.Roles?.Contains(role) ?? AriaRoles.Contains(role)))
        {
            findings.Add(EpubKinds.Role, file.At(element), AriaRoles.Contains(role) ? $"<{element.Name.LocalName}> may not have the role {role}." : $"There is no role “{role}”.");
        }
        else if (Required.TryGetValue(role, out var required) && required.FirstOrDefault(r => element.Attribute(r) is null) is { } missing)
        {
            findings.Add(EpubKinds.Role, file.At(element), $"The role {role} needs {missing}.");
        }
    }

    private void CheckValue(XElement element, string name, string value, AttributeRule type)
    {
        var isRight = type.Words is { } words ? words.Contains(value) : IsOfType(value, type.Type);
        if (!isRight)
        {
            findings.Add(
                type.Type is "language" ? EpubKinds.Language : type.Type is "name" && name == "id" ? EpubKinds.SameId : wrong,
                file.At(element),
                $"The value “{value}” of {name} on <{element.Name.LocalName}> is not {(type.Words is { } list ? "one of: " + string.Join(", ", list.Where(w => w.Length > 0)) : Described(type.Type))}.");
        }
    }

    /// <summary>Attributes that HTML leaves to others: data, events, ARIA, and those of namespaces that are none of the W3C's or IDPF's.</summary>
    private bool IsOpen(XAttribute attribute, XNamespace own)
    {
        var (space, name) = (attribute.Name.NamespaceName, attribute.Name.LocalName);
        return (own == Names.MathMl && DataName.IsMatch(name)) || own == Names.Html && (space.Length > 0
            ? space.Contains(':', StringComparison.Ordinal) && !(space.Contains("w3.org", StringComparison.Ordinal) || space.Contains("idpf.org", StringComparison.Ordinal)) || space is "http://www.w3.org/2001/10/synthesis" or "http://www.w3.org/2001/xml-events"
            : ofRoles is null ? Event.IsMatch(name) : DataName.IsMatch(name) || name.StartsWith("its-", StringComparison.Ordinal));
    }

    private static bool IsOfType(string value, string? type) => type switch
    {
        "name" => IsName(value.Trim()),
        "property" => value.Trim().Length > 0 && value.Trim().AsSpan().IndexOfAny(" \t\r\n") < 0,
        "properties" => Names.Words(value).Length > 0,
        "token" => value.Length > 0 && !value.Any(char.IsWhiteSpace),
        "language" => value.Length == 0 || IsLanguage(value.Trim()),
        "integer" => Integer.IsMatch(value.Trim()),
        "natural" => Natural.IsMatch(value.Trim()),
        "positive" => Natural.IsMatch(value.Trim()) && value.Trim().Trim('+', '0').Length > 0,
        "number" => Number.IsMatch(value.Trim()),
        "mime" => Mime.IsMatch(value),
        "address" => value.Trim().Length > 0,
        "window" => value.Length == 0 || value[0] != '_' || value.ToLowerInvariant() is "_blank" or "_self" or "_parent" or "_top",
        "part" => value.Length > 1 && value[0] == '#',
        "date" => Date.IsMatch(value.Trim()),
        "time" => Date.IsMatch(value.Trim()) || Time.IsMatch(value.Trim()),
        "clock" => Clock.IsMatch(value),
        _ => true,
    };

    private static string Described(string? type) => type switch
    {
        "name" => "an XML name without a colon",
        "property" or "properties" => "a property",
        "token" => "one word",
        "language" => "a language tag, such as zh-CN",
        "integer" or "number" => "a number",
        "natural" => "a number of 0 or more",
        "positive" => "a number of 1 or more",
        "mime" => "a media type",
        "address" => "an address",
        "clock" or "time" => "a time",
        "date" => "a date",
        _ => "right",
    };

    internal static bool IsName(string value)
    {
        try
        {
            return XmlConvert.VerifyNCName(value).Length > 0;
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The shape of BCP 47, RFC 5646 2.1.</summary>
    internal static bool IsLanguage(string value) => LanguageTag.IsMatch(value);

    private static readonly FrozenSet<string> AriaRoles =
        ("alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo definition dialog directory document feed figure form grid gridcell group heading img link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel term textbox timer toolbar tooltip tree treegrid treeitem graphics-document graphics-object graphics-symbol "
        + "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements that may have any role and have one of their own.</summary>
    private static readonly FrozenSet<string> Implicit = "figure table thead tbody tfoot tr td th input button select textarea output form".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Required = new Dictionary<string, string[]>
    {
        ["checkbox"] = ["aria-checked"],
        ["switch"] = ["aria-checked"],
        ["radio"] = ["aria-checked"],
        ["menuitemcheckbox"] = ["aria-checked"],
        ["menuitemradio"] = ["aria-checked"],
        ["combobox"] = ["aria-expanded"],
        ["slider"] = ["aria-valuemax", "aria-valuemin", "aria-valuenow"],
        ["spinbutton"] = ["aria-valuemax", "aria-valuemin", "aria-valuenow"],
        ["scrollbar"] = ["aria-controls", "aria-valuemax", "aria-valuemin", "aria-valuenow"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    [GeneratedRegex("^on[a-z]+$")]
    private static partial Regex Event { get; }

    [GeneratedRegex("^data-[^A-Z:]+$")]
    private static partial Regex DataName { get; }

    [GeneratedRegex("^[+-]?[0-9]+$")]
    private static partial Regex Integer { get; }

    [GeneratedRegex("^[+]?[0-9]+$")]
    private static partial Regex Natural { get; }

    [GeneratedRegex("^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^[a-zA-Z0-9!#$&+\-^_]+/[a-zA-Z0-9!#$&+\-^_]+.*$")]
    private static partial Regex Mime { get; }

    /// <summary>A date, with or without a time (HTML Living Standard 2.3.5).</summary>
    [GeneratedRegex("^[0-9]{4,}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,3})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$")]
    private static partial Regex Date { get; }

    /// <summary>What else the element time may say: a year, a month, a week, a day of any year, an hour, a duration.</summary>
    [GeneratedRegex("^([0-9]{4}|[0-9]{4,}-([0-9]{2}|W[0-9]{2})|(--)?(0[0-9]|1[0-2])-[0-3][0-9]|[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,3})?)?|P([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]{1,3})?S)?)?|( *[0-9]+([.][0-9]{1,3})? *[WDHMS])+ *)$")]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"^\s*([0-9]+:[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|[0-9]+(\.[0-9]+)?(h|min|s|ms)?)\s*$")]
    private static partial Regex Clock { get; }

    [GeneratedRegex("^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$|^x(-[a-z0-9]{1,8})+$|^i-[a-z]+$|^zh-(min|min-nan|guoyu|hakka|xiang)$|^en-GB-oed$", RegexOptions.IgnoreCase)]
    private static partial Regex LanguageTag { get; }
}
