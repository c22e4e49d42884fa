using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Proofs;

/// <summary>An entry of an outline or a table of contents, read back.</summary>
/// <param name="Label">Without white space.</param>
/// <param name="Parent">The index of the entry that it stands under, or -1.</param>
/// <param name="Target">Where it leads, as the edition names it.</param>
internal readonly record struct ContentsLine(string Label, int Parent, string Target);

/// <summary>Every heading has its entry, in order, at its level, and the entry leads to it. There may be entries of other things between them.</summary>
internal sealed class ContentsProof(IReadOnlyList<ContentsLine> entries, DiagnosticKind kind, string edition, DiagnosticBag bag)
{
    private readonly HashSet<int> _ofHeadings = [];
    private readonly Stack<(int Level, int Entry)> _above = new();

    /// <param name="leadsTo">Whether the target of an entry is the heading.</param>
    public void Compare(Book book, Func<Heading, string, bool> leadsTo)
    {
        var at = 0;
        foreach (var heading in book.Chapters.SelectMany(Proof.Headings))
        {
            while (_above.TryPeek(out var last) && last.Level >= heading.Level)
            {
                _above.Pop();
            }

            var words = BookText.Squeeze(PlainText.Of(heading));
            var entry = EntryOf(heading, words, at, leadsTo);
            if (entry < 0)
            {
                bag.Add(kind, heading.At, $"The {edition} has no entry “{words}”.");
                continue;
            }

            at = entry + 1;
            if (!leadsTo(heading, entries[entry].Target))
            {
                bag.Add(kind, heading.At, $"The entry “{words}” of the {edition} does not lead to this heading.");
            }

            if (!StandsWell(entry))
            {
                bag.Add(kind, heading.At, $"The entry “{words}” of the {edition} stands at another level than this heading.");
            }

            _ofHeadings.Add(entry);
            _above.Push((heading.Level, entry));
        }
    }

    /// <summary>The next entry of these words that leads to the heading (a part may have the same), else the next of these words; -1 when there is none.</summary>
    private int EntryOf(Heading heading, string words, int from, Func<Heading, string, bool> leadsTo)
    {
        var first = -1;
        for (var i = from; i < entries.Count; i++)
        {
            if (entries[i].Label == words)
            {
                if (leadsTo(heading, entries[i].Target))
                {
                    return i;
                }

                first = first < 0 ? i : first;
            }
        }

        return first;
    }

    /// <summary>Under the heading above it, or under a part or a chapter without a heading that stands between the two.</summary>
    private bool StandsWell(int entry)
    {
        var parent = entries[entry].Parent;
        var expected = _above.TryPeek(out var above) ? above.Entry : -1;
        return parent == expected || (parent > expected && !_ofHeadings.Contains(parent));
    }
}
