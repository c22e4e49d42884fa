using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>The style that a piece is set in (The TeXbook, chapter 17).</summary>
/// <param name="IsCramped">Superscripts are raised less.</param>
/// <param name="Em">Points: the size of text style.</param>
internal readonly record struct MathStyle(MathLevel Level, bool IsCramped, double Em, Colour Ink)
{
    private const double UsualScript = 0.7;
    private const double UsualScriptScript = 0.5;

    /// <summary>What \middle grows to: the height and depth of the fence around, 0 outside.</summary>
    public double FenceSize { get; init; }

    public bool IsDisplay => Level == MathLevel.Display;

    public bool IsScript => Level >= MathLevel.Script;

    public MathStyle Cramped => this with { IsCramped = true };

    public MathStyle Superscript => At(IsScript ? MathLevel.ScriptScript : MathLevel.Script);

    public MathStyle Subscript => Superscript.Cramped;

    public MathStyle Numerator => At(Level switch { MathLevel.Display => MathLevel.Text, MathLevel.Text => MathLevel.Script, _ => MathLevel.ScriptScript });

    public MathStyle Denominator => Numerator.Cramped;

    public MathStyle At(MathLevel level) => this with { Level = level };

    /// <summary>Points, without the face's own scale.</summary>
    public double Size(MathMetrics table) => Em * Level switch
    {
        MathLevel.Script => table[MathConstant.ScriptPercent] is > 0 and var s ? s : UsualScript,
        MathLevel.ScriptScript => table[MathConstant.ScriptScriptPercent] is > 0 and var s ? s : UsualScriptScript,
        _ => 1,
    };
}
