namespace Kanyin.Typesetting.Flow;

/// <summary>What is disliked about a page, in one currency. A price on an item (<see cref="FlowBox.BreakAfter"/>) is in it too.</summary>
internal static class PageCosts
{
    /// <summary>A note that goes on overleaf.</summary>
    public const double SplitNote = 15;

    /// <summary>A figure that waits for a later page: more than two empty lines, less than three, and as much as making it smaller by a sixth.</summary>
    public const double Float = 20;

    /// <summary>A page of figures that waited, without a line of text.</summary>
    public const double FiguresOnly = 20;

    /// <summary>Rather than this a break that splits what belongs together is avoided at any price.</summary>
    public const double Forbidden = 1e6;

    /// <summary>A page of nothing but notes is only better than that.</summary>
    public const double NotesOnly = 1e5;

    /// <summary>Ends that cost so much more than the best of their page are not followed up.</summary>
    public const double Margin = 80;

    /// <summary>Pages short by so many lines and more are alike.</summary>
    public const int Depths = 5;

    /// <summary>Of a page that ends short: 6 for one line, 16 for two, 30 for three, 48 for four. The eye forgives one.</summary>
    public static double Empty(double lines) => (4 * lines) + (2 * lines * lines);

    /// <summary>Of pictures made smaller to end with the page: a tenth as much as two empty lines, two fifths less than four.</summary>
    /// <param name="factor">What is left of the one that shrinks most.</param>
    public static double Shrinking(double factor) => 8 + (75 * (1 - factor));

    public static int DepthOf(double empty) => Math.Min(Depths - 1, (int)Math.Round(empty));

    /// <summary>Facing pages end at the same line if that can be had (PG6): both one line short rather than one of them alone.</summary>
    public static double Facing(int verso, int recto) => 8 * Math.Min(2, Math.Abs(verso - recto));
}
