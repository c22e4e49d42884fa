using System.Collections.Frozen;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class ClosedScheme : Rule
{
    /// <summary>What leads into the author's own machine or browser.</summary>
    private static readonly FrozenSet<string> Closed = new[] { "file", "javascript", "vbscript", "data", "about", "blob", "chrome", "edge", "localhost" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Slips = new[] { "htp", "htps", "htttp", "htttps", "hhttps", "hhttp", "ttps", "ttp", "httpss", "httos", "httsp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public override DiagnosticKind Kind { get; } = new("LINK008", Severity.Warning, "Address that readers cannot open");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var link in book.Links)
        {
            if (link.Target is not ExternalTarget { Address: var address } || address.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            {
                continue;
            }

            var scheme = address[..colon];
            if (Slips.Contains(scheme))
            {
                bag.Add(Kind, link.At, $"{address} begins with {scheme}:, which nothing opens.", "Did you mean https:?");
            }
            else if (Closed.Contains(scheme))
            {
                bag.Add(Kind, link.At, $"{address} opens nothing on the reader's side.", "Give an address on the web, or the words alone.");
            }
        }
    }
}
