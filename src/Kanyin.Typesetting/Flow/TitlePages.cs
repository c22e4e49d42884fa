using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>Cover, title page and the facts on its back.</summary>
internal sealed class TitlePages(Book book, BookStyle style, ParagraphSetter paragraphs, SourceFile source)
{
    /// <summary>A cover picture may lose this share to the trim; beyond it, it stands whole on white.</summary>
    private const double MostTrim = 0.15;
    private static readonly Colour Paper = Colour.Rgb(0xF5F1E8);
    private static readonly Colour Ink = Colour.Rgb(0x22303C);
    private static readonly Colour Accent = Colour.Rgb(0x9C2B20);

    private readonly BookMetadata _facts = book.Metadata;

    public Page Cover(StructureElement parent) => new(style.Width, style.Height, "", book.Cover is { PixelWidth: > 0, PixelHeight: > 0, Format: not (PictureFormat.Svg or PictureFormat.Unknown) } picture
        ? [PictureOn(picture, parent)]
        : Drawn(parent));

    public Page TitlePage(StructureElement parent)
    {
        var left = style.Left(1);
        var section = parent.Add(StructureRole.Sect);
        var page = new Sheet();
        var (head, tail) = SplitTitle();
        var y = 0.24 * style.Height;
        y = Put(page, head, Sans(TitleSize(head, style.Measure, 30)), left, y, section);
        y = Put(page, tail, Sans(16), left, y + 4, section);
        y = Put(page, _facts.Subtitle ?? "", Serif(14), left, y + 10, section);
        Put(page, Authors(), Kai(14), left, Math.Max(y + 50, 0.5 * style.Height), section);
        Put(page, _facts.Publisher ?? "", Serif(12), left, style.Height - style.Bottom - 40, section);
        return new Page(style.Width, style.Height, RomanNumeral.Of(1), page.ToImmutable());
    }

    /// <summary>The facts of the edition at the foot of the page; an empty page when there are none.</summary>
    public Page RightsPage(StructureElement parent)
    {
        var page = new Sheet();
        var facts = Facts().ToList();
        if (facts.Count > 0)
        {
            var section = parent.Add(StructureRole.Sect);
            var pitch = 1.7 * style.Small;
            var left = style.Left(2);
            var lines = facts.SelectMany(f => Fact(f.Label, f.Value, section)).ToList();
            var y = style.Height - style.Bottom - (lines.Count * pitch);
            page.Add(new Rule(left, y - pitch, null, style.Measure, 0.5, Colour.Black));
            foreach (var line in lines)
            {
                page.AddRange(line.Items.Select(i => i.MovedBy(left, y + style.Small)));
                y += pitch;
            }
        }

        return new Page(style.Width, style.Height, RomanNumeral.Of(2), page.ToImmutable());
    }

    private ImageBox PictureOn(Picture picture, StructureElement parent)
    {
        var element = parent.Add(new StructureElement(StructureRole.Figure) { Alt = _facts.Title });
        var (across, down) = (style.Width / picture.PixelWidth, style.Height / picture.PixelHeight);
        var fill = Math.Max(across, down);
        var fit = Math.Min(across, down);
        var factor = fit / fill >= 1 - MostTrim ? fill : fit;
        var (width, height) = (picture.PixelWidth * factor, picture.PixelHeight * factor);
        return new ImageBox((style.Width - width) / 2, (style.Height - height) / 2, element, width, height, picture);
    }

    /// <summary>Paper, a thick and a thin rule (文武线) at the spine, the title from the upper third.</summary>
    private ImmutableArray<PageItem> Drawn(StructureElement parent)
    {
        var (w, h) = (style.Width, style.Height);
        var section = parent.Add(StructureRole.Sect);
        var page = new Sheet();
        page.Add(new Rule(0, 0, null, w, h, Paper));
        page.Add(new Rule(0, 0, null, 0.085 * w, h, Ink));
        page.Add(new Rule(0.095 * w, 0, null, 0.75, h, Ink));
        var left = 0.19 * w;
        var measure = 0.7 * w;
        page.Add(new Rule(left, 0.2 * h, null, 0.1 * w, 3, Accent));

        var (head, tail) = SplitTitle();
        var y = (0.2 * h) + 26;
        y = Put(page, head, Sans(TitleSize(head, measure, 0.105 * w)) with { Colour = Ink }, left, y, section, measure, Alignment.Left);
        y = Put(page, tail, Sans(TitleSize(tail, measure, 0.05 * w)) with { IsBold = false, Colour = Ink }, left, y + 8, section, measure, Alignment.Left);
        Put(page, _facts.Subtitle ?? "", Serif(0.032 * w) with { Colour = Ink }, left, y + 14, section, measure, Alignment.Left);

        var bottom = 0.86 * h;
        var authors = Authors();
        Put(page, authors, Kai(0.034 * w) with { Colour = Ink }, left, bottom - (authors.Length > 0 ? 30 : 0), section, measure, Alignment.Left);
        var edition = string.Join("　", new[] { _facts.Publisher, Date() }.OfType<string>());
        if (authors.Length + edition.Length > 0)
        {
            page.Add(new Rule(left, bottom, null, measure, 0.5, Ink));
        }

        Put(page, edition, Serif(0.026 * w) with { Colour = Ink }, left, bottom + 8, section, measure, Alignment.Left);
        return page.ToImmutable();
    }

