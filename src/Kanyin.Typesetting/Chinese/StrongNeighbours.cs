namespace Kanyin.Typesetting.Chinese;

/// <summary>For every place of a paragraph, what the nearest character with a direction of its own is: Chinese or Latin.</summary>
internal sealed class StrongNeighbours
{
    private readonly Strength[] _before;
    private readonly Strength[] _after;
    private readonly int[] _chineseUpTo;

    public StrongNeighbours(ReadOnlySpan<char> text, ReadOnlySpan<CharacterClass> classes, ReadOnlySpan<bool> forced)
    {
        var own = new Strength[text.Length];
        _before = new Strength[text.Length + 1];
        _after = new Strength[text.Length + 1];
        _chineseUpTo = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            own[i] = StrengthOf(text[i], classes[i], forced[i]);
            _before[i + 1] = own[i] == Strength.None ? _before[i] : own[i];
            _chineseUpTo[i + 1] = _chineseUpTo[i] + (own[i] == Strength.Chinese ? 1 : 0);
        }

        for (var i = text.Length - 1; i >= 0; i--)
        {
            _after[i] = own[i] == Strength.None ? _after[i + 1] : own[i];
        }
    }

    public enum Strength : byte
    {
        /// <summary>Nothing strong on that side: the paragraph's edge.</summary>
        None,
        Chinese,
        Latin,
    }

    public bool HasChinese => _chineseUpTo[^1] > 0;

    public Strength Before(int i) => _before[i];

    public Strength After(int i) => _after[i + 1];

    public bool IsChineseBeside(int i) => Before(i) == Strength.Chinese || After(i) == Strength.Chinese;

    /// <summary>Whether Han or Chinese punctuation stands in [from, to).</summary>
    public bool HasChineseWithin(int from, int to) => _chineseUpTo[to] > _chineseUpTo[from];

    private static Strength StrengthOf(char c, CharacterClass cls, bool forced) => cls switch
    {
        CharacterClass.Han or CharacterClass.Open or CharacterClass.Close or CharacterClass.Comma or CharacterClass.Stop or CharacterClass.Exclamation
            or CharacterClass.Dash or CharacterClass.Connector or CharacterClass.Solidus or CharacterClass.Prefix or CharacterClass.Suffix => Strength.Chinese,
        CharacterClass.Latin when forced || CharacterTable.IsLatinStrong(c) => Strength.Latin,
        _ => Strength.None,
    };
}
