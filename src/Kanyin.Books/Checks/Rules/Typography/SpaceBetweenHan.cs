using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class SpaceBetweenHan : ProseRule
{
    private static readonly SearchValues<char> Points = SearchValues.Create("，。！？；：\u2028");

    public override DiagnosticKind Kind { get; } = new("TYPO023", Severity.Warning, "A space between Han, or more than one space");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create(" ");

    // typography.md SP02. Headings and cells are exempt: there a space parts what belongs to different things.
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        if (prose.Kind != ProseKind.Paragraph)
        {
            return;
        }

        foreach (var match in Spaces().EnumerateMatches(prose.Text))
        {
            if (IsDisturbing(prose, match.Index, match.Index + match.Length))
            {
                Report(bag, prose, match.Index, match.Length, match.Length > 1 ? "Several spaces stand here." : "Between Han stands a space.", match.Length > 1 ? "Keep one, or none." : "Remove it.");
            }
        }
    }

    /// <summary>甲 乙 丙 is a row of things, 第一章 绪论 a number and its title: only in a sentence that runs on for a while is the space a slip.</summary>
    private static bool IsDisturbing(ProseText prose, int start, int end)
    {
        const int Clause = 4;
        var (before, after) = (prose[start - 1], prose[end]);
        if (!Signs.IsHan(before) || !Signs.IsHan(after))
        {
            return end - start > 1 && prose.IsWritten(start - 1, end - start + 2) && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        }

        return HanBefore(prose, start) >= Clause && HanAfter(prose, end) >= Clause && !IsRow(prose.Text, start, end)
            && prose.Beside(start, end - start, isAfter: true) == after && prose.Beside(start, end - start, isAfter: false) == before;
    }

    private static int HanBefore(ProseText prose, int index) => Enumerable.Range(1, index).TakeWhile(i => Signs.IsHan(prose[index - i])).Count();

    private static int HanAfter(ProseText prose, int index) => Enumerable.Range(index, prose.Text.Length - index).TakeWhile(i => Signs.IsHan(prose[i])).Count();

    /// <summary>Two such spaces without a point between them: a row, or verse.</summary>
    private static bool IsRow(string text, int start, int end)
    {
        var from = text.AsSpan(0, start).LastIndexOfAny(Points) + 1;
        var to = text.AsSpan(end).IndexOfAny(Points) is var next and >= 0 ? end + next : text.Length;
        return text.AsSpan(from, start - from).TrimStart(' ').Contains(' ') || text.AsSpan(end, to - end).TrimEnd(' ').Contains(' ') || (from == 0 && to == text.Length);
    }

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
