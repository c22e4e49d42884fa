using Kanyin.Books.Diagnostics;
using Xunit;

namespace Kanyin.Tests.EpubCheck;

/// <summary>Books of EPUB 2, which are XHTML 1.1 and have an NCX and no navigation document. The verdicts are EPUBCheck's.</summary>
public sealed class Epub2Tests
{
    private const string Page = """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="zh"><head><title>甲</title></head><body>{0}</body></html>
        """;

    [Theory]
    [InlineData("<p>a&nbsp;&mdash;&eacute;&pi;b</p>")]
    [InlineData("<div>a</div>")]
    [InlineData("<table summary=\"x\" border=\"1\" cellpadding=\"2\"><tr><td align=\"left\">a</td></tr></table>")]
    [InlineData("<div><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><rect width=\"1\" height=\"1\"/></svg></div>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><rect width=\"1\" height=\"1\"/></svg>")]
    [InlineData("<p lang=\"en\">a</p>")]
    [InlineData("<del><p>a</p></del>")]
    [InlineData("<p>a</p><script type=\"text/javascript\">1</script>")]
    [InlineData("<pre><sub>a</sub></pre>")]
    [InlineData("<pre><img src=\"images/cover.png\" alt=\"\"/></pre>")]
    [InlineData("<dl><dt>a</dt><dd><p>b</p></dd></dl>")]
    [InlineData("<p><a href=\"c2.xhtml\" target=\"_blank\">a</a></p>")]
    [InlineData("<p><object data=\"images/cover.png\" type=\"image/png\"><span>x</span></object></p>")]
    [InlineData("<p><big>a</big></p>")]
    public void These_bodies_are_valid(string body) => Assert.True(IsValid(Book(body)));

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/xhtml+xml; charset=utf-8")]
    [InlineData("text/html")]
    public void A_head_may_name_any_type(string type)
    {
        var book = Book("<p>a</p>");
        book["EPUB/c1.xhtml"] = book["EPUB/c1.xhtml"].Replace("<title>", $"<meta http-equiv=\"Content-Type\" content=\"{type}\"/><title>", StringComparison.Ordinal);
        Assert.True(IsValid(book));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("<blockquote>a</blockquote>")]
    [InlineData("<section><p>a</p></section>")]
    [InlineData("<p><img src=\"images/cover.png\"/></p>")]
    [InlineData("<p align=\"center\">a</p>")]
    [InlineData("<p id=\"1\">a</p>")]
    [InlineData("<p data-x=\"1\">a</p>")]
    [InlineData("<ul></ul>")]
    [InlineData("<center>a</center>")]
    [InlineData("<p><u>a</u></p>")]
    [InlineData("<p><a name=\"x\" id=\"x\">a</a></p>")]
    [InlineData("<p><font>a</font></p>")]
    [InlineData("<p>a<br clear=\"all\"/></p>")]
    [InlineData("<p><a href=\"c2.xhtml\">a<span><a href=\"c2.xhtml\">b</a></span></a></p>")]
    [InlineData("<img src=\"images/cover.png\" alt=\"\"/>")]
    [InlineData("<aside>a</aside>")]
    [InlineData("<p xmlns:epub=\"http://www.idpf.org/2007/ops\" epub:type=\"x\">a</p>")]
    [InlineData("<p><a href=\"c3.xhtml\">a</a></p>")]
    [InlineData("<p><a href=\"c2.xhtml#zz\">a</a></p>")]
    [InlineData("<p><img src=\"https://e.org/a.png\" alt=\"\"/></p>")]
    [InlineData("")]
    [InlineData("<dl><dt><p>a</p></dt></dl>")]
    [InlineData("<table><tr><td>a</td></tr><caption>x</caption></table>")]
    [InlineData("<table><tbody><tr><td>a</td></tr></tbody><tfoot><tr><td>a</td></tr></tfoot></table>")]
    [InlineData("<ol start=\"3\"><li>a</li></ol>")]
    [InlineData("<ol><li value=\"3\">a</li></ol>")]
    [InlineData("<iframe src=\"c2.xhtml\"></iframe>")]
    [InlineData("<table><tr><td width=\"3\">a</td></tr></table>")]
    [InlineData("<table><tr><td nowrap=\"nowrap\">a</td></tr></table>")]
    [InlineData("<hr width=\"3\"/>")]
    [InlineData("<p><ruby><rb>a</rb><rt>b</rt></ruby></p>")]
    [InlineData("<p><ruby>a<rt>b</rt></ruby></p>")]
    [InlineData("<form action=\"x\"><p><input type=\"text\"/></p></form>")]
    [InlineData("<p><s>a</s></p>")]
    [InlineData("<p role=\"x\">a</p>")]
    [InlineData("<p id=\"a\">a</p><p id=\"a\">b</p>")]
    [InlineData("<p><map id=\"m\" name=\"m\"><area href=\"c2.xhtml\" alt=\"x\"/></map></p>")]
    [InlineData("<p><a href=\"http://e.org/a b\">a</a></p>")]
    [InlineData("<p>a & b</p>")]
    public void These_bodies_are_invalid(string body) => Assert.False(IsValid(Book(body)));

