using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>
/// Sets a formula by the rules of The TeXbook, appendix G, with the lengths of the math face. Rules are cited by their
/// numbers there. Safe to use from several threads.
/// </summary>
internal sealed partial class MathSetter(GlyphSetter glyphs, ParagraphSetter words)
{
    private static readonly Colour _fault = Colour.Rgb(0xB00020);

    private MathMetrics Table => glyphs.Table;

    /// <summary>A constant of the face at a style's size, in points.</summary>
    private double Of(MathConstant constant, MathStyle style) => Table[constant] * glyphs.PointsOf(style.Size(Table));

    /// <summary>The line that fractions and delimiters are centred on.</summary>
    private double Axis(MathStyle style) => Of(MathConstant.AxisHeight, style);

    private double Em(MathStyle style) => glyphs.PointsOf(style.Size(Table));

    /// <summary>A formula or a piece of one as a box.</summary>
    public MathBox Set(MathNode node, MathStyle style) => node switch
    {
        MathRow row => SetRow(row, style),
        MathAtom atom => Atom(atom, style),
        MathWords w => Words(w, style),
        MathSpace s => MathBox.Kern(s.Width * Em(style)),
        MathClassed c => Set(c.Body, style),
        MathScripts s => Scripts(s, style),
        MathFraction f => Fraction(f, style),
        MathRadical r => Radical(r, style),
        MathAccent a => Accent(a, style),
        MathArrow a => Arrow(a, style),
        MathUpright u => Upright(u, style),
        MathStack s => Stack(s, style),
        MathFence f => Fence(f, style),
        MathMiddle m => Delimiter(m.Text, style.FenceSize, style),
        MathDelimiter d => Delimiter(d.Text, d.Size switch { 1 => 1.12, 2 => BigDelimiter, 3 => 2.24, _ => 2.8 } * glyphs.PointsOf(style.Em), style),
        MathTable t => new TableSetter(this, style).Set(t),
        MathColoured { Ground: { } ground } c => Grounded(ground, Set(c.Body, style), BoxPadding * Em(style)),
        MathStyled or MathSized or MathColoured => SetRow(new MathRow([node]), style),
        MathFrame f => Frame(f, style),
        MathChoice c => Set(style.Level switch { MathLevel.Display => c.Display, MathLevel.Text => c.Text, MathLevel.Script => c.Script, _ => c.ScriptScript }, style),
        MathPhantom p => Phantom(p, style),
        MathRaised r => Raised(r, style),
        MathRule r => Rule(r, style),
        MathUnknown u => Words(new MathWords(u.Tex, WordsFace.Monospace), style with { Ink = _fault }),
        _ => throw new UnreachableException(),
    };

    /// <summary>The shape of a letter, or a sign; a large operator is taller in displays and centred on the axis (rule 13).</summary>
    private MathBox Atom(MathAtom atom, MathStyle style)
    {
        var shown = MathAlphabets.Styled(atom.Text, atom.Alphabet);
        var size = style.Size(Table);
        if (!glyphs.Has(shown))
        {
            return Words(new MathWords(atom.Text, atom.Alphabet is MathAlphabet.Italic ? WordsFace.Italic : atom.Alphabet is MathAlphabet.Bold ? WordsFace.Bold : WordsFace.Roman), style);
        }

        if (!atom.IsLarge)
        {
            return glyphs.Sign(shown, atom.Text, size, style.Ink, style.Level);
        }

        var sign = style.IsDisplay ? glyphs.Tall(shown, atom.Text, Of(MathConstant.DisplayOperatorMinHeight, style), size, style.Ink) : glyphs.Sign(shown, atom.Text, size, style.Ink);
        return Centred(sign, style);
    }

    /// <summary>Raised so that its middle is on the axis.</summary>
    private MathBox Centred(MathBox box, MathStyle style)
    {
        var rise = Axis(style) - ((box.Height - box.Depth) / 2);
        return box.Raised(rise);
    }

    /// <summary>Words in the faces of the running text; Han among the signs as large as they are.</summary>
    private MathBox Words(MathWords text, MathStyle style)
    {
        var face = text.Face switch
        {
            WordsFace.Sans => FontFamily.Sans,
            WordsFace.Monospace => FontFamily.Mono,
            _ => FontFamily.Serif,
        };
        var look = new TextStyle(face, style.Size(Table), text.Face is WordsFace.Bold or WordsFace.BoldItalic, text.Face is WordsFace.Italic or WordsFace.BoldItalic) { Colour = style.Ink };
        var (before, after) = (text.Text.Length - text.Text.TrimStart(' ').Length, text.Text.Length - text.Text.TrimEnd(' ').Length);
        var lines = words.Set([new TextPiece(null, text.Text, look, Place.Of(_nowhere))], new ParagraphStyle(1e5, look.Size) { Alignment = Alignment.Left, IsSimple = true, Hyphenates = false });
        if (lines.IsEmpty)
        {
            return MathBox.Kern(before * look.Size / 4);
        }

        var isHan = text.Text.Any(c => c >= 0x2E80);
        var body = new MathBox(lines[0].Width, (isHan ? 0.88 : 0.7) * look.Size, (isHan ? 0.12 : 0.22) * look.Size, [new WordsPart(lines[0].Items)]);
        var space = look.Size / 4;
        return before + after == 0 ? body : MathBox.Beside(MathBox.Kern(before > 0 ? space : 0), body, MathBox.Kern(after > 0 ? space : 0));
    }

    private MathBox Delimiter(string sign, double target, MathStyle style) =>
        sign.Length == 0 ? MathBox.Kern(NullDelimiter * glyphs.PointsOf(style.Em))
        : !glyphs.Has(sign) ? Words(new MathWords(sign), style)
        : Centred(glyphs.Tall(sign, sign, target, style.Size(Table), style.Ink), style);

    private static readonly SourceFile _nowhere = new("", "");

    /// <summary>TeX's \nulldelimiterspace, 1.2 pt to a text of 10.</summary>
    private const double NullDelimiter = 0.12;

    /// <summary>A part of the copied text in brackets when it is more than one piece.</summary>
    private static MathBox Marked(string before, MathNode node, MathBox box)
    {
        var (open, close) = MathNotation.Around(node);
        return before.Length + open.Length == 0 ? box : MathBox.Beside(MathBox.Mark(before + open), box, MathBox.Mark(close)) with { Italics = box.Italics, TopAccent = box.TopAccent, Height = box.Height, Depth = box.Depth };
    }

    private static MathBox Stacked(double width, double height, double depth, params ReadOnlySpan<BoxPart> parts)
    {
        var all = ImmutableArray.CreateBuilder<MathPart>(parts.Length);
        foreach (var part in parts)
        {
            all.Add(part);
        }

        return new MathBox(width, height, depth, all.MoveToImmutable());
    }
}
