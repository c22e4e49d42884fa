using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Inlines in, pieces of a paragraph out: what emphasis, code and links look like (typography.md 6.4).</summary>
internal sealed class InlineSetter(ChapterSetter chapter)
{
    private const double ScriptScale = 0.6;
    private const double ReadingScale = 0.7;
    private static readonly Colour LinkColour = Colour.Rgb(0x1B3A63);
    private static readonly Colour KeyTint = Colour.Grey(0.91);
    private static readonly Colour MarkTint = Colour.Rgb(0xFBF0C4);

    /// <param name="owner">The element that the words belong to; null for artifacts.</param>
    public ImmutableArray<ParagraphPiece> Set(ImmutableArray<Inline> inlines, StructureElement? owner, TextStyle style)
    {
        var pieces = ImmutableArray.CreateBuilder<ParagraphPiece>();
        SetAll(inlines, new Dress(owner, style, null), pieces);
        return pieces.DrainToImmutable();
    }

    /// <summary>What words wear at a place in the tree.</summary>
    private readonly record struct Dress(StructureElement? Owner, TextStyle Style, LinkTarget? Link)
    {
        public Dress In(StructureRole role) => this with { Owner = Owner?.Add(role) };

        public Dress With(TextStyle style) => this with { Style = style };
    }

    private void SetAll(ImmutableArray<Inline> inlines, Dress dress, ImmutableArray<ParagraphPiece>.Builder pieces)
    {
        foreach (var inline in inlines)
        {
            Set(inline, dress, pieces);
        }
    }

    private void Set(Inline inline, Dress dress, ImmutableArray<ParagraphPiece>.Builder pieces)
    {
        var style = dress.Style;
        switch (inline)
        {
            case Text t: AddText(t, t.Value, dress, pieces); break;
            case Emphasis e: SetAll(e.Inlines, dress.With(Emphasised(style)), pieces); break;
            case Strong s: SetAll(s.Inlines, dress.With(style with { IsBold = true }), pieces); break;
            case Strike s: SetAll(s.Inlines, dress.With(style with { IsStruck = true }), pieces); break;
            case Underline u: SetAll(u.Inlines, dress.With(style with { IsUnderlined = true }), pieces); break;
            case Mark m: SetAll(m.Inlines, dress.With(style with { Background = MarkTint }), pieces); break;
            case Script s: SetAll(s.Inlines, dress.With(Shifted(style, s.IsSuper)), pieces); break;
            case Code c: AddText(c, c.Value, dress.In(StructureRole.Code).With(CodeOf(style)), pieces); break;
            case Keyboard k: AddText(k, k.Value, dress.With(CodeOf(style) with { Background = KeyTint }), pieces); break;
            case Books.Model.Math m: AddText(m, m.Tex, dress.In(StructureRole.Formula).With(style with { IsItalic = true, Kind = TextKind.Code }), pieces); break;
            case Link l: SetLink(l, dress, pieces); break;
            case Ruby r: SetRuby(r, dress, pieces); break;
            case Image i: pieces.Add(FigureSetter.Inline(i, dress.Owner, chapter)); break;
            case Note n: pieces.Add(NoteSetter.Call(n, dress.Owner, style, chapter)); break;
            case Anchor a: pieces.Add(new AnchorPiece(a.Id)); break;
            case LineBreak: pieces.Add(new BreakPiece()); break;
            default: throw new UnreachableException();
        }
    }

    private static void AddText(Inline inline, string text, Dress dress, ImmutableArray<ParagraphPiece>.Builder pieces)
    {
        if (text.Length > 0)
        {
            pieces.Add(new TextPiece(dress.Owner, text, dress.Style, inline.At, dress.Link));
        }
    }

    private void SetLink(Link link, Dress dress, ImmutableArray<ParagraphPiece>.Builder pieces)
    {
        // A link that leads nowhere is plain words; the checks report it.
        var target = link.Target is BrokenTarget ? null : link.Target;
        var inside = target is null
            ? dress
            : dress.In(StructureRole.Link) with { Link = target, Style = dress.Style with { Colour = LinkColour } };
        SetAll(link.Inlines, inside, pieces);
        if (link.ShowsPage && target is InternalTarget place && chapter.References.LabelOf(place.Id) is { } page)
        {
            // No line ends inside “第 12 页” (BR4).
            AddText(link, $"（第\u00A0{page}\u00A0页）", inside, pieces);
        }
    }

    /// <summary>The reading stands in brackets behind the word.</summary>
    private void SetRuby(Ruby ruby, Dress dress, ImmutableArray<ParagraphPiece>.Builder pieces)
    {
        SetAll(ruby.Base, dress, pieces);
        AddText(ruby, $"（{ruby.Reading}）", dress.With(dress.Style with { Size = dress.Style.Size * ReadingScale }), pieces);
    }

    /// <summary>楷体 and italic; inside 楷体, 宋体 again.</summary>
    private static TextStyle Emphasised(TextStyle style) =>
        style with { Family = style.Family == FontFamily.Kai ? FontFamily.Serif : FontFamily.Kai, IsItalic = !style.IsItalic };

    private TextStyle CodeOf(TextStyle style) =>
        style with { Family = FontFamily.Mono, Size = style.Size * chapter.Style.InlineCodeScale, IsItalic = false, Kind = TextKind.Code };

    private static TextStyle Shifted(TextStyle style, bool isSuper) => style with
    {
        Size = style.Size * ScriptScale,
        Rise = style.Rise + (style.Size * (isSuper ? 0.38 : -0.14)),
        Kind = TextKind.Script,
    };
}