    [Theory]
    [InlineData("package.opf", " toc=\"ncx\"", "")]
    [InlineData("package.opf", "opf:role=\"aut\"", "opf:role=\"author\"")]
    [InlineData("package.opf", "<dc:title>甲</dc:title>", "")]
    [InlineData("package.opf", "2020-01-01", "Jan")]
    [InlineData("package.opf", "<item id=\"c1\"", "<item properties=\"svg\" id=\"c1\"")]
    [InlineData("package.opf", "<itemref idref=\"c2\"/>", "")]
    [InlineData("package.opf", "href=\"c1.xhtml\"/></guide>", "href=\"c9.xhtml\"/></guide>")]
    [InlineData("toc.ncx", "0f9c", "1f9c")]
    [InlineData("toc.ncx", "id=\"b\"", "id=\"a\"")]
    [InlineData("toc.ncx", "#x", "#y")]
    public void A_package_with_one_fault_is_invalid(string file, string old, string with)
    {
        var book = Book("<p>乙</p>");
        book.Replace("EPUB/" + file, old, with);
        Assert.False(IsValid(book));
    }

    private static bool IsValid(TestEpub book) => !book.Check().Any(f => f.Kind.Severity == Severity.Error);

    private static TestEpub Book(string body)
    {
        var book = new TestEpub
        {
            ["EPUB/c1.xhtml"] = Page.Replace("{0}", body, StringComparison.Ordinal),
            ["EPUB/c2.xhtml"] = Page.Replace("{0}", "<h1 id=\"x\">乙</h1><p><img src=\"images/cover.png\" alt=\"\"/></p>", StringComparison.Ordinal),
            ["EPUB/package.opf"] = """
                <?xml version="1.0"?>
                <package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="u">
                <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
                <dc:identifier id="u" opf:scheme="UUID">urn:uuid:0f9c3a3e-6b1f-5d0a-9a53-0a6d5d6c1e01</dc:identifier>
                <dc:title>甲</dc:title><dc:language>zh</dc:language><dc:creator opf:role="aut" opf:file-as="Jia">甲</dc:creator><dc:date>2020-01-01</dc:date>
                </metadata>
                <manifest>
                <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
                <item id="c1" href="c1.xhtml" media-type="application/xhtml+xml"/>
                <item id="c2" href="c2.xhtml" media-type="application/xhtml+xml"/>
                <item id="img" href="images/cover.png" media-type="image/png"/>
                </manifest>
                <spine toc="ncx"><itemref idref="c1"/><itemref idref="c2"/></spine>
                <guide><reference type="text" title="正文" href="c1.xhtml"/></guide>
                </package>
                """,
            ["EPUB/toc.ncx"] = """
                <?xml version="1.0"?>
                <!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
                <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
                <head><meta name="dtb:uid" content="urn:uuid:0f9c3a3e-6b1f-5d0a-9a53-0a6d5d6c1e01"/></head>
                <docTitle><text>甲</text></docTitle>
                <navMap>
                <navPoint id="a" playOrder="1"><navLabel><text>一</text></navLabel><content src="c1.xhtml"/></navPoint>
                <navPoint id="b" playOrder="2"><navLabel><text>二</text></navLabel><content src="c2.xhtml#x"/></navPoint>
                </navMap>
                </ncx>
                """,
        };
        foreach (var file in new[] { "nav.xhtml", "text/cover.xhtml", "text/ch001.xhtml", "text/ch002.xhtml", "styles/book.css" })
        {
            book.Remove("EPUB/" + file);
        }

        return book;
    }
}
