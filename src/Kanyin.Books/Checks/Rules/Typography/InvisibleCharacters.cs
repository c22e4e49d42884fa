using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class InvisibleCharacters : Rule
{
    public override DiagnosticKind Kind { get; } = new("TYPO027", Severity.Warning, "A character that nobody sees");

    // typography.md SP06. Code counts: what cannot be seen does most harm where a reader copies it.
    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var file in book.Book.Chapters.Select(c => c.File))
        {
            foreach (var match in Invisible().EnumerateMatches(file.Text))
            {
                if (!IsNeeded(file.Text, match.Index))
                {
                    var c = file.Text[match.Index];
                    bag.Add(Kind, new Place(file, match.Index, match.Length), $"Here stands {Name(c)} (U+{(int)c:X4}){(match.Length > 1 ? $", {match.Length} times" : "")}.", Hint(c));
                }
            }
        }
    }

    /// <summary>Joiners belong to emoji and to other scripts than ours; a no-break space is meant between Latin words and numbers; a byte order mark begins a file.</summary>
    private static bool IsNeeded(string text, int at)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        return text[at] switch
        {
            '\u200C' or '\u200D' => IsOther(before) && IsOther(after),
            '\u200E' or '\u200F' => IsOther(before) || IsOther(after),
            '\u00A0' or '\u202F' => !Signs.IsHan(before) && !Signs.IsHan(after) && !Signs.IsPoint(before),
            '\uFEFF' => at == 0,
            _ => false,
        };
    }

    private static bool IsOther(char c) => c > '\u02FF' && !Signs.IsHan(c) && !Signs.IsPoint(c) && !Signs.IsClosing(c) && !Signs.IsOpening(c);

    private static string Name(char c) => c switch
    {
        '\u00A0' or '\u202F' => "a no-break space",
        '\u00AD' => "a soft hyphen",
        '\u200B' or '\u2060' or '\uFEFF' => "a space without width",
        '\u200C' or '\u200D' => "a joiner",
        '\uFFFD' => "the sign for a character that was lost",
        >= '\uE000' and <= '\uF8FF' => "a private character",
        _ => "a control of the writing direction",
    };

    private static string Hint(char c) => c switch
    {
        '\u00A0' or '\u202F' => "Write a space, or nothing.",
        '\uFFFD' => "Look up in an older copy what stood here.",
        >= '\uE000' and <= '\uF8FF' => "Write the character itself: only one font knows what this is.",
        _ => "Remove it.",
    };

    [GeneratedRegex(@"\u00A0+|\u202F+|\u00AD+|\u200B+|[\u200C\u200D]|[\u200E\u200F]|[\u202A-\u202E\u2060-\u2064\u2066-\u2069]|\uFEFF|[\uE000-\uF8FF]+|\uFFFD+")]
    private static partial Regex Invisible();
}
