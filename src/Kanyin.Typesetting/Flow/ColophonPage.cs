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

/// <summary>版权页: the facts of the edition between two rules at the foot of the page, the rights below them.</summary>
internal sealed class ColophonPage(Book book, BookStyle style, ParagraphSetter paragraphs, SourceFile source, DiagnosticBag findings)
{
    private const double Leading = 1.65;

    /// <summary>Labels of two and three Han are spread to the width of four.</summary>
    private const int LabelWidth = 4;

    /// <summary>The families of fonts/ by what their files' names begin with: all under the SIL Open Font License 1.1.</summary>
    private static readonly ImmutableArray<(string File, string Name)> Families =
    [
        ("NotoSerifSC", "Noto Serif SC"), ("NotoSansSC", "Noto Sans SC"), ("LXGWWenKai", "霞鹜文楷"), ("SourceSerif4", "Source Serif 4"),
        ("Inconsolata", "Inconsolata"), ("NotoSansSymbols2", "Noto Sans Symbols 2"), ("NotoEmoji", "Noto Emoji"),
    ];

    private readonly BookMetadata _facts = book.Metadata;

    public bool IsWanted => ColophonFact.AreKnownOf(_facts);

    /// <param name="pages">All pages of the book; this one only where its place is kept.</param>
    public Page Set(int number, string label, IReadOnlyCollection<Page> pages, StructureElement section)
    {
        // The height is known only when the lines are set: first on a sheet that is thrown away.
        var height = Put(new Sheet(style, paragraphs, source, findings), 0, number, pages, new StructureElement(StructureRole.Sect));
        var page = new Sheet(style, paragraphs, source, findings);
        page.Add(new DestinationMark(0, 0, OwnPages.Colophon));
        Put(page, Math.Max(style.Top, style.Height - style.Bottom - height), number, pages, section);
        return page.ToPage(label, "colophon");
    }

    private double Put(Sheet page, double y, int number, IReadOnlyCollection<Page> pages, StructureElement section)
    {
        var (left, size) = (style.Left(number), style.Small);
        y = page.Put(Title, new TextStyle(FontFamily.Sans, style.Body, IsBold: true), left, y, section, alignment: Alignment.Left) + (0.4 * size);
        page.Add(new Rule(left, y, null, style.Measure, 0.5, Colour.Black));
        y += 0.6 * size;
        foreach (var (label, value) in Facts(pages))
        {
            var element = section.Add(StructureRole.P);
            y = page.Put([.. Spread(label, element, size), .. Words(value, element, size)], size, left, y, style.Measure, Alignment.Left, Leading, hang: (LabelWidth + 1) * size);
        }

        y += 0.4 * size;
        page.Add(new Rule(left, y, null, style.Measure, 0.5, Colour.Black));
        y += 0.6 * size;
        foreach (var line in Closing(pages))
        {
            y = page.Put(line, new TextStyle(FontFamily.Serif, size), left, y, section, alignment: Alignment.Justified, leading: Leading);
        }

        return y;
    }

    private string Title => _facts.Subtitle is { } subtitle ? $"{_facts.Title}：{subtitle}" : _facts.Title;

    private ImmutableArray<ColophonFact> Facts(IReadOnlyCollection<Page> pages) =>
        ColophonFact.Of(book, Sheets(pages) is { } sheets ? [new("开本", Format), new("印张", sheets)] : [new("开本", Format)]);

    private string Format
    {
        get
        {
            var size = string.Create(CultureInfo.InvariantCulture, $"{Millimetres(style.Width)}×{Millimetres(style.Height)}毫米");
            return style.Leaves is { } leaves ? string.Create(CultureInfo.InvariantCulture, $"{size}　1/{leaves}") : size;
        }
    }

    /// <summary>One 印张 is a side of the sheet: as many pages as the sheet gives leaves. Covers, which have no number, are other paper.</summary>
    private string? Sheets(IReadOnlyCollection<Page> pages) =>
        style.Leaves is { } leaves ? ((double)(pages.Count(p => p.Label.Length > 0) + (book.Design.ColophonStandsAtEnd ? 1 : 0)) / leaves).ToString("0.###", CultureInfo.InvariantCulture) : null;

    private IEnumerable<string> Closing(IReadOnlyCollection<Page> pages)
    {
        if (_facts.Rights is { } rights)
        {
            yield return rights;
        }

        var files = pages.SelectMany(p => p.Items).OfType<GlyphRun>().Select(r => r.Face.Name).ToHashSet(StringComparer.Ordinal);
        var families = Families.Where(f => files.Any(n => n.StartsWith(f.File + "-", StringComparison.Ordinal))).Select(f => f.Name).ToList();
        if (families.Count > 0)
        {
            yield return $"字体：{string.Join("、", families)}，依 SIL Open Font License 1.1 使用。";
        }
    }

    private static double Millimetres(double points) => Math.Round(points / BookStyle.Millimetre, 1);

    private IEnumerable<ParagraphPiece> Spread(string label, StructureElement element, double size)
    {
        var text = new TextStyle(FontFamily.Sans, size);
        var gap = (LabelWidth - label.Length) * size / Math.Max(1, label.Length - 1);
        for (var i = 0; i < label.Length; i++)
        {
            yield return new TextPiece(element, label[i..(i + 1)], text, Place.Of(source));
            yield return i + 1 < label.Length ? new SpacePiece(element, gap, "") : new SpacePiece(element, size, " ");
        }
    }

    private IEnumerable<ParagraphPiece> Words(string value, StructureElement element, double size) =>
        [new TextPiece(element, value, new TextStyle(FontFamily.Serif, size), Place.Of(source))];
}
