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
    private const double ReadingScale = 0.5;
    private const double BracketScale = 0.7;

    /// <summary>A measure that no reading fills, in points.</summary>
    private const double Unbroken = 1e5;
    private static readonly Colour LinkColour = Colour.Rgb(0x1B3A63);
    private static readonly Colour KeyTint = Colour.Grey(0.91);
    private static readonly Colour MarkTint = Colour.Rgb(0xFBF0C4);

    /// <param name="owner">The element that the words belong to; null for artifacts.</param>
    public ImmutableArray<ParagraphPiece> Set(ImmutableArray<Inline> inlines, StructureElement? owner, TextStyle style)
    {
        var pieces = ImmutableArray.CreateBuilder<ParagraphPiece>();
        SetAll(inlines, new Dress(owner, style, null, owner?.Language == English.Tag), pieces);
        return pieces.DrainToImmutable();
    }

    /// <summary>What words wear at a place in the tree.</summary>
    /// <param name="IsEnglish">All of the paragraph is, and says so.</param>
    private readonly record struct Dress(StructureElement? Owner, TextStyle Style, LinkTarget? Link, bool IsEnglish)
    {
        public Dress In(StructureRole role) => In(new StructureElement(role));

        public Dress In(StructureElement element) => this with { Owner = Owner?.Add(element) };

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
            case Text t: AddProse(t, dress, pieces); break;
            case Emphasis e: SetAll(e.Inlines, dress.With(Emphasised(style)), pieces); break;
            case Strong s: SetAll(s.Inlines, dress.With(style with { IsBold = true }), pieces); break;
            case Strike s: SetAll(s.Inlines, dress.With(style with { IsStruck = true }), pieces); break;
            case Underline u: SetAll(u.Inlines, dress.With(style with { IsUnderlined = true }), pieces); break;
            case Mark m: SetAll(m.Inlines, dress.With(style with { Background = MarkTint }), pieces); break;
            case Script s: SetAll(s.Inlines, dress.With(Shifted(style, s.IsSuper)), pieces); break;
            case Code c: AddText(c, c.Value, dress.In(StructureRole.Code).With(CodeOf(style)), pieces); break;
            case Keyboard k: AddText(k, k.Value, dress.With(CodeOf(style) with { Background = KeyTint }), pieces); break;
            case Books.Model.Math m: pieces.AddRange(FormulaSetter.Inline(m, dress.Owner, style, chapter)); break;
            case Link l: SetLink(l, dress, pieces); break;
            case Ruby r: SetRuby(r, dress, pieces); break;
            case Image i: pieces.Add(Linked(FigureSetter.Inline(i, dress.Owner, chapter), i, dress)); break;
            case Note n: pieces.AddRange(NoteSetter.Call(n, dress.Owner, style, chapter)); break;
            case Anchor a: pieces.Add(new AnchorPiece(a.Id)); break;
            case LineBreak: pieces.Add(new BreakPiece()); break;
            default: throw new UnreachableException();
        }
    }

    /// <summary>English inside Chinese has an element of its own, which names the language.</summary>
    private static void AddProse(Text text, Dress dress, ImmutableArray<ParagraphPiece>.Builder pieces)
    {
        if (dress.IsEnglish || dress.Owner is null)
        {
            AddText(text, text.Value, dress, pieces);
            return;
        }

        var at = text.At;
        foreach (var (words, isEnglish) in English.Stretches(text.Value))
        {
            AddText(text with { At = at }, words, isEnglish ? dress.In(new StructureElement(StructureRole.Span) { Language = English.Tag }) : dress, pieces);
            at = at.Length >= words.Length ? at with { Start = at.Start + words.Length, Length = at.Length - words.Length } : at;
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

        if (chapter.AddressBehind(link) is { } address)
        {
            // In brackets it is none of the author's words: as a screen reader is told it by the link, it is no part of the text.
            Set(address, address is Text ? dress with { Owner = null } : dress, pieces);
        }
    }

    /// <summary>A picture inside a link can be pressed too.</summary>
    private static BoxPiece Linked(BoxPiece box, Image image, Dress dress) => dress.Link is not { } target
        ? box
        : box with { Items = box.Items.Add(new LinkArea(0, -box.Ascent, dress.Owner, box.Width, box.Ascent, target, image.Alt)) };

    /// <summary>The reading stands above its base, at half its size; in brackets behind a base that is more than words.</summary>
    private void SetRuby(Ruby ruby, Dress dress, ImmutableArray<ParagraphPiece>.Builder pieces)
    {
        var element = dress.Owner?.Add(StructureRole.Ruby);
        var words = ImmutableArray.CreateBuilder<ParagraphPiece>();
        SetAll(ruby.Base, dress with { Owner = element?.Add(StructureRole.RB) }, words);
        var reading = new TextStyle(dress.Style.Family, ReadingScale * dress.Style.Size) { Colour = dress.Style.Colour };
        if (words is not [TextPiece only])
        {
            pieces.AddRange(words);
            AddText(ruby, $"（{ruby.Reading}）", dress with { Owner = element?.Add(StructureRole.RT), Style = reading with { Size = BracketScale * dress.Style.Size } }, pieces);
            return;
        }

        var line = chapter.Lines([new TextPiece(element?.Add(StructureRole.RT), ruby.Reading, reading, ruby.At)], chapter.Style.Paragraph(Unbroken, reading.Size) with { Alignment = Alignment.Left, IsSimple = true });
        pieces.Add(line.IsEmpty ? only : only with { Reading = new Reading(line[0].Items, line[0].Width, reading.Size) });
    }

    /// <summary>楷体, or in the whole book dots under the characters, and italic; inside 楷体, 宋体 again.</summary>
    private TextStyle Emphasised(TextStyle style) => chapter.Style.House.DotsEmphasis
        ? style with { IsDotted = !style.IsDotted, IsItalic = !style.IsItalic }
        : style with { Family = style.Family == FontFamily.Kai ? FontFamily.Serif : FontFamily.Kai, IsItalic = !style.IsItalic };

    private TextStyle CodeOf(TextStyle style) =>
        style with { Family = FontFamily.Mono, Size = style.Size * chapter.Style.InlineCodeScale, IsItalic = false, Kind = TextKind.Code };

    private static TextStyle Shifted(TextStyle style, bool isSuper) => style with
    {
        Size = style.Size * ScriptScale,
        Rise = style.Rise + (style.Size * (isSuper ? 0.38 : -0.14)),
        Kind = TextKind.Script,
    };
}
