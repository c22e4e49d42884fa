namespace Kanyin.Typesetting.Chinese;

/// <summary>The classes of typography.md 1.1. Rules are written in terms of them.</summary>
public enum CharacterClass : byte
{
    /// <summary>HAN: ideographs, kana, full-width letters and digits.</summary>
    Han,

    /// <summary>OPEN: （《“</summary>
    Open,

    /// <summary>CLOSE: ）》”</summary>
    Close,

    /// <summary>COMMA: ，、；：</summary>
    Comma,

    /// <summary>STOP: 。．</summary>
    Stop,

    /// <summary>EXCL: ！？</summary>
    Exclamation,

    /// <summary>MIDDOT: ·</summary>
    MiddleDot,

    /// <summary>DASH: ——</summary>
    Dash,

    /// <summary>ELL: ……</summary>
    Ellipsis,

    /// <summary>CONN: ～ and a lone —</summary>
    Connector,

    /// <summary>SOL: / between Han</summary>
    Solidus,

    /// <summary>PRE: ￥</summary>
    Prefix,

    /// <summary>SUF: ％ ℃</summary>
    Suffix,

    /// <summary>LAT: letters, digits and what is attached to them</summary>
    Latin,

    /// <summary>SP</summary>
    Space,

    /// <summary>NBSP</summary>
    NoBreakSpace,

    /// <summary>IDSP: U+3000</summary>
    IdeographicSpace,

    /// <summary>REF: footnote calls, superscripts</summary>
    Reference,

    /// <summary>OBJ: pictures</summary>
    Object,

    /// <summary>Draws nothing and takes no room: zero-width and control characters.</summary>
    Ignorable,

    /// <summary>Joins the character before it: combining marks, variation selectors.</summary>
    Combining,
}

public static class CharacterClassExtensions
{
    extension(CharacterClass c)
    {
        /// <summary>CLOSEISH (CL1).</summary>
        public bool IsCloseish => c is CharacterClass.Close or CharacterClass.Comma or CharacterClass.Stop or CharacterClass.Exclamation;

        /// <summary>Chinese punctuation: beside it no gap to Latin is set (AS4).</summary>
        public bool IsChineseMark => c is (>= CharacterClass.Open and <= CharacterClass.Solidus) or CharacterClass.Suffix;

        public bool IsSpace => c is CharacterClass.Space or CharacterClass.NoBreakSpace or CharacterClass.IdeographicSpace;
    }
}
