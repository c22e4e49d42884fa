namespace Kanyin.Typesetting.Chinese;

/// <summary>How Chinese is composed: what one book decides once for all its paragraphs (typography.md 2 to 4).</summary>
public sealed record Composition
{
    /// <summary>全角式, half marks at line ends, opening marks trimmed at line starts, the GB level of breaking.</summary>
    public static readonly Composition Default = new();

    public Locale Locale { get; init; } = Locale.Mainland;
    public PunctuationStyle Punctuation { get; init; } = PunctuationStyle.FullWidth;
    public LineEnd LineEnd { get; init; } = LineEnd.Half;

    /// <summary>Whether the blank of the first mark of a line is trimmed (PE1, PE2).</summary>
    public bool TrimsLineStart { get; init; } = true;

    public BreakLevel Level { get; init; } = BreakLevel.Normal;
}

/// <summary>Whose shapes and places of marks are followed (CL3).</summary>
public enum Locale
{
    /// <summary>zh-Hans: marks stand in the corner of their body.</summary>
    Mainland,

    /// <summary>zh-Hant-TW: ，。、：； stand in the middle of their body.</summary>
    Taiwan,

    /// <summary>zh-Hant-HK: as <see cref="Taiwan"/>.</summary>
    HongKong,
}
