using System.Collections.Immutable;

namespace Kanyin.Books.Mathematics;

/// <summary>
/// How a formula is written in one line of plain text: x^2, (a+b)/c, √(x+1). What the reading writes and what a printed
/// formula gives when it is copied are the same characters, because both ask here.
/// </summary>
public static class MathNotation
{
    public const char Superscript = '^';
    public const char Subscript = '_';

    /// <summary>Unicode's combining enclosing circle.</summary>
    public const char Circle = '\u20DD';
    public const string CellEnd = ", ";
    public const string RowEnd = "; ";

    /// <summary>Between what is above and what is below: nothing where both are empty, for nothing is printed there.</summary>
    public static string SignOf(MathFraction fraction) =>
        fraction is { Numerator: MathRow { Items.IsEmpty: true }, Denominator: MathRow { Items.IsEmpty: true } } ? "" : fraction.Rule == 0 ? "¦" : "/";

    /// <summary>Equations meet at their signs, and diagrams at their arrows.</summary>
    public static string CellEndOf(TableKind kind) => kind switch { TableKind.Aligned => "", TableKind.Diagram => " ", _ => CellEnd };

    /// <summary>Brackets around a part of more than one piece, or nothing.</summary>
    public static (string Open, string Close) Around(MathNode part) => IsSingle(part) ? ("", "") : ("(", ")");

    /// <summary>A root's sign: √ ∛ ∜, or its index before √.</summary>
    public static bool HasOwnSign(MathRadical root) => root.Index is null or MathAtom { Text: "3" or "4" };

    public static string Sign(MathRadical root) => root.Index switch { MathAtom { Text: "3" } => "∛", MathAtom { Text: "4" } => "∜", _ => "√" };

    /// <summary>Whether the piece takes a combining mark; else the mark stands behind it.</summary>
    public static string? Combining(MathAccent accent) => accent.Mark switch
    {
        "´" => "\u0301",
        "`" => "\u0300",
        "¨" => "\u0308",
        "⃛" => "\u20DB",
        "⃜" => "\u20DC",
        "~" => accent.IsUnder ? "\u0330" : "\u0303",
        "ˉ" or "¯" => "\u0304",
        "_" => "\u0332",
        "˘" => "\u0306",
        "ˇ" => "\u030C",
        "^" => "\u0302",
        "→" => accent.IsUnder ? "\u20EF" : "\u20D7",
        "←" => accent.IsUnder ? "\u20EE" : "\u20D6",
        "˙" => "\u0307",
        "˚" => "\u030A",
        _ => null,
    };

    private static bool IsSingle(MathNode node) => node switch
    {
        MathAtom or MathUnknown or MathFence or MathRadical => true,
        MathWords words => !words.Text.Contains(' ', StringComparison.Ordinal),
        MathAccent accent => IsSingle(accent.Body),
        MathClassed classed => IsSingle(classed.Body),
        MathColoured coloured => IsSingle(coloured.Body),
        MathStyled styled => IsSingle(styled.Body),
        MathRow { Items: [MathPhantom { IsVisible: false }, .. var seen] } => IsSingle(new MathRow(seen)),
        MathRow row => row.Items.Length == 0 || (row.Items.Length == 1 && IsSingle(row.Items[0])) || IsNumber(row.Items),
        _ => false,
    };

    private static bool IsNumber(ImmutableArray<MathNode> items) => items.All(i => i is MathAtom { Text: [>= '0' and <= '9'] or "." });
}
