namespace Kanyin.Typesetting.Chinese;

/// <summary>① in a text is a footnote call (REF), or counts things: 分三步：①…；②…. The marks and line ends beside it depend on which (PW7, BR1).</summary>
internal static class CircledNumbers
{
    /// <summary>A call follows the word or the mark that it belongs to, and does not go on counting from another.</summary>
    public static bool IsCall(ReadOnlySpan<char> text, int i)
    {
        if (i == 0 || text[i - 1] is ' ' or '\n' or '\u3000' or '第' || CharacterTable.ClassOf(text[i - 1]) == CharacterClass.Open)
        {
            return false;
        }

        return !text[..i].Contains((char)(text[i] - 1)) && !text[(i + 1)..].Contains((char)(text[i] + 1));
    }
}
