using System.Buffers;
using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>Which of the two scripts a Chinese text is written in.</summary>
public static class HanScript
{
    /// <summary>UTF-16 units of a book that are enough to tell.</summary>
    private const int Enough = 200_000;

    // Frequent characters that only one of the two scripts has, in the same order.
    private static readonly SearchValues<char> Traditional = SearchValues.Create("這個們來說時會對過還為國開關間問應從見實現點樣機經發與讓將當無電話語書寫讀東長門馬車頁麼選擇設執學請區號");
    private static readonly SearchValues<char> Simplified = SearchValues.Create("这个们来说时会对过还为国开关间问应从见实现点样机经发与让将当无电话语书写读东长门马车页么选择设执学请区号");

    /// <summary>A text with neither is simplified; a simplified one may quote old books.</summary>
    public static bool IsTraditional(string text) => IsTraditional([text]);

    public static bool IsTraditional(ImmutableArray<string> texts)
    {
        var (balance, left) = (0, Enough);
        foreach (var text in texts)
        {
            foreach (var c in text.AsSpan(0, System.Math.Min(left, text.Length)))
            {
                balance += Traditional.Contains(c) ? 1 : Simplified.Contains(c) ? -1 : 0;
            }

            left -= System.Math.Min(left, text.Length);
        }

        return balance > 0;
    }
}
