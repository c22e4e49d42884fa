using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Package;

/// <summary>Properties with their prefixes (EPUB 3.3 appendix D.1): which prefixes a file may use, and which names without one.</summary>
internal sealed partial class Prefixes(Findings findings)
{
    public static readonly string[] OfPackage = ["a11y", "dcterms", "marc", "media", "onix", "rendition", "schema", "xsd", "msv", "prism"];
    public static readonly string[] OfContent = ["msv", "prism", "a11y", "dcterms", "media", "onix", "rendition", "schema", "xsd"];

    private static readonly string[] DefaultVocabularies =
    [
        "http://idpf.org/epub/vocab/package/meta/#", "http://idpf.org/epub/vocab/package/link/#", "http://idpf.org/epub/vocab/package/item/#",
        "http://idpf.org/epub/vocab/package/itemref/#", "http://idpf.org/epub/vocab/structure/#",
    ];

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>Reads the prefix attribute: name, colon, space, address, and again.</summary>
    public Prefixes Declare(string? attribute, IEnumerable<string> reserved, Place at)
    {
        _declared.UnionWith(reserved);
        var text = attribute?.Trim() ?? "";

        // From where the last one ended, not from a copy of the rest: there may be a hundred thousand.
        for (var start = 0; start < text.Length;)
        {
            var match = Mapping.Match(text, start);
            if (!match.Success)
            {
                var rest = text.AsSpan(start, Math.Min(text.Length - start, 60));
                findings.Add(EpubKinds.Prefix, at, $"The prefix declaration “{rest}” is malformed.", "Write it as: name: address name: address");
                return this;
            }

            var (name, address) = (match.Groups[1].Value, match.Groups[2].Value);
            if (Address.Trouble(address) is { } trouble)
            {
                findings.Add(EpubKinds.Prefix, at, $"“{address}”, which the prefix {name} stands for, is no address: {trouble}.");
            }

            if (name == "_" || DefaultVocabularies.Contains(address))
            {
                findings.Add(EpubKinds.Prefix, at, $"The prefix {name} may not be declared for {address}.");
            }

            _declared.Add(name);
            start += match.Length;
        }

        return this;
    }

    /// <summary>Whether a property is one of those listed, or has a prefix that is declared. Reports it where not.</summary>
    /// <param name="own">The names without a prefix and with a reserved one.</param>
    /// <param name="closed">Reserved prefixes all of whose names are among those listed.</param>
    public bool Check(string property, IReadOnlyCollection<string> own, IReadOnlyCollection<string> closed, Place at, DiagnosticKind unknown)
    {
        var colon = property.IndexOf(':', StringComparison.Ordinal);
        if (colon == 0 || colon == property.Length - 1)
        {
            findings.Add(EpubKinds.Prefix, at, $"The property “{property}” is malformed.");
            return false;
        }

        var prefix = colon < 0 ? null : property[..colon];
        if (prefix is not null && !_declared.Contains(prefix))
        {
            findings.Add(EpubKinds.Prefix, at, $"The prefix of {property} is not declared.");
            return false;
        }

        if ((prefix is null || closed.Contains(prefix)) && !own.Contains(property))
        {
            findings.Add(unknown, at, $"There is no property “{property}” here.");
            return false;
        }

        return true;
    }

    [GeneratedRegex(@"\G([\w][\w.-]*): +([^\s]+)(?:\s+|$)")]
    private static partial Regex Mapping { get; }
}
