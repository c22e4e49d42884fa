using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

/// <summary>[words] (address), [words]（address） and 【words】(address): the address alone became a link.</summary>
public sealed class LinkUnread : Rule
{
    public override DiagnosticKind Kind { get; } = new("LINK010", Severity.Warning, "Link with the wrong brackets");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var link in book.Links)
        {
            if (Is(link))
            {
                bag.Add(Kind, link.At, "The brackets before this address do not make a link of it; they are printed.", "Write [words](address), with ASCII brackets and nothing between them.");
            }
        }
    }

    internal static bool Is(Link link)
    {
        if (!BareAddress.IsBare(link))
        {
            return false;
        }

        var before = link.At.File.Text.AsSpan(0, link.At.Start);
        if (before is not [.., '(' or '（'] || !(before[..^1].TrimEnd(' ') is [.., ']' or '】'] words) || (before is [.., '('] && words.Length == before.Length - 1 && words[^1] == ']'))
        {
            return false;
        }

        // [3] (https://…) is an entry of a list of works, [^1] and [x] are notes and ticks.
        var open = words.LastIndexOfAny('[', '【');
        return open >= 0 && words[(open + 1)..^1] is { Length: > 1 } inside && inside[0] != '^' && !int.TryParse(inside, out _) && !inside.Contains('\n');
    }
}
