using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>A page that is laid out by hand: cover, title page, dedication, colophon.</summary>
internal sealed class Sheet(BookStyle style, ParagraphSetter paragraphs, SourceFile source, DiagnosticBag findings)
{
    private readonly ImmutableArray<PageItem>.Builder _items = ImmutableArray.CreateBuilder<PageItem>();
    private double _bottom;

    public void Add(PageItem item) => _items.Add(item);

    /// <summary>Sets words as a paragraph of their own from a height down, and returns where they end; no words take no room.</summary>
    public double Put(string words, TextStyle text, double left, double top, StructureElement parent, double? measure = null, Alignment alignment = Alignment.Centre, double leading = 1.4) =>
        words.Length == 0 ? top : Put([new TextPiece(parent.Add(StructureRole.P), words, text, Place.Of(source))], text.Size, left, top, measure ?? style.Measure, alignment, leading);

    /// <summary>Sets a paragraph from a height down, and returns where it ends.</summary>
    /// <param name="hang">How far the lines after the first are indented.</param>
    public double Put(ImmutableArray<ParagraphPiece> pieces, double size, double left, double top, double measure, Alignment alignment, double leading, double hang = 0)
    {
        var paragraph = style.Paragraph(measure - hang, size, -hang) with { Alignment = alignment, Hyphenates = false };
        foreach (var line in paragraphs.Set(pieces, paragraph))
        {
            _items.AddRange(line.Items.Select(i => i.MovedBy(left + hang, top + (BookStyle.BodyAscent * size))));
            _bottom = Math.Max(_bottom, top + size);
            top += leading * size;
        }

        return top;
    }

    /// <summary>The finished page; what does not find room on it is reported.</summary>
    /// <param name="name">What messages call the page.</param>
    public Page ToPage(string label, string name)
    {
        if (_bottom > style.Height)
        {
            findings.Add(FlowFindings.SheetTooFull, Place.Of(new SourceFile("book.yml", "")), $"The {name} has more words than find room on it.", "Say less, or take a larger page.");
        }

        return new(style.Width, style.Height, label, _items.DrainToImmutable());
    }
}
