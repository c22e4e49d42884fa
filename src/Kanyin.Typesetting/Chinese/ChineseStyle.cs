namespace Kanyin.Typesetting.Chinese;

/// <summary>Punctuation width styles (typography.md 3, PS).</summary>
public enum PunctuationStyle
{
    /// <summary>全角式</summary>
    FullWidth,

    /// <summary>开明式</summary>
    Kaiming,

    /// <summary>半角式</summary>
    HalfWidth,

    /// <summary>行末半角式</summary>
    LineEndHalf,

    /// <summary>Every mark one em, nothing trimmed.</summary>
    Plain,
}

/// <summary>What a full-width mark does at a line's end (PE3, PE4).</summary>
public enum LineEnd
{
    Half,
    Auto,
    Full,
    Hang,
}

/// <summary>Strictness of line breaking (BR3).</summary>
public enum BreakLevel
{
    Loose,
    Normal,
    Strict,
}
