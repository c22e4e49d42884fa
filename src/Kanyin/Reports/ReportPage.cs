using System.Globalization;
using System.Net;
using System.Text;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Reports;

/// <summary>The report as one page of HTML for people: one file, without scripts and without anything from elsewhere.</summary>
internal sealed class ReportPage
{
    /// <summary>So many findings of one kind are shown; report.json has them all.</summary>
    private const int MostOfAKind = 200;

    private readonly StringBuilder _page = new();

    private ReportPage()
    {
    }

    public static void Write(BookReport report, Stream stream)
    {
        var page = new ReportPage();
        page.AddHead(report);
        page.AddCounts(report);
        page.AddFindings("没有印出来的", "稿子里有、成品里没有的，以及原因：", report.Dropped);
        page.AddFindings("检查结果", null, report.Findings);
        page.AddChapters(report);
        page._page.Append("</body>\n</html>\n");
        stream.Write(Encoding.UTF8.GetBytes(page._page.ToString()));
    }

    private void AddHead(BookReport report)
    {
        var title = Escaped(report.Title);
        _page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{title}：出版报告</title>\n<style>\n{Style()}</style>\n</head>\n<body>\n")
            .Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1>\n<p class=\"dim\">出版报告 · 章节的先后取自 {Escaped(report.Order)}{(report.OrderFile is { } file ? $"，<code>{Escaped(file)}</code>" : "")}</p>\n");
    }

    private void AddCounts(BookReport report)
    {
        var (written, pdf, epub) = (report.Written, report.Pdf, report.Epub);
        _page.Append(CultureInfo.InvariantCulture, $"<p>{Number(written.Chapters)} 章，{Number(written.Characters)} 字。{Lost(written)}</p>\n")
            .Append("<div class=\"wide\"><table>\n<tr><th></th><th class=\"number\">原稿</th><th class=\"number\">PDF</th><th class=\"number\">EPUB</th></tr>\n");
        AddRow("汉字", written.Han, pdf?.Han, epub?.Han, written.Han);
        AddRow("图片", written.Pictures, pdf?.Pictures, epub?.Pictures);
        AddRow("链接", written.InternalLinks + written.ExternalLinks, pdf?.Links, epub?.Links);
        AddRow("脚注", written.Notes, pdf?.Notes, epub?.Notes);
        _page.Append("</table></div>\n<p class=\"dim\">原稿的汉字直接从 Markdown 文件里数，不算注释、地址和 HTML 标签；成品的汉字是从文件里读回来、原稿里也有的。成品的图片连封面在内，PDF 的还有缺图处的方框。</p>\n");
    }

    private static string Lost(BookReport.SourceCounts written)
    {
        var lost = new[] { (written.Missing, "章没有文件"), (written.Lost, "张图片没有印"), (written.BrokenLinks, "个链接断了") }.Where(l => l.Item1 > 0).Select(l => $"{Number(l.Item1)} {l.Item2}").ToList();
        return lost.Count == 0 ? "" : $"<span class=\"warning\">{string.Join("，", lost)}。</span>";
    }

    private void AddRow(string name, long written, long? pdf, long? epub, long? whole = null) =>
        _page.Append(CultureInfo.InvariantCulture, $"<tr><td>{name}</td><td class=\"number\">{Number(written)}</td><td class=\"number\">{Cell(pdf, whole)}</td><td class=\"number\">{Cell(epub, whole)}</td></tr>\n");

    private static string Cell(long? count, long? whole) =>
        count is not { } number ? "<span class=\"dim\">没有</span>" : whole is > 0 ? $"{Number(number)}（{Share(number, whole.Value)}）" : Number(number);

    private void AddFindings(string title, string? lead, IReadOnlyList<BookReport.FindingLine> findings)
    {
        _page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n");
        if (findings.Count == 0)
        {
            _page.Append("<p class=\"dim\">没有。</p>\n");
            return;
        }

        _page.Append(lead is null ? "" : $"<p>{lead}</p>\n");
        foreach (var kind in findings.GroupBy(f => (f.Id, f.Severity, f.Rule)).OrderByDescending(k => k.Key.Severity).ThenBy(k => k.Key.Id, StringComparer.Ordinal))
        {
            _page.Append(CultureInfo.InvariantCulture, $"<details>\n<summary><code>{kind.Key.Id}</code> <span class=\"{TextReport.Word(kind.Key.Severity)}\">{Word(kind.Key.Severity)}</span> {Escaped(kind.Key.Rule)} <span class=\"dim\">× {Number(kind.Count())}</span></summary>\n<ul>\n");
            foreach (var f in kind.Take(MostOfAKind))
            {
                _page.Append(CultureInfo.InvariantCulture, $"<li><code>{Escaped(f.File)}:{f.Line}:{f.Column}</code> {Escaped(f.Message)}{(f.Hint is null ? "" : $" <span class=\"dim\">{Escaped(f.Hint)}</span>")}</li>\n");
            }

            _page.Append(kind.Count() > MostOfAKind ? "<li class=\"dim\">其余的在 report.json 里。</li>\n" : "").Append("</ul>\n</details>\n");
        }
    }

    private void AddChapters(BookReport report)
    {
        _page.Append("<h2>章节</h2>\n<div class=\"wide\"><table>\n<tr><th>标题</th><th>文件</th><th class=\"number\">汉字</th><th class=\"number\">读到</th></tr>\n");
        foreach (var c in report.Chapters)
        {
            _page.Append(c.Part is null ? "" : $"<tr><td colspan=\"4\"><strong>{Escaped(c.Part)}</strong></td></tr>\n")
                .Append(CultureInfo.InvariantCulture, $"<tr><td>{new string('　', c.Depth)}{Escaped(c.Title)}</td><td><code>{Escaped(c.File)}</code></td><td class=\"number\">{Number(c.Written)}</td><td class=\"number\">{(c.Written == 0 ? "" : Share(c.Read, c.Written))}</td></tr>\n");
        }

        _page.Append("</table></div>\n");
    }

    private static string Style()
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "警告",
        _ => "提示",
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Rounded down, so that only all is 100 %.</summary>
    private static string Share(long part, long whole) => (Math.Floor(part * 10_000m / whole) / 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
