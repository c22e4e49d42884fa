using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Epub.SampleBook;

namespace Kanyin.Tests.Epub;

public sealed class EpubEditionTests
{
    private static readonly OpenedEpub _sample = OpenedEpub.Of(Whole);

    [Fact]
    public void Same_book_gives_the_same_bytes() => Assert.Equal(_sample.Bytes, OpenedEpub.Of(Whole).Bytes);

    [Fact]
    public void Mimetype_comes_first_stored_and_without_extra_field() // epub.md 52
    {
        Assert.Equal("mimetype"u8, _sample.Bytes.AsSpan(30, 8));
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(_sample.Bytes.AsSpan(8))); // stored
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(_sample.Bytes.AsSpan(28))); // extra field
        Assert.Equal("application/epub+zip"u8, _sample.Bytes.AsSpan(38, 20));
    }

    [Fact]
    public void File_names_are_ascii() => Assert.All(_sample.Names, n => Assert.True(Ascii.IsValid(n), n)); // epub.md 27

    [Fact]
    public void Every_internal_link_lands()
    {
        var ids = _sample.Names.Where(n => n.EndsWith(".xhtml", StringComparison.Ordinal)).ToDictionary(n => n["EPUB/".Length..], n => Ids(_sample.Xml(n["EPUB/".Length..])));
        foreach (var (file, _) in ids)
        {
            foreach (var href in _sample.Xml(file).Descendants(OpenedEpub.Html + "a").Select(a => a.Attribute("href")!.Value).Where(h => !h.Contains("://", StringComparison.Ordinal)))
            {
                var parts = href.Split('#');
                var folder = file.Contains('/', StringComparison.Ordinal) ? "text/" : "";
                var target = parts[0].Length == 0 ? file : folder + parts[0];
                Assert.True(ids.ContainsKey(target), $"{file}: {href}");
                Assert.True(parts.Length == 1 || ids[target].Contains(parts[1]), $"{file}: {href}");
            }
        }
    }

    [Fact]
    public void Translators_the_ISBN_and_the_dedication_are_in_the_EPUB_too()
    {
        var metadata = Metadata with { Identifier = "x", Contributors = [new("王五", ContributorRole.Translator)], Imprint = Imprint.None with { Isbn = "978-7-000-00000-1" } };
        var epub = OpenedEpub.Of(Whole with { Metadata = metadata, Dedication = "献给祖父\n和茶" });
        var package = epub.Xml("package.opf").ToString();
        Assert.Contains("urn:isbn:9787000000001", package, StringComparison.Ordinal);
        Assert.Contains(">王五</dc:contributor>", package, StringComparison.Ordinal);
        Assert.Contains(">trl</meta>", package, StringComparison.Ordinal);
        Assert.Contains("王五 译", epub.Xml("text/title.xhtml").Value, StringComparison.Ordinal);
        Assert.Equal(["献给祖父", "和茶"], epub.Xml("text/dedication.xhtml").Descendants(OpenedEpub.Html + "p").Select(p => p.Value));
        Assert.Contains("text/dedication.xhtml", package, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "frontmatter")]
    [InlineData(true, "backmatter")]
    public void The_colophon_has_the_facts_of_the_edition_and_stands_where_the_author_wants_it(bool atEnd, string body)
    {
        var metadata = Metadata with { Publisher = "某社", Rights = "版权所有", Imprint = Imprint.None with { Edition = "2", Price = "免费" } };
        var epub = OpenedEpub.Of(Whole with { Metadata = metadata, Design = Whole.Design with { ColophonStandsAtEnd = atEnd } });
        var page = epub.Xml("text/colophon.xhtml");
        Assert.Equal(body, page.Descendants(OpenedEpub.Html + "body").Single().Attributes().Single(a => a.Name.LocalName == "type").Value);
        var facts = page.Descendants(OpenedEpub.Html + "dt").Zip(page.Descendants(OpenedEpub.Html + "dd"), (label, value) => $"{label.Value} {value.Value}").ToArray();
        Assert.Contains("出版 某社", facts);
        Assert.Contains(facts, f => f.StartsWith("版次", StringComparison.Ordinal) && f.EndsWith("第2版", StringComparison.Ordinal));
        Assert.Contains("定价 免费", facts);
        Assert.DoesNotContain(facts, f => f.StartsWith("开本", StringComparison.Ordinal));
        Assert.Equal("版权所有", page.Descendants(OpenedEpub.Html + "p").Last().Value);

        var spine = epub.Xml("package.opf").Descendants().Where(e => e.Name.LocalName == "itemref").Select(e => e.Attribute("idref")!.Value).ToList();
        Assert.Equal(atEnd ? spine.Count - 1 : spine.IndexOf("f-text-title-xhtml") + 1, spine.IndexOf("f-text-colophon-xhtml"));
    }

    [Fact]
    public void Catalogues_are_told_how_to_file_the_book() // epub.md 3, 4, 5, 8
    {
        var catalogue = new Catalogue("ceshi zhi shu", ImmutableDictionary<string, string>.Empty.Add("张三", "Zhang, San"), new Series("示例丛书", 2), ["计算机", "排版"]);
        var package = Encoding.UTF8.GetString(OpenedEpub.Of(Whole with { Metadata = Metadata with { Catalogue = catalogue } }).File("package.opf"));
        Assert.Contains("""<meta refines="#title" property="file-as">ceshi zhi shu</meta>""", package, StringComparison.Ordinal);
        Assert.Contains("""<meta refines="#creator-1" property="file-as">Zhang, San</meta>""", package, StringComparison.Ordinal);
        Assert.DoesNotContain("""<meta refines="#creator-2" property="file-as">""", package, StringComparison.Ordinal);
        Assert.Contains("""<meta property="belongs-to-collection" id="series">示例丛书</meta>""", package, StringComparison.Ordinal);
        Assert.Contains("""<meta refines="#series" property="group-position">2</meta>""", package, StringComparison.Ordinal);
        Assert.Contains("""<meta name="calibre:series_index" content="2" />""", package, StringComparison.Ordinal);
        Assert.Contains("<dc:subject>排版</dc:subject>", package, StringComparison.Ordinal);
    }

    [Fact]
    public void Conformance_is_claimed_only_when_nothing_is_known_to_be_wrong() // epub.md 11
    {
        var place = Place.Of(new SourceFile("a.md", ""));
        Assert.Contains("dcterms:conformsTo", PackageOf(Para("字")), StringComparison.Ordinal);
        Assert.DoesNotContain("dcterms:conformsTo", PackageOf(new Figure(place, "f", new Image(place, "a.png", "", null, Square), [])), StringComparison.Ordinal);
        Assert.Contains("dcterms:conformsTo", PackageOf(new MathBlock(place, Formula.Of("a^2"))), StringComparison.Ordinal);

        static string PackageOf(Block block) => Encoding.UTF8.GetString(OpenedEpub.Of(Of(new Chapter(new SourceFile("a.md", ""), "c", "章", 0, null, [block]))).File("package.opf"));
    }

    [Theory] // epub.md 53, 56
    [InlineData(EpubProfile.Standard, null)]
    [InlineData(EpubProfile.Kindle, "linear=\"no\"")]
    [InlineData(EpubProfile.Duokan, "properties=\"duokan-page-fullscreen\"")]
    public void The_cover_page_stands_as_its_readers_want_it(EpubProfile profile, string? attribute)
    {
        var book = Whole with { Epub = new EpubDesign(profile, EmbedsFonts: false) };
        var package = Encoding.UTF8.GetString(OpenedEpub.Of(book, Typeset with { Pages = [new Page(300, 400, "", [])] }).File("package.opf"));
        Assert.Contains($"""<itemref idref="f-text-cover-xhtml" {attribute}{(attribute is null ? "" : " ")}/>""", package, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_too_heavy_for_shops_is_reported() // epub.md 31
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("kanyin-tests-").FullName, "a.gif");
        File.WriteAllBytes(path, new byte[50_000_001]);
        var place = Place.Of(new SourceFile("a.md", ""));
        var gif = new Picture("a.gif", path, PictureFormat.Gif, 1, 1, 50_000_001);
        var findings = new DiagnosticBag();
        OpenedEpub.Of(Of(new Chapter(place.File, "c", "章", 0, null, [new Figure(place, "f", new Image(place, "a.gif", "图", null, gif), [])])), findings: findings);
        Assert.Equal(("EPUB050", "The largest, images/picture-001.gif, has 50 MB."), (findings.Sorted.Single().Kind.Id, findings.Sorted.Single().Hint));
    }

    [Fact]
    public void What_stands_before_the_printed_contents_is_front_matter_in_the_EPUB_too() =>
        Assert.All(Prefaces.Titles, title => Assert.Equal("frontmatter", ContentDocument.AllOf(Of(new Chapter(new SourceFile("a.md", ""), "c", title, 0, null, [Head(1, "h", null, title)]))).First().Kind.Body));

    [Fact]
    public void Ids_are_unique_in_each_file() // epub.md 24
    {
        foreach (var name in _sample.Names.Where(n => n.EndsWith(".xhtml", StringComparison.Ordinal)))
        {
            var ids = _sample.Xml(name["EPUB/".Length..]).Descendants().Attributes("id").Select(a => a.Value).ToList();
            Assert.Equal(ids.Distinct().Count(), ids.Count);
        }
    }

    [Fact]
    public void Each_file_has_one_h1_and_skips_no_level() // epub.md 38
    {
        foreach (var name in _sample.Names.Where(n => n.Contains("/chapter-", StringComparison.Ordinal)))
        {
            var levels = _sample.Xml(name["EPUB/".Length..]).Descendants().Select(e => e.Name.LocalName).Where(n => n is ['h', >= '1' and <= '6']).Select(n => n[1] - '0').ToList();
            Assert.True(levels.Count(l => l == 1) == (levels.Count > 0 ? 1 : 0), name);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, name));
        }
    }

    [Fact]
    public void A_second_top_heading_begins_a_new_file() =>
        Assert.Equal(
            ["part-01.xhtml", "chapter-001.xhtml", "chapter-002.xhtml", "chapter-003.xhtml", "chapter-003-2.xhtml", "chapter-004.xhtml"],
            _sample.Names.Where(n => n.Contains("/chapter-", StringComparison.Ordinal) || n.Contains("/part-", StringComparison.Ordinal)).Select(n => n["EPUB/text/".Length..]).OrderBy(n => n == "part-01.xhtml" ? "" : n.Replace(".xhtml", "", StringComparison.Ordinal), StringComparer.Ordinal));

    [Fact]
    public void Contents_hold_every_heading_with_words_once_in_order_and_nested() // epub.md 12, 13
    {
        var toc = _sample.Xml("nav.xhtml").Descendants(OpenedEpub.Html + "nav").First();
        Assert.Equal(
            ["前言", "第一部分 基础", "第一章 起", "一、跳了一级", "第二章 承", "2.1 小节", "附录A 附", "没有标题的一节"],
            toc.Descendants(OpenedEpub.Html + "a").Select(a => a.Value));
        var part = toc.Element(OpenedEpub.Html + "ol")!.Elements().ElementAt(1);
        Assert.Equal(3, part.Element(OpenedEpub.Html + "ol")!.Elements().Count()); // two chapters and the appendix; the last file is a section of it
        Assert.All(toc.Descendants(OpenedEpub.Html + "ol"), ol => Assert.NotEmpty(ol.Elements()));
    }

    [Fact]
    public void Ncx_repeats_the_contents_with_the_package_identifier() // epub.md 17
    {
        XNamespace ncx = "http://www.daisy.org/z3986/2005/ncx/";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var root = _sample.Xml("toc.ncx");
        var metas = root.Descendants(ncx + "meta").ToDictionary(m => m.Attribute("name")!.Value, m => m.Attribute("content")!.Value);
        Assert.Equal(_sample.Xml("package.opf").Descendants(dc + "identifier").First().Value, metas["dtb:uid"]);
        Assert.Equal("3", metas["dtb:depth"]);
        Assert.Equal(8, root.Descendants(ncx + "navPoint").Count());
        Assert.Equal(Enumerable.Range(1, 8), root.Descendants(ncx + "navPoint").Select(p => (int)p.Attribute("playOrder")!));
    }

    [Fact]
    public void Identifier_depends_on_the_book_alone() // epub.md 1
    {
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var other = OpenedEpub.Of(Whole with { Chapters = [], Metadata = Metadata with { Title = "改名" } });
        Assert.Equal(_sample.Xml("package.opf").Descendants(dc + "identifier").First().Value, other.Xml("package.opf").Descendants(dc + "identifier").First().Value);
    }

    [Fact]
    public void Alternative_text_is_claimed_only_when_every_picture_has_it() // epub.md 9
    {
        Assert.DoesNotContain("alternativeText", Encoding.UTF8.GetString(_sample.File("package.opf")), StringComparison.Ordinal);
        var figure = new Figure(Place.Of(new SourceFile("a.md", "")), "f", new Image(Place.Of(new SourceFile("a.md", "")), "a.png", "图", null, Square), []);
        var good = OpenedEpub.Of(Of(new Chapter(new SourceFile("a.md", ""), "c", "章", 0, null, [figure])));
        Assert.Contains("alternativeText", Encoding.UTF8.GetString(good.File("package.opf")), StringComparison.Ordinal);
    }

    [Fact]
    public void Book_without_chapters_still_opens()
    {
        var empty = OpenedEpub.Of(Whole with { Chapters = [] });
        Assert.Single(empty.Xml("nav.xhtml").Descendants(OpenedEpub.Html + "nav").First().Descendants(OpenedEpub.Html + "a"));
    }

    [Fact]
    public void Unnumbered_first_page_becomes_the_cover() // epub.md 19
    {
        var page = new Page(300, 400, "", [new Rule(30, 40, null, 100, 10, Colour.Black)]);
        var epub = OpenedEpub.Of(Whole, Typeset with { Pages = [page] });
        Assert.Equal([0xFF, 0xD8], epub.File("images/cover.jpg")[..2]);
        Assert.Contains("cover-image", Encoding.UTF8.GetString(epub.File("package.opf")), StringComparison.Ordinal);
        Assert.Equal("doc-cover", epub.Xml("text/cover.xhtml").Descendants(OpenedEpub.Html + "img").Single().Attribute("role")!.Value);
        Assert.DoesNotContain("EPUB/text/cover.xhtml", _sample.Names);
    }

    [Fact]
    public void Drawn_cover_becomes_the_printed_page_since_shops_take_no_SVG()
    {
        var drawing = new Picture("cover.svg", "cover.svg", PictureFormat.Svg, 300, 400, 100);
        var page = new Page(300, 400, "", [new Rule(30, 40, null, 100, 10, Colour.Black)]);
        var epub = OpenedEpub.Of(Whole with { Cover = drawing }, Typeset with { Pages = [page] });
        Assert.Equal([0xFF, 0xD8], epub.File("images/cover.jpg")[..2]);
        Assert.DoesNotContain(epub.Names, name => name.EndsWith(".svg", StringComparison.Ordinal));
    }

    private static HashSet<string> Ids(XElement root) => [.. root.Descendants().Attributes("id").Select(a => a.Value)];
}
