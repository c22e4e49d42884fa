using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Kanyin.Releases;

/// <summary>
/// The page from which readers fetch the books of a release: one file of HTML beside the files that it links to, without scripts and
/// without anything from elsewhere.
/// </summary>
public sealed class DownloadPage
{
    /// <summary>More lines of contents than this would hide the next book.</summary>
    private const int MostLines = 60;

    private static readonly (string End, string Name)[] Editions = [(".pdf", "PDF，在屏幕上读"), ("-print.pdf", "PDF，印刷用"), (".epub", "EPUB，各种阅读器"), ("-kindle.epub", "EPUB，Kindle")];

    private readonly string _release;
    private readonly string _version;
    private readonly SortedSet<string> _linked = new(StringComparer.Ordinal) { ReleasedFile.Sums };

    private DownloadPage(string release) => (_release, _version) = (release, Path.GetFileName(release));

    /// <summary>Writes index.html and what it needs; what was in the folder before is gone. Throws <see cref="RefusedException"/> where there is no whole release.</summary>
    /// <param name="release">The folder of the release, called by its version.</param>
    public static void Write(string release, string folder)
    {
        var page = new DownloadPage(Path.TrimEndingDirectorySeparator(Path.GetFullPath(release)));
        var text = page.Text();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var file in page._linked)
        {
            File.Copy(Path.Combine(page._release, file), Path.Combine(folder, file));
        }

        EditionFile.Write(Path.Combine(folder, "index.html"), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private string Text()
    {
        var files = ReleasedFile.In(_release);
        var books = files.Where(f => f.Name.EndsWith($"-{_version}.epub", StringComparison.Ordinal)).Select(f => ReleasedBook.Read(Path.Combine(_release, f.Name), _version, files)).ToList();
        if (books.Count == 0)
        {
            throw new RefusedException($"{_release} has no book whose files end in -{_version}.epub.");
        }

        var title = string.Concat(books.Select(b => $"《{b.Title}》"));
        using var style = new StreamReader(typeof(DownloadPage).Assembly.GetManifestResourceStream("downloads.css")!);
        return $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"/>
            {new XElement("title", title)}
            {new XElement("meta", new XAttribute("name", "description"), new XAttribute("content", $"{title}的 PDF 和 EPUB"))}
            <style>
            {style.ReadToEnd()}</style>
            </head>
            <body>
            <main>
            {string.Join('\n', books.Select(b => Article(b).ToString(SaveOptions.DisableFormatting)))}
            </main>
            {Footer().ToString(SaveOptions.DisableFormatting)}
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private XElement Article(ReleasedBook book) => new(
        "article",
        new XAttribute("id", book.Name),
        book.Pages.Length == 0 ? null : new XElement("img", new XAttribute("class", "cover"), new XAttribute("src", Link(book.Pages[0])), new XAttribute("alt", $"《{book.Title}》的封面")),
        new XElement(
            "div",
            new XElement("h1", book.Title),
            Paragraph("subtitle", book.Subtitle),
            Paragraph("authors", string.Join("　", book.Authors)),
            Paragraph("description", book.Description),
            Paragraph("version", $"第 {_version} 版{Day(book.Date)}"),
            new XElement("ul", new XAttribute("class", "editions"), Editions.Select(e => (e.Name, File: book.File(_version, e.End))).Where(e => e.File is not null).Select(e => Edition(e.Name, e.File!)))),
        Leaves(book),
        Contents(book));

    private XElement Edition(string name, ReleasedFile file) => new(
        "li",
        new XElement("a", new XAttribute("href", Link(file)), new XAttribute("download", ""), name),
        new XElement("span", Size(file.Bytes)),
        new XElement("code", new XAttribute("aria-label", "SHA-256"), file.Sum));

    /// <summary>The pages after the cover, to leaf through.</summary>
    private XElement? Leaves(ReleasedBook book) => book.Pages.Length < 2 ? null : new XElement(
        "section",
        new XElement("h2", "先看几页"),
        new XElement(
            "div",
            new XAttribute("class", "leaves"),
            book.Pages.Skip(1).Select((page, i) => new XElement(
                "a",
                new XAttribute("href", Link(page)),
                new XElement("img", new XAttribute("src", Link(page)), new XAttribute("loading", "lazy"), new XAttribute("alt", $"封面以后的第 {i + 1} 页"))))));

    private XElement? Contents(ReleasedBook book)
    {
        var below = book.Contents.Sum(e => 1 + e.Entries.Length) <= MostLines;
        return book.Contents.Length == 0 ? null : new XElement(
            "details",
            book.Contents.Length <= MostLines ? new XAttribute("open", "") : null,
            new XElement("summary", new XElement("h2", "目录")),
            new XElement("ol", book.Contents.Select(e => new XElement("li", e.Title, below && e.Entries.Length > 0 ? new XElement("ol", e.Entries.Select(i => new XElement("li", i.Title))) : null))),
            book.File(_version, "-report.html") is { } report ? new XElement("p", "每一章有多少字，成品与原稿对照的结果，见", new XElement("a", new XAttribute("href", Link(report)), "出版报告"), "。") : null);
    }

    private static XElement Footer() => new(
        "footer",
        new XElement("h2", "怎样核对"),
        new XElement("p", "每个文件下面的一行数字和字母，是它的 SHA-256 校验和。全部的校验和在 ", new XElement("a", new XAttribute("href", ReleasedFile.Sums), new XAttribute("download", ""), ReleasedFile.Sums), " 里。把它和下载的文件放进同一个文件夹，在那里运行："),
        new XElement("pre", new XElement("code", "sha256sum --check --ignore-missing SHA256SUMS")),
        new XElement("p", "每个文件都报 OK，就与发布的一字节不差。同一份稿子用同一版的刊印再出版一遍，得到的校验和也相同。"));

    private static XElement? Paragraph(string kind, string? text) => string.IsNullOrEmpty(text) ? null : new XElement("p", new XAttribute("class", kind), text);

    /// <summary>The address of a file, which is then copied beside the page.</summary>
    private string Link(ReleasedFile file)
    {
        _linked.Add(file.Name);
        return Uri.EscapeDataString(file.Name);
    }

    private static string Day(string? date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? string.Create(CultureInfo.InvariantCulture, $"，{day.Year} 年 {day.Month} 月 {day.Day} 日")
        : "";

    /// <summary>As shops give it, by thousands, rounded up.</summary>
    private static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 1_000.0)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 100_000.0) / 10:0.0} MB");
}
