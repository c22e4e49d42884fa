using Kanyin.Books.Mathematics;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>The white between two atoms (The TeXbook, chapter 18).</summary>
internal static class MathSpacing
{
    // Rows are the left atom, columns the right one: Ord Op Bin Rel Open Close Punct Inner. 1 thin, 2 medium, 3 thick;
    // letters a b c for the same that scripts do without; a star for what cannot occur.
    private static readonly string[] _table =
    [
        "01bc000a",
        "11*c000a",
        "bb**b**b",
        "cc*0c00c",
        "00*00000",
        "01bc000a",
        "aa*aaaaa",
        "a1bca0aa",
    ];

    /// <summary>In mu, of which 18 are an em.</summary>
    public static int Between(AtomClass left, AtomClass right, bool isScript) => _table[(int)left][(int)right] switch
    {
        '1' => 3,
        'a' when !isScript => 3,
        'b' when !isScript => 4,
        'c' when !isScript => 5,
        _ => 0,
    };

    /// <summary>Whether a binary sign stands between nothing and so is an ordinary one, as in −x (appendix G, rules 5 and 6).</summary>
    /// <param name="before">Null at the beginning.</param>
    public static bool IsUnaryAfter(AtomClass? before) => before is null or AtomClass.Bin or AtomClass.Op or AtomClass.Rel or AtomClass.Open or AtomClass.Punct;

    public static bool IsUnaryBefore(AtomClass? after) => after is null or AtomClass.Rel or AtomClass.Close or AtomClass.Punct;
}
