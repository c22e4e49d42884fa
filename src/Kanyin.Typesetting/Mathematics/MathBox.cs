using System.Collections.Immutable;
using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>A set piece of a formula. Lengths in points; y grows upwards from the baseline.</summary>
/// <param name="Height">Above the baseline.</param>
/// <param name="Depth">Below it, positive downwards.</param>
internal sealed record MathBox(double Width, double Height, double Depth, ImmutableArray<MathPart> Parts)
{
    public static MathBox Empty { get; } = new(0, 0, 0, []);

    /// <summary>How far its top leans out to the right of its width (δ in The TeXbook, appendix G).</summary>
    public double Italics { get; init; }

    /// <summary>Where the middle of an accent stands, or null for the middle of the box.</summary>
    public double? TopAccent { get; init; }

    /// <summary>The one glyph it consists of, for kerning; null for anything else.</summary>
    public ushort? Glyph { get; init; }

    /// <summary>The numbers of a table's rows, at their baselines.</summary>
    public ImmutableArray<(double Y, MathTag Tag)> Tags { get; init; } = [];

    public double Total => Height + Depth;

    public static MathBox Kern(double width) => new(width, 0, 0, []);

    /// <summary>Characters that the copied text has and the print has not.</summary>
    public static MathBox Mark(string text) => text.Length == 0 ? Empty : new(0, 0, 0, [new MarkPart(text)]);

    public MathBox Raised(double rise) => new(Width, Height + rise, Depth - rise, [new BoxPart(0, rise, this)]) { Italics = Italics };

    /// <summary>With white on all sides.</summary>
    public MathBox Padded(double padding) => new(Width + (2 * padding), Height + padding, Depth + padding, [new BoxPart(padding, 0, this)]);

    /// <summary>Boxes beside each other.</summary>
    public static MathBox Beside(params ReadOnlySpan<MathBox> boxes)
    {
        var parts = ImmutableArray.CreateBuilder<MathPart>(boxes.Length);
        var (x, height, depth) = (0.0, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var box in boxes)
        {
            if (!box.Parts.IsEmpty)
            {
                parts.Add(new BoxPart(x, 0, box));
            }

            if (!box.Parts.IsEmpty || box.Height != 0 || box.Depth != 0)
            {
                (height, depth) = (Math.Max(height, box.Height), Math.Max(depth, box.Depth));
            }

            x += box.Width;
        }

        return new MathBox(x, double.IsInfinity(height) ? 0 : height, double.IsInfinity(depth) ? 0 : depth, parts.DrainToImmutable());
    }
}

/// <summary>What a box holds, in reading order.</summary>
internal abstract record MathPart;

internal sealed record BoxPart(double X, double Y, MathBox Box) : MathPart;

/// <summary>Glyphs that together stand for a text: a sign, or the parts of one that has grown.</summary>
internal sealed record SignPart(ImmutableArray<Glyph> Glyphs, double Size, Colour Ink, string Text) : MathPart;

/// <param name="Y">Of its lower edge.</param>
internal sealed record RulePart(double X, double Y, double Width, double Height, Colour Ink, bool IsGround = false) : MathPart;

/// <summary>A slanting or dashed line.</summary>
internal sealed record StrokePart(double X, double Y, double ToX, double ToY, double Thickness, Colour Ink, bool IsDashed = false) : MathPart;

/// <summary>Words, set like any others.</summary>
internal sealed record WordsPart(ImmutableArray<PageItem> Items) : MathPart;

internal sealed record MarkPart(string Text) : MathPart;
