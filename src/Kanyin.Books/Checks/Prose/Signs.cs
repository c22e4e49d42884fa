namespace Kanyin.Books.Checks.Prose;

/// <summary>The characters that rules about Chinese prose ask for, by class (typography.md 1.1).</summary>
internal static class Signs
{
    /// <summary>Han, for use inside the brackets of a pattern.</summary>
    public const string Han = @"\u3007\u3400-\u4DBF\u4E00-\u9FFF";

    /// <summary>句内点号 and 句末点号.</summary>
    public const string Points = "，。、；：！？";

    public const string Opening = "（《〈「『【〔〖［｛";
    public const string Closing = "）》〉」』】〕〗］｝";

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';

    public static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FA' or '\u30FC';

    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF';

    public static bool IsPoint(char c) => Points.Contains(c, StringComparison.Ordinal);

    public static bool IsOpening(char c) => Opening.Contains(c, StringComparison.Ordinal);

    public static bool IsClosing(char c) => Closing.Contains(c, StringComparison.Ordinal);

    /// <summary>What a mark that ends a clause may follow: Han, or something Chinese that is closed.</summary>
    public static bool EndsChinese(char c) => IsHan(c) || IsClosing(c) || c is '”' or '’';

    public static bool BeginsChinese(char c) => IsHan(c) || IsOpening(c) || c is '“' or '‘';
}
