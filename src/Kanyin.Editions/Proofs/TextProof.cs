using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.Proofs;

/// <summary>Compares a text that must be the book's exactly. After a difference it goes on where the two agree again, so that one fault does not hide the next.</summary>
internal static class TextProof
{
    /// <summary>How much of the text a message shows on each side of a difference.</summary>
    private const int Shown = 20;

    /// <summary>So far ahead a stretch is looked for after a difference.</summary>
    private const int Window = 4000;

    /// <summary>Among so many stretches one is looked for with which both agree again.</summary>
    private const int LookAhead = 30;

    /// <summary>Shorter stretches are found everywhere.</summary>
    private const int Distinctive = 4;

    /// <summary>So many findings a chapter say enough.</summary>
    private const int Most = 10;

    public static void Compare(IReadOnlyList<TextUnit> units, string actual, Place chapter, string edition, DiagnosticKind kind, DiagnosticBag bag)
    {
        var (at, index, found) = (0, 0, 0);
        while (index < units.Count && found < Most)
        {
            var unit = units[index];
            if (actual.AsSpan(at).StartsWith(unit.Text, StringComparison.Ordinal))
            {
                at += unit.Text.Length;
                index++;
                continue;
            }

            found++;
            Report(unit, actual.AsSpan(at), edition, kind, bag);
            (index, at) = Agree(units, index, actual, at);
        }

        if (index == units.Count && at < actual.Length)
        {
            bag.Add(kind, chapter, $"The {edition} has “{Start(actual.AsSpan(at))}” after the chapter's end.");
        }
    }

    public static string Start(ReadOnlySpan<char> text) => text.Length > Shown ? $"{text[..Shown]}…" : text.ToString();

    private static void Report(TextUnit unit, ReadOnlySpan<char> rest, string edition, DiagnosticKind kind, DiagnosticBag bag)
    {
        if (unit.Kind == TextKind.NoteCall)
        {
            bag.Add(kind, unit.At, $"The call of a note is missing in the {edition} before “{Start(rest)}”.");
            return;
        }

        var same = rest.CommonPrefixLength(unit.Text);
        bag.Add(kind, unit.At, $"The book has “{Start(unit.Text.AsSpan(same))}” where the {edition} has “{Start(rest[same..])}”.");
    }

    /// <summary>The stretch, this one or a later one, that is found soonest, and where; past the end of both when none is.</summary>
    private static (int Index, int At) Agree(IReadOnlyList<TextUnit> units, int index, string actual, int at)
    {
        for (var i = index; i < Math.Min(units.Count, index + LookAhead); i++)
        {
            var text = units[i].Text;
            if (text.Length < Distinctive && i + 1 < units.Count)
            {
                text += units[i + 1].Text; // with what follows it
            }

            var found = text.Length < Distinctive ? -1 : actual.IndexOf(text, at, Math.Min(Window + text.Length, actual.Length - at), StringComparison.Ordinal);
            if (found >= 0)
            {
                return (i, found);
            }
        }

        return (units.Count, actual.Length);
    }
}
