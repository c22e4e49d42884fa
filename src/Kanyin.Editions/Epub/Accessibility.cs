using Kanyin.Books.Model;
using Math = Kanyin.Books.Model.Math;

namespace Kanyin.Editions.Epub;

/// <summary>What the book offers to readers who do not see it (EPUB Accessibility 1.1, 2.2), computed from what it really holds.</summary>
/// <param name="Conforms">Nothing in it is known to fail WCAG 2.1 AA: every picture has words, none moves, and every formula has its reading.</param>
internal sealed record Accessibility(IReadOnlyList<(string Name, string Value)> Properties, bool Conforms)
{
    public static Accessibility Of(Book book, Volume volume)
    {
        var inlines = book.Chapters.SelectMany(c => c.AllInlines()).ToList();
        var images = inlines.OfType<Image>().Where(i => volume.Pictures.Find(i) is not null).ToList();
        var facts = new Facts(
            HasPictures: images.Count > 0,
            AllHaveWords: images.All(i => !string.IsNullOrWhiteSpace(i.Alt)),
            MayMove: images.Any(i => i.Picture!.Format == PictureFormat.Gif),
            FormulasAreDrawn: volume.Formulas is not null,
            HasFormulas: inlines.OfType<Math>().Any() || book.Chapters.SelectMany(c => c.AllBlocks()).OfType<MathBlock>().Any(),
            HasReadings: inlines.OfType<Ruby>().Any(),
            HasPages: volume.Pages.Landed.Count > 0);
        return new Accessibility([.. Modes(facts), .. Features(facts).Select(f => ("schema:accessibilityFeature", f)), .. Words(facts)], facts is { AllHaveWords: true, MayMove: false });
    }

    private static IEnumerable<(string, string)> Modes(Facts facts)
    {
        yield return ("schema:accessMode", "textual");
        if (facts.HasPictures)
        {
            yield return ("schema:accessMode", "visual");
            yield return ("schema:accessModeSufficient", "textual,visual");
        }

        if (facts is { HasFormulas: true, FormulasAreDrawn: true })
        {
            yield return ("schema:accessMode", "mathOnVisual");
        }

        if (facts.AllHaveWords)
        {
            yield return ("schema:accessModeSufficient", "textual");
        }
    }

    private static IEnumerable<string> Features(Facts facts) =>
    [
        "structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "unlocked",
        .. facts.HasPages ? ["pageBreakMarkers", "pageNavigation"] : Array.Empty<string>(),
        .. facts is { HasPictures: true, AllHaveWords: true } ? ["alternativeText"] : Array.Empty<string>(),
        .. facts.HasFormulas ? [facts.FormulasAreDrawn ? "describedMath" : "MathML"] : Array.Empty<string>(),
        .. facts.HasReadings ? ["rubyAnnotations"] : Array.Empty<string>(),
    ];

    private static IEnumerable<(string, string)> Words(Facts facts) =>
    [
        ("schema:accessibilityHazard", facts.MayMove ? "unknown" : "none"),
        ("schema:accessibilitySummary", Summary(facts)),
    ];

    private static string Summary(Facts facts) =>
        "全书为可重排文本，有目录和标题结构。"
        + (facts.HasPages ? "标有印刷版的页码。" : "")
        + (!facts.HasPictures ? "书中没有图片。" : facts.AllHaveWords ? "图片均有替代文字。" : "部分图片没有替代文字。")
        + (!facts.HasFormulas ? "" : facts.FormulasAreDrawn ? "公式为矢量图，附读法。" : "公式为 MathML，附读法和 TeX。")
        + (facts.HasReadings ? "部分字词注有读音。" : "");

    private sealed record Facts(bool HasPictures, bool AllHaveWords, bool MayMove, bool FormulasAreDrawn, bool HasFormulas, bool HasReadings, bool HasPages);
}
