using System.Net;
using System.Text.RegularExpressions;

namespace Kanyin.Online;

/// <summary>The places in an HTML page that an address can name after its #.</summary>
internal static partial class Fragments
{
    /// <summary>Null where the page cannot tell: it has no places of its own, so that a program in it makes them.</summary>
    public static bool? Has(string html, string fragment)
    {
        // HTML, "find a potential indicated element": as written, then decoded; top and nothing are the page's beginning. #:~:text= names words, #/ and #! routes of programs.
        var name = Uri.UnescapeDataString(fragment);
        if (fragment.Length == 0 || name.Equals("top", StringComparison.OrdinalIgnoreCase) || name.Contains(":~:", StringComparison.Ordinal) || name[0] is '/' or '!')
        {
            return true;
        }

        var names = Named().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["v"].Value)).ToHashSet(StringComparer.Ordinal);

        // GitHub's pages prefix the names that come from the author, and mark lines of code by program.
        return names.Contains(name) || names.Contains(fragment) || names.Contains("user-content-" + name.ToLowerInvariant()) || LineOfCode().IsMatch(name) ? true
            : names.Count < 5 ? null : false;
    }

    // Attributes of text that only looks like a tag do no harm: one name too many makes a missing place pass, never a false finding.
    [GeneratedRegex("""\s(?:id|name)\s*=\s*(?:"(?<v>[^"]*)"|'(?<v>[^']*)'|(?<v>[^\s"'>]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex("^L[0-9]+(C[0-9]+)?(-L[0-9]+(C[0-9]+)?)?$")]
    private static partial Regex LineOfCode();
}
