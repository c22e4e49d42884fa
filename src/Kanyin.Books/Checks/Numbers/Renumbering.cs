using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>
/// The typed numbers of a book made to count, and with them everything that names them: references in running text, the
/// fragments of links, the entries of the contents. What was in order stays as it is.
/// </summary>
public static class Renumbering
{
    /// <summary>The changes, in no order; none in a book whose numbers are computed or left out.</summary>
    public static ImmutableArray<Edit> Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.Numbering != NumberingMode.Keep)
        {
            return [];
        }

        var survey = new Survey(book);
        var headings = new NewNumbers(survey.Numbers);
        var labels = new NewLabels(survey.Captions, survey.Labels, headings);
        Edit[] edits =
        [
            .. survey.Numbers.SelectMany(n => headings.Edits(n)),
            .. labels.Edits,
            .. survey.References.SelectMany(r => References(r, headings, labels)),
            .. survey.Links.SelectMany(l => Fragments(l, headings)),
        ];

        // One place is changed once, whoever asks for it.
        return [.. edits.DistinctBy(e => (e.At.File, e.At.Start))];
    }

    private static IEnumerable<Edit> References(NumberReference reference, NewNumbers headings, NewLabels labels)
    {
        var text = reference.Numeral.Text;
        var now = reference.Label is { } label ? labels.Of(label) : headings.Of(reference);
        return now is null || now == text ? [] : [new Edit(reference.Numeral, now)];
    }

    /// <summary>#31-壶 becomes #41-壶 with its heading, in whichever way the site writes it.</summary>
    private static IEnumerable<Edit> Fragments(Link link, NewNumbers headings)
    {
        if (link.Target is not InternalTarget { Id: var id, Raw: var raw } || headings.Renamed(id) is not var (old, now) || raw.IndexOf('#', StringComparison.Ordinal) is not (>= 0 and var hash))
        {
            yield break;
        }

        var written = raw[(hash + 1)..];
        var fragment = Uri.UnescapeDataString(written);
        foreach (var (from, to) in new[] { (Letters(old), Letters(now)), (old.TrimEnd('.').Replace('.', '-'), now.TrimEnd('.').Replace('.', '-')) })
        {
            var begin = fragment.StartsWith('_') ? 1 : 0;
            if (fragment.AsSpan(begin).StartsWith(from, StringComparison.Ordinal) && fragment.AsSpan(begin + from.Length) is not [>= '0' and <= '9', ..] && PlaceOf(link.At, written) is { } at)
            {
                var changed = fragment[..begin] + to + fragment[(begin + from.Length)..];
                yield return new Edit(at, written == fragment ? changed : Uri.EscapeDataString(changed));
                yield break;
            }
        }
    }

    private static string Letters(string number) => string.Concat(number.Where(char.IsLetterOrDigit));

    /// <summary>The last place of the words in a stretch; null when they are written otherwise there, as in a link whose address stands elsewhere.</summary>
    private static Place? PlaceOf(Place stretch, string words) =>
        stretch.Text.LastIndexOf(words, StringComparison.Ordinal) is var index and >= 0 ? stretch with { Start = stretch.Start + index, Length = words.Length } : null;
}
