using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Addresses with spaces, which CommonMark takes for text: ![图](my picture (1).png) keeps its spaces as another sign until the address is read; [章]({{&lt; ref "a" >}}) becomes the name it holds.</summary>
internal sealed partial class SpacedAddresses : LinkInlineParser
{
    /// <summary>Stands for a space inside an address. U+FDD1 is no character.</summary>
    public const char Space = '\uFDD1';

    /// <summary>Stands before an address that is the name of a page, wherever that is: Hugo's ref.</summary>
    public const char ByName = '\uFDD2';

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']' || slice.PeekChar() != '(')
        {
            return base.Match(processor, ref slice);
        }

        var (match, written) = (Tag().Match(slice.Text, slice.Start, slice.Length), "");
        if (match.Success)
        {
            // As long as before, so that places stay right.
            var name = (match.Groups["name"].Success ? ByName : "") + match.Groups["name"].Value + match.Groups["rest"].Value;
            written = "](" + $"<{name}>)".PadLeft(match.Length - 2);
        }
        else if ((match = Address().Match(slice.Text, slice.Start, slice.Length)).Success)
        {
            written = match.Value.Replace(' ', Space);
        }
        else
        {
            return base.Match(processor, ref slice);
        }

        var text = string.Concat(slice.Text.AsSpan(0, match.Index), written, slice.Text.AsSpan(match.Index + match.Length));
        var same = new StringSlice(text, slice.Start, slice.End);
        var isLink = base.Match(processor, ref same);
        slice.Start = same.Start;
        return isLink;
    }

    // The name of a file with a space in it; brackets in pairs; no title, which has quotation marks.
    [GeneratedRegex("""\G\]\((?=[^()\n]*[^\s()] +[^\s()])(?:[^()<>"'\n]|\([^()<>"'\n]*\))*\.(?:png|jpe?g|gif|svg|webp|bmp|md|html)(?:#[^\s()]*)?\)""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // Hugo's ref and relref, Jekyll's link, and the beginning of the site's address.
    [GeneratedRegex("""\G\]\(\s*(?:\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?["']?(?<name>[^"'\s<>{}]+)["']?\s*[>%]\}\}|\{%-?\s*(?:link|post_url)\s+(?<name>[^\s%]+)\s*-?%\}|\{\{\s*site\.(?:base)?url\s*\}\})(?<rest>[^()<>\s]*)\)""")]
    private static partial Regex Tag();
}
