using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>![图](my picture (1).png), which CommonMark takes for text, is a picture: the spaces are kept as another sign until the address is read.</summary>
internal sealed partial class SpacedAddresses : LinkInlineParser
{
    /// <summary>Stands for a space inside an address. U+FDD1 is no character.</summary>
    public const char Space = '\uFDD1';

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']' || slice.PeekChar() != '(' || Address().Match(slice.Text, slice.Start, slice.Length) is not { Success: true } match)
        {
            return base.Match(processor, ref slice);
        }

        var text = string.Concat(slice.Text.AsSpan(0, match.Index), match.Value.Replace(' ', Space), slice.Text.AsSpan(match.Index + match.Length));
        var same = new StringSlice(text, slice.Start, slice.End);
        var isLink = base.Match(processor, ref same);
        slice.Start = same.Start;
        return isLink;
    }

    // The name of a file with a space in it; brackets in pairs; no title, which has quotation marks.
    [GeneratedRegex("""\G\]\((?=[^()\n]*[^\s()] +[^\s()])(?:[^()<>"'\n]|\([^()<>"'\n]*\))*\.(?:png|jpe?g|gif|svg|webp|bmp|md|html)(?:#[^\s()]*)?\)""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