    private sealed class Sheet
    {
        private readonly ImmutableArray<PageItem>.Builder _items = ImmutableArray.CreateBuilder<PageItem>();

        public void Add(PageItem item) => _items.Add(item);

        public void AddRange(IEnumerable<PageItem> items) => _items.AddRange(items);

        public ImmutableArray<PageItem> ToImmutable() => _items.ToImmutable();
    }

    /// <summary>Sets words from a height down and returns where they end.</summary>
    private double Put(Sheet page, string words, TextStyle text, double left, double top, StructureElement parent, double? measure = null, Alignment alignment = Alignment.Centre)
    {
        if (words.Length == 0)
        {
            return top;
        }

        var paragraph = style.Paragraph(measure ?? style.Measure, text.Size) with { Alignment = alignment, Hyphenates = false };
        var lines = paragraphs.Set([new TextPiece(parent.Add(StructureRole.P), words, text, Place.Of(source))], paragraph);
        foreach (var line in lines)
        {
            page.AddRange(line.Items.Select(i => i.MovedBy(left, top + (BookStyle.BodyAscent * text.Size))));
            top += 1.4 * text.Size;
        }

        return top;
    }

    /// <summary>“大模型：从理论到实践” is set as a title over a smaller line, without the colon.</summary>
    private (string Head, string Tail) SplitTitle()
    {
        var at = _facts.Title.IndexOfAny(['：', ':']);
        return _facts.Subtitle is null && at is > 0 and <= 16 && at < _facts.Title.Length - 1
            ? (_facts.Title[..at].Trim(), _facts.Title[(at + 1)..].Trim())
            : (_facts.Title, "");
    }

    /// <summary>The wanted size; a little less when that saves a line; at any rate what puts the words on three lines.</summary>
    private static double TitleSize(string words, double measure, double wanted)
    {
        var ems = words.Sum(c => c < 0x2E80 ? 0.58 : 1);
        var oneLine = measure / ems;
        return oneLine >= wanted ? wanted : oneLine >= 0.62 * wanted ? oneLine : Math.Clamp(2.7 * measure / (ems + 4), Math.Min(14, wanted), wanted);
    }

    private IEnumerable<(string Label, string Value)> Facts()
    {
        if (_facts.Authors.IsEmpty && _facts.Publisher is null && _facts.Date is null && _facts.Rights is null)
        {
            yield break;
        }

        yield return ("书名", _facts.Subtitle is { } subtitle ? $"{_facts.Title}：{subtitle}" : _facts.Title);
        if (!_facts.Authors.IsEmpty)
        {
            yield return ("作者", Authors());
        }

        if (_facts.Publisher is { } publisher)
        {
            yield return ("出版", publisher);
        }

        if (Date() is { } date)
        {
            yield return ("版次", date);
        }

        if (_facts.Rights is { } rights)
        {
            yield return ("版权", rights);
        }
    }

    private IEnumerable<Line> Fact(string label, string value, StructureElement section)
    {
        var element = section.Add(StructureRole.P);
        var size = style.Small;
        var text = Serif(size);
        var place = Place.Of(source);
        var indent = 3 * size;
        return paragraphs.Set(
            [new TextPiece(element, label, text with { Family = FontFamily.Sans }, place), new SpacePiece(element, size, " "), new TextPiece(element, value, text, place)],
            style.Paragraph(style.Measure - indent, size, -indent) with { Alignment = Alignment.Left, Hyphenates = false }).Select(l => l.MovedBy(indent));
    }

    private string Authors() => string.Join("　", _facts.Authors);

    private string? Date() => _facts.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月") : null;

    private static TextStyle Sans(double size) => new(FontFamily.Sans, size, IsBold: true);

    private static TextStyle Serif(double size) => new(FontFamily.Serif, size);

    private static TextStyle Kai(double size) => new(FontFamily.Kai, size);
}
