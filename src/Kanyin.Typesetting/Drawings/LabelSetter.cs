using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Shaping;

namespace Kanyin.Typesetting.Drawings;

/// <summary>
/// Sets a few words of a picture in the book's faces. The widths are the font's own: the picture was drawn for them, so
/// the rules of running text (narrower marks, gaps beside Latin) would only push words out of their boxes.
/// </summary>
internal sealed class LabelSetter(SvgDrawer drawer, Brushes brushes, FaceChooser faces, FaceShapers shapers)
{
    /// <summary>From the baseline to the middle of Han, and of Latin small letters; in em.</summary>
    private const double HanMiddle = 0.38, LatinMiddle = 0.26;

    /// <summary>Points of type that can be seen.</summary>
    private const double Smallest = 0.05, Largest = 5000;

    /// <summary>Shapes text in one style; lengths in the user units of the style's size.</summary>
    public Label Shape(string text, ElementStyle style, XElement at)
    {
        var textStyle = new TextStyle(style.Family, style.FontSize, style.IsBold, style.IsItalic);
        var spacing = CssLength.Read(style["letter-spacing"], 0, style.FontSize) ?? 0;
        var parts = ImmutableArray.CreateBuilder<LabelPart>();
        var (x, clusters, hasHan) = (0.0, 0, false);
        foreach (var (start, length, face, isHan, isMissing) in Stretches(text, textStyle, at))
        {
            var words = text.Substring(start, length);
            var shaped = shapers.Of(face).Shape(isMissing ? FaceChooser.MissingSort.ToString() : words, isHan);
            var size = style.FontSize * face.Scale;
            parts.Add(new(face, size, words, isMissing ? shaped with { Glyphs = [shaped.Glyphs[0] with { Length = length }] } : shaped, x, clusters));
            var count = shaped.Glyphs.Count(g => g.Length > 0);
            x += (shaped.Advance * size) + (count * spacing);
            clusters += count;
            hasHan |= isHan;
        }

        return new(parts.ToImmutable(), x, clusters, spacing, hasHan ? HanMiddle : LatinMiddle);
    }

    /// <summary>Puts a label on a baseline.</summary>
    /// <param name="x">Of its left end, in the coordinates of the context.</param>
    /// <param name="stretch">Factor on its width.</param>
    /// <param name="extra">Added after each character, besides.</param>
    public void Place(Label label, double x, double y, XElement at, DrawingContext context, List<PageItem> output, double stretch = 1, double extra = 0)
    {
        if (InkOf(at, context) is not { } ink || !context.Style.IsVisible || label.Clusters == 0 || !drawer.Spend(at, label.Clusters))
        {
            return;
        }

        // Turned words are set level, at their size on the page, and turned as a group.
        var space = context.Space;
        var isLevel = space is { A: > 0, B: 0, C: 0, D: > 0 };
        var (across, down) = isLevel ? (space.A, space.D) : (space.Scale, space.Scale);
        if (context.Style.FontSize * Math.Min(across * stretch, down) < Smallest || context.Style.FontSize * Math.Max(across * stretch, down) > Largest)
        {
            return; // a speck, or larger than any page
        }

        var (left, baseline) = isLevel ? space.Apply(x, y) : (x * space.Scale, y * space.Scale);
        var items = label.Parts.Select(p => (PageItem)Run(p, label.Spacing + extra, Outlines.Near((left + (stretch * across * (p.X + (p.Clusters * extra))), baseline)), across * stretch, down, ink.Colour))
            .Concat(Decorations(context.Style, label.Width + (label.Clusters * extra), left, baseline, across * stretch, down, ink.Colour)).ToImmutableArray();
        if (!isLevel)
        {
            items = [new Group(0, 0, null, items) { Transform = Transform.Scaling(1 / space.Scale, 1 / space.Scale).Then(space) }];
        }

        output.AddRange(ink.Opacity < 1 ? [new Group(0, 0, null, items) { Opacity = ink.Opacity }] : items);
    }

