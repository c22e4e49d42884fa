using System.Collections.Frozen;

namespace Kanyin.Books.Mathematics;

/// <summary>What commands mean that differ only in a value.</summary>
internal static class TexCommands
{
    private static readonly FrozenSet<string> _withLimits = Set("det gcd inf lim lim\u2009inf lim\u2009sup max min Pr sup");

    /// <summary>Functions set upright under their own name.</summary>
    public static FrozenSet<string> Functions { get; } =
        Set("arccos arcsin arctan arctg arcctg arg ch cos cosec cosh cot cotg coth csc ctg cth deg det dim exp gcd hom inf ker lg lim ln log max min Pr sec sh sin sinh sup tan tanh tg th");

    /// <summary>White in em: a mu is an eighteenth.</summary>
    public static FrozenDictionary<string, double> Spaces { get; } = new Dictionary<string, double>
    {
        [","] = 3 / 18.0,
        ["thinspace"] = 3 / 18.0,
        [":"] = 4 / 18.0,
        [">"] = 4 / 18.0,
        ["medspace"] = 4 / 18.0,
        [";"] = 5 / 18.0,
        ["thickspace"] = 5 / 18.0,
        ["!"] = -3 / 18.0,
        ["negthinspace"] = -3 / 18.0,
        ["negmedspace"] = -4 / 18.0,
        ["negthickspace"] = -5 / 18.0,
        [" "] = TexReader.WordSpace,
        ["space"] = TexReader.WordSpace,
        ["nobreakspace"] = TexReader.WordSpace,
        ["enspace"] = 0.5,
        ["enskip"] = 0.5,
        ["quad"] = 1,
        ["qquad"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Marks over one letter or as wide as what they cover (true).</summary>
    public static FrozenDictionary<string, (string Mark, bool IsWide, bool IsUnder)> Accents { get; } = new Dictionary<string, (string, bool, bool)>
    {
        ["acute"] = ("´", false, false),
        ["grave"] = ("`", false, false),
        ["ddot"] = ("¨", false, false),
        ["'"] = ("´", false, false),
        ["`"] = ("`", false, false),
        ["^"] = ("^", false, false),
        ["~"] = ("~", false, false),
        ["="] = ("ˉ", false, false),
        ["u"] = ("˘", false, false),
        ["."] = ("˙", false, false),
        ["\""] = ("¨", false, false),
        ["r"] = ("˚", false, false),
        ["v"] = ("ˇ", false, false),
        ["dddot"] = ("⃛", false, false),
        ["ddddot"] = ("⃜", false, false),
        ["tilde"] = ("~", false, false),
        ["bar"] = ("ˉ", false, false),
        ["breve"] = ("˘", false, false),
        ["check"] = ("ˇ", false, false),
        ["hat"] = ("^", false, false),
        ["vec"] = ("→", false, false),
        ["dot"] = ("˙", false, false),
        ["mathring"] = ("˚", false, false),
        ["widehat"] = ("^", true, false),
        ["widetilde"] = ("~", true, false),
        ["widecheck"] = ("ˇ", true, false),
        ["overline"] = ("¯", true, false),
        ["underline"] = ("_", true, true),
        ["underbar"] = ("_", true, true),
        ["utilde"] = ("~", true, true),
        ["overbrace"] = ("⏞", true, false),
        ["underbrace"] = ("⏟", true, true),
        ["overbracket"] = ("⎴", true, false),
        ["underbracket"] = ("⎵", true, true),
        ["overparen"] = ("⏜", true, false),
        ["wideparen"] = ("⏜", true, false),
        ["underparen"] = ("⏝", true, true),
        ["overgroup"] = ("⏠", true, false),
        ["undergroup"] = ("⏡", true, true),
        ["overrightarrow"] = ("→", true, false),
        ["overleftarrow"] = ("←", true, false),
        ["overleftrightarrow"] = ("↔", true, false),
        ["Overrightarrow"] = ("⇒", true, false),
        ["overleftharpoon"] = ("↼", true, false),
        ["overrightharpoon"] = ("⇀", true, false),
        ["overlinesegment"] = ("¯", true, false),
        ["underlinesegment"] = ("_", true, true),
        ["underrightarrow"] = ("→", true, true),
        ["underleftarrow"] = ("←", true, true),
        ["underleftrightarrow"] = ("↔", true, true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Arrows as long as their words.</summary>
    public static FrozenDictionary<string, string> Arrows { get; } = new Dictionary<string, string>
    {
        ["xrightarrow"] = "→",
        ["xleftarrow"] = "←",
        ["xleftrightarrow"] = "↔",
        ["xRightarrow"] = "⇒",
        ["xLeftarrow"] = "⇐",
        ["xLeftrightarrow"] = "⇔",
        ["xhookrightarrow"] = "↪",
        ["xhookleftarrow"] = "↩",
        ["xmapsto"] = "↦",
        ["xrightharpoonup"] = "⇀",
        ["xrightharpoondown"] = "⇁",
        ["xleftharpoonup"] = "↼",
        ["xleftharpoondown"] = "↽",
        ["xrightleftharpoons"] = "⇌",
        ["xleftrightharpoons"] = "⇋",
        ["xlongequal"] = "=",
        ["xtwoheadrightarrow"] = "↠",
        ["xtwoheadleftarrow"] = "↞",
        ["xtofrom"] = "⇄",
        ["xrightleftarrows"] = "⇄",
        ["xrightequilibrium"] = "⥂",
        ["xleftequilibrium"] = "⥃",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, MathAlphabet> Alphabets { get; } = new Dictionary<string, MathAlphabet>
    {
        ["mathrm"] = MathAlphabet.Roman,
        ["mathup"] = MathAlphabet.Roman,
        ["mathnormal"] = MathAlphabet.Italic,
        ["mathit"] = MathAlphabet.Italic,
        ["mathbf"] = MathAlphabet.Bold,
        ["mathbfit"] = MathAlphabet.BoldItalic,
        ["mathsf"] = MathAlphabet.Sans,
        ["mathsfit"] = MathAlphabet.SansItalic,
        ["mathtt"] = MathAlphabet.Monospace,
        ["mathcal"] = MathAlphabet.Calligraphic,
        ["mathscr"] = MathAlphabet.Script,
        ["mathfrak"] = MathAlphabet.Fraktur,
        ["frak"] = MathAlphabet.Fraktur,
        ["mathbb"] = MathAlphabet.DoubleStruck,
        ["Bbb"] = MathAlphabet.DoubleStruck,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Switches that hold to the end of the group.</summary>
    public static FrozenDictionary<string, MathAlphabet> Switches { get; } = new Dictionary<string, MathAlphabet>
    {
        ["rm"] = MathAlphabet.Roman,
        ["it"] = MathAlphabet.Italic,
        ["bf"] = MathAlphabet.Bold,
        ["sf"] = MathAlphabet.Sans,
        ["tt"] = MathAlphabet.Monospace,
        ["cal"] = MathAlphabet.Calligraphic,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, WordsFace> Words { get; } = new Dictionary<string, WordsFace>
    {
        ["text"] = WordsFace.Roman,
        ["textrm"] = WordsFace.Roman,
        ["textnormal"] = WordsFace.Roman,
        ["textup"] = WordsFace.Roman,
        ["textmd"] = WordsFace.Roman,
        ["mbox"] = WordsFace.Roman,
        ["hbox"] = WordsFace.Roman,
        ["textit"] = WordsFace.Italic,
        ["textsl"] = WordsFace.Italic,
        ["emph"] = WordsFace.Italic,
        ["textbf"] = WordsFace.Bold,
        ["textsf"] = WordsFace.Sans,
        ["texttt"] = WordsFace.Monospace,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, AtomClass> Classes { get; } = new Dictionary<string, AtomClass>
    {
        ["mathord"] = AtomClass.Ord,
        ["mathbin"] = AtomClass.Bin,
        ["mathrel"] = AtomClass.Rel,
        ["mathopen"] = AtomClass.Open,
        ["mathclose"] = AtomClass.Close,
        ["mathpunct"] = AtomClass.Punct,
        ["mathinner"] = AtomClass.Inner,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, MathLevel> Levels { get; } = new Dictionary<string, MathLevel>
    {
        ["displaystyle"] = MathLevel.Display,
        ["textstyle"] = MathLevel.Text,
        ["scriptstyle"] = MathLevel.Script,
        ["scriptscriptstyle"] = MathLevel.ScriptScript,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>LaTeX's sizes beside a text of 10 points.</summary>
    public static FrozenDictionary<string, double> Sizes { get; } = new Dictionary<string, double>
    {
        ["tiny"] = 0.5,
        ["sixptsize"] = 0.6,
        ["scriptsize"] = 0.7,
        ["footnotesize"] = 0.8,
        ["small"] = 0.9,
        ["normalsize"] = 1,
        ["large"] = 1.2,
        ["Large"] = 1.44,
        ["LARGE"] = 1.728,
        ["huge"] = 2.074,
        ["Huge"] = 2.488,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, FrameKind> Frames { get; } = new Dictionary<string, FrameKind>
    {
        ["boxed"] = FrameKind.Box,
        ["fbox"] = FrameKind.Box,
        ["cancel"] = FrameKind.Cancel,
        ["bcancel"] = FrameKind.BackCancel,
        ["xcancel"] = FrameKind.CrossCancel,
        ["sout"] = FrameKind.Strike,
        ["angl"] = FrameKind.Angle,
        ["phase"] = FrameKind.Phase,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All of the above.</summary>
    public static IEnumerable<string> Names => [.. Functions, .. Accents.Keys, .. Arrows.Keys, .. Alphabets.Keys, .. Words.Keys, .. Classes.Keys, .. Levels.Keys, .. Sizes.Keys, .. Frames.Keys];

    public static bool HasLimits(string function) => _withLimits.Contains(function);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
