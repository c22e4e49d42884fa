using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Addresses written without any mark. GFM lets them run to the next white space, which in Chinese is often the next paragraph: here they end where Han or Chinese punctuation begins.</summary>
internal static partial class BareLinks
{
    public static bool MayBeIn(Text text) => text.Value.Contains("://", StringComparison.Ordinal) || text.Value.Contains("www.", StringComparison.Ordinal);

    public static IEnumerable<Inline> Split(Text text)
    {
        if (!MayBeIn(text))
        {
            yield return text;
            yield break;
        }

        var done = 0;
        foreach (Match match in Address().Matches(text.Value))
        {
            var length = LengthWithoutPunctuation(match.Value);
            if (match.Index > done)
            {
                yield return Part(text, done, match.Index - done);
            }

            var words = Part(text, match.Index, length);
            var address = words.Value.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "http://" + words.Value : words.Value;
            yield return new Link(words.At, InlineBuilder.Unresolved(address), null, [words]);
            done = match.Index + length;
        }

        if (done < text.Value.Length)
        {
            yield return done == 0 ? text : Part(text, done, text.Value.Length - done);
        }
    }

    // The place is exact unless the text holds escapes or entities, whose source is longer.
    private static Text Part(Text text, int start, int length) =>
        new(new Place(text.At.File, text.At.Start + System.Math.Min(start, text.At.Length), System.Math.Min(length, System.Math.Max(0, text.At.Length - start))), text.Value.Substring(start, length));

    /// <summary>GFM 6.9: marks at the end do not belong to the address, nor does a bracket that it did not open.</summary>
    private static int LengthWithoutPunctuation(string address)
    {
        var length = address.Length;
        while (length > 0 && ("?!.,:;*_~'\"".Contains(address[length - 1], StringComparison.Ordinal)
            || (address[length - 1] == ')' && address.AsSpan(0, length).Count(')') > address.AsSpan(0, length).Count('('))))
        {
            length--;
        }

        return length;
    }

    // Han may follow / = # - _ inside an address (…/wiki/中文, …#安装).
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:https?://|www\.)[A-Za-z0-9](?:[!#-;=?-Z_a-z~\[\]@]|%|(?<=[/=#_-][\u4E00-\u9FFF]*)[\u4E00-\u9FFF])*", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
