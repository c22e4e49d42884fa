using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>What the book offers to readers who do not see it (EPUB Accessibility 1.1, 2.2), computed from what it really holds.</summary>
internal sealed record Accessibility(IReadOnlyList<(string Name, string Value)> Properties)
{
    public static Accessibility Of(Book book, Volume volume)
    {
        var images = book.Chapters.SelectMany(c => c.AllInlines()).OfType<Image>().Where(i => volume.Pictures.Find(i) is not null).ToList();
        var hasPictures = images.Count > 0;
        var allHaveWords = images.All(i => !string.IsNullOrWhiteSpace(i.Alt));
        var mayMove = images.Any(i => i.Picture!.Format == PictureFormat.Gif);
        List<(string, string)> properties = [("schema:accessMode", "textual")];
        if (hasPictures)
        {
            properties.Add(("schema:accessMode", "visual"));
            properties.Add(("schema:accessModeSufficient", "textual,visual"));
        }

        if (allHaveWords)
        {
            properties.Add(("schema:accessModeSufficient", "textual"));
        }

        foreach (var feature in (string[])["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "unlocked"])
        {
            properties.Add(("schema:accessibilityFeature", feature));
        }

        if (volume.Pages.Landed.Count > 0)
        {
            properties.Add(("schema:accessibilityFeature", "pageBreakMarkers"));
            properties.Add(("schema:accessibilityFeature", "pageNavigation"));
        }

        if (hasPictures && allHaveWords)
        {
            properties.Add(("schema:accessibilityFeature", "alternativeText"));
        }

        properties.Add(("schema:accessibilityHazard", mayMove ? "unknown" : "none"));
        properties.Add(("schema:accessibilitySummary", Summary(hasPictures, allHaveWords)));
        return new Accessibility(properties);
    }

    private static string Summary(bool hasPictures, bool allHaveWords) =>
        "全书为可重排文本，有目录和标题结构。" + (!hasPictures ? "书中没有图片。" : allHaveWords ? "图片均有替代文字。" : "部分图片没有替代文字。");
}