    private static GlyphRun Run(LabelPart part, double spacing, (double X, double Y) at, double across, double down, Colour colour)
    {
        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        var cluster = -1;
        foreach (var glyph in part.Shaped.Glyphs)
        {
            cluster += glyph.Length > 0 ? 1 : 0;
            glyphs.Add(new(glyph.Id, ((glyph.X * part.Size) + (Math.Max(0, cluster) * spacing)) * across, glyph.Y * part.Size * down, glyph.Start, glyph.Length));
        }

        return new(at.X, at.Y, null, part.Face, part.Size * down, across / down, colour, part.Text, glyphs.DrainToImmutable());
    }

    private static IEnumerable<PageItem> Decorations(ElementStyle style, double width, double left, double baseline, double across, double down, Colour colour)
    {
        var thickness = 0.05 * style.FontSize * down;
        foreach (var word in style["text-decoration"]?.Split(' ') ?? [])
        {
            double? rise = word switch { "underline" => -0.16, "line-through" => 0.32, "overline" => 0.9, _ => null };
            if (rise is { } em)
            {
                yield return new Rule(left, baseline - (em * style.FontSize * down), null, width * across, thickness, colour);
            }
        }
    }

    /// <summary>Letters are filled with one colour; null when they are not to be seen.</summary>
    private Solid? InkOf(XElement at, DrawingContext context)
    {
        var fill = brushes.Of(at, "fill", context, Box.Of(0, 0, 1, 1), Transform.Identity);
        var line = brushes.Of(at, "stroke", context, Box.Of(0, 0, 1, 1), Transform.Identity);
        if (line is not null && context.Style["stroke-width"] is not ("0" or "0px"))
        {
            drawer.Report(at, "The outline of letters is left out.");
        }

        switch ((fill ?? line)?.Paint)
        {
            case null:
                return null;
            case Solid ink:
                return ink;
            case var other:
                drawer.Report(at, "Letters are filled with one colour only.");
                var colour = other switch { LinearGradient g => g.Stops[0].Colour, RadialGradient g => g.Stops[0].Colour, _ => Colour.Black };
                return new Solid(colour, other.Opacity);
        }
    }

    private IEnumerable<(int Start, int Length, FontFace Face, bool IsHan, bool IsMissing)> Stretches(string text, TextStyle style, XElement at)
    {
        (int Start, FontFace Face, bool IsHan)? open = null;
        var i = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isHan = IsHan(text, i, rune);
            var face = faces.Face(rune.Value, style, isHan);
            var isJoined = CharacterTable.ClassOf(rune.Value) is CharacterClass.Combining or CharacterClass.Ignorable;
            if (open is { } o && (face is null || (!isJoined && (o.Face != face || o.IsHan != isHan))))
            {
                yield return (o.Start, i - o.Start, o.Face, o.IsHan, false);
                open = null;
            }

            if (face is null)
            {
                faces.ReportMissing(rune.Value, drawer.Document.PlaceOf(at));
                yield return (i, rune.Utf16SequenceLength, faces.Face(FaceChooser.MissingSort, style, isHan: true)!, true, true);
            }
            else
            {
                open ??= (i, face, isHan);
            }

            i += rune.Utf16SequenceLength;
        }

        if (open is { } last)
        {
            yield return (last.Start, text.Length - last.Start, last.Face, last.IsHan, false);
        }
    }

    /// <summary>Marks that both scripts have go with what is beside them.</summary>
    private static bool IsHan(string text, int at, Rune rune) => CharacterTable.IsShared(rune.Value)
        ? (at > 0 && IsHanClass(text[at - 1])) || (at + 1 < text.Length && IsHanClass(text[at + 1]))
        : IsHanClass(rune.Value);

    private static bool IsHanClass(int c) => CharacterTable.ClassOf(c) is <= CharacterClass.Suffix or CharacterClass.IdeographicSpace;
}

/// <summary>Shaped words. Lengths in user units.</summary>
/// <param name="Clusters">The characters, of which each takes the spacing after it.</param>
/// <param name="Middle">How high the middle of the letters is above the baseline, in em.</param>
internal sealed record Label(ImmutableArray<LabelPart> Parts, double Width, int Clusters, double Spacing, double Middle);

/// <summary>Words in one face.</summary>
/// <param name="Size">Of the face, its own scale applied.</param>
/// <param name="X">From the label's left end.</param>
/// <param name="Clusters">Characters of the label before it.</param>
internal sealed record LabelPart(FontFace Face, double Size, string Text, ShapedText Shaped, double X, int Clusters);
