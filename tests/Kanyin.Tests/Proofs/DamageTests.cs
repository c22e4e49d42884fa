using System.IO.Compression;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Editions.Pictures;
using Kanyin.Editions.Proofs;
using Kanyin.Tests.Pdf;
using Xunit;
using static Kanyin.Tests.Epub.SampleBook;

namespace Kanyin.Tests.Proofs;

/// <summary>Damage done to good editions, and the finding that must tell of it.</summary>
public sealed class DamageTests
{
    private const string First = "chapter-001.xhtml";
    private const string Second = "chapter-002.xhtml";
    private const string Third = "chapter-003.xhtml";
    private const string Appendix = "chapter-003-2.xhtml";
    private const string Nav = "nav.xhtml";

    private static readonly byte[] _epub = Edition();

    [Fact]
    public void Good_editions_have_no_finding()
    {
        Assert.Empty(Findings(Whole, null, _epub));
        Assert.Empty(Findings(TinyBook, Tiny(TinyLines).ToBytes(), null));
    }

    /// <summary>What is replaced in a file of the EPUB, by what, and the id of the finding.</summary>
    [Theory]
    [InlineData(First, "<p>写在前面。</p>", "", "EPUB003")] // a paragraph is lost
    [InlineData(First, "写在前面", "写在前", "EPUB003")] // a character
    [InlineData(First, "写在前面", "写在前而", "EPUB003")] // a wrong character
    [InlineData(First, "写在前面", "写在面前", "EPUB003")] // two change places
    [InlineData(First, "<p>写在前面。</p>", "<p>写在前面。</p><p>写在前面。</p>", "EPUB003")] // twice
    [InlineData(First, "<p>写在前面。</p>", "<p>写在前面。</p><p>广告</p>", "EPUB003")] // words of nobody's
    [InlineData(First, "写在前面", "写在前⾯", "EPUB006")] // a Kangxi radical
    [InlineData(First, "写在前面", "写在前\uFFFD", "EPUB006")] // a replacement character
    [InlineData(First, "</p>", "", "EPUB001")] // markup that is not well-formed
    [InlineData(First, "<h1 id=\"h-0001\">前言</h1>", "<p id=\"h-0001\">前言</p>", "EPUB005")] // a heading that is none
    [InlineData(First, "<h1 id=\"h-0001\">前言</h1>", "<h2 id=\"h-0001\">前言</h2>", "EPUB005")] // at another rank
    [InlineData(First, "id=\"h-0001\"", "id=\"h-9999\"", "EPUB005")] // without its name
    [InlineData(Second, "第一章</span>", "第二章</span>", "EPUB003")] // another number
    [InlineData(Second, "生僻字𠮷", "生僻字", "EPUB003")] // outside the basic plane
    [InlineData(Second, "<code>a &lt; b &amp;&amp; c</code>", "<code>a &lt; b</code>", "EPUB003")] // code
    [InlineData(Second, "<kbd>Ctrl</kbd>", "", "EPUB003")] // a key
    [InlineData(Second, "alttext=\"a^2 &lt; b^2\"", "alttext=\"a^2\"", "EPUB003")] // a formula
    [InlineData(Second, "∑_(i = 1)^n i", "", "EPUB003")] // a formula on a line of its own
    [InlineData(Second, "<rt>hàn</rt>", "", "EPUB003")] // a reading
    [InlineData(Second, "<li>里层</li>", "", "EPUB003")] // an item
    [InlineData(Second, "做完了</p><p>第二段", "第二段</p><p>做完了", "EPUB003")] // the order
    [InlineData(Second, "// 注释", "", "EPUB003")] // a comment in a listing
    [InlineData(Second, "Program.cs", "", "EPUB003")] // a listing's title
    [InlineData(Second, "<p>引文。</p>", "", "EPUB003")] // a quotation
    [InlineData(Second, "警告</p>", "</p>", "EPUB003")] // a callout's title
    [InlineData(Second, "图 1-1　方块", "", "EPUB003")] // a caption
    [InlineData(Second, "<dt>词二</dt>", "", "EPUB003")] // a term
    [InlineData(Second, "又一义。", "", "EPUB003")] // a meaning
    [InlineData(Second, "<td class=\"left\">1</td><td class=\"centre\">2</td>", "<td class=\"left\">12</td><td class=\"centre\"></td>", "EPUB009")] // a cell's words in the next
    [InlineData(Second, "<tr><td>二</td><td class=\"left\"></td>", "<tr><td></td><td class=\"left\">二</td>", "EPUB009")] // a cell moved
    [InlineData(Second, "</tr>\n<tr><td>二</td>", "<td>二</td>", "EPUB009")] // two rows become one
    [InlineData(Second, "<td class=\"right\">6</td>", "", "EPUB003")] // a cell is lost
    [InlineData(Second, "href=\"chapter-003.xhtml#h-0010\"", "href=\"chapter-003.xhtml#h-0011\"", "EPUB004")] // a link to a wrong place that exists
    [InlineData(Second, "href=\"chapter-003.xhtml#h-0010\"", "href=\"chapter-001.xhtml\"", "EPUB004")] // to another file
    [InlineData(Second, "href=\"#a-0001\"", "href=\"#a-0002\"", "EPUB004")] // to no place
    [InlineData(Second, "<span id=\"a-0001\"></span>", "", "EPUB004")] // its place is lost
    [InlineData(Second, "%E5%BE%84", "", "EPUB004")] // another address
    [InlineData(Second, "<a href=\"#a-0001\">锚点</a>", "锚点", "EPUB004")] // a link that is none
    [InlineData(Second, "无此处", "<a href=\"#a-0001\">无此处</a>", "EPUB004")] // a link of nobody's
    [InlineData(Appendix, "<a href=\"chapter-003.xhtml#h-0011\">回小节</a><a href=\"chapter-002.xhtml\">", "<a href=\"chapter-002.xhtml\">回小节</a><a href=\"chapter-003.xhtml#h-0011\">", "EPUB004")] // two links change their places
    [InlineData(Second, "<img src=\"../images/picture-001.png\" alt=\"一个方块\"", "<img src=\"../images/picture-002.png\" alt=\"一个方块\"", "EPUB007")] // a picture that is not there
    [InlineData(Second, "<img src=\"../images/picture-001.png\" alt=\"一个方块\" title=\"题名\" width=\"120\" class=\"see-through\" />", "", "EPUB007")] // a picture is lost
    [InlineData(Second, "<span class=\"absent\">img/missing.png</span>", "", "EPUB003")] // the words for a missing one
    [InlineData(Second, "href=\"#note-c\"", "href=\"#note-d\"", "EPUB008")] // the call of another note
    [InlineData(Second, "href=\"#note-c-call\"", "href=\"#note-d-call\"", "EPUB008")] // the way back to another call
    [InlineData(Second, "链接里的注。", "", "EPUB003")] // a note's words
    [InlineData(Second, "注中之注。", "", "EPUB003")] // a note in a note
    [InlineData(Third, "<p>正文。</p>", "<p>正文。<a role=\"doc-noteref\" href=\"#h-0010\">[9]</a></p>", "EPUB003")] // a call of nobody's
    [InlineData(Nav, "2.1 小节", "另一节", "EPUB005")] // an entry's words
    [InlineData(Nav, "text/chapter-003.xhtml#h-0011", "text/chapter-003.xhtml", "EPUB005")] // an entry leads to the chapter
    [InlineData(Nav, "<a href=\"text/chapter-003-2.xhtml\">", "<a href=\"text/chapter-003.xhtml\">", "EPUB005")] // to another
    [InlineData(Nav, "第二章 承</a>\n<ol>\n<li><a href=\"text/chapter-003.xhtml#h-0011\">2.1 小节</a></li>\n</ol></li>", "第二章 承</a></li>\n<li><a href=\"text/chapter-003.xhtml#h-0011\">2.1 小节</a></li>", "EPUB005")] // an entry one level up
    [InlineData("package.opf", "<itemref idref=\"f-text-chapter-004-xhtml\" />", "", "EPUB002")] // a chapter that is not in the reading order
    public void Damage_to_an_epub_is_found(string file, string from, string to, string id) =>
        Assert.Contains(id, Findings(Whole, null, Edited(file, t => t.Replace(from, to, StringComparison.Ordinal))).Select(f => f.Kind.Id));

    [Fact]
    public void Another_picture_under_the_same_name_is_found()
    {
        var other = Png.Write(Raster.FromRgba(2, 2, [0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]));
        Assert.Equal(["EPUB007", "EPUB007"], Findings(Whole, null, Replaced("picture-001.png", _ => other)).Select(f => f.Kind.Id));
    }

    [Fact]
    public void The_same_picture_in_another_format_is_no_damage()
    {
        var same = Png.Write(Raster.FromRgba(2, 2, [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 255, 255, 255, 255]));
        Assert.Empty(Findings(Whole, null, Replaced("picture-001.png", _ => [.. same, 0])));
    }

    [Fact]
    public void One_difference_does_not_hide_the_next() =>
        Assert.Equal(2, Findings(Whole, null, Edited(Second, t => t.Replace("<li>里层</li>", "", StringComparison.Ordinal).Replace("又一义。", "", StringComparison.Ordinal))).Count(f => f.Kind.Id == "EPUB003"));

    /// <summary>A line of the PDF, what it becomes, and the id of the finding; nothing for a line that is lost.</summary>
    [Theory]
    [InlineData("First  words.", "First  word.", "PDF003")]
    [InlineData("First  words.", "", "PDF003")]
    [InlineData("First  words.", "words.  First", "PDF003")]
    [InlineData("First  words.", "Firstwords.", "PDF007")]
    [InlineData("First  words.", "First wor ds.", "PDF007")]
    [InlineData("One", "Two", "PDF003")]
    [InlineData("One", "", "PDF005")] // what its entry leads to
    [InlineData("A note.", "", "PDF003")]
    [InlineData("Second words.", "", "PDF004")] // with its link
    public void Damage_to_the_words_of_a_pdf_is_found(string from, string to, string id) =>
        Assert.Contains(id, Findings(TinyBook, Tiny([.. TinyLines.Select(l => l.Item2 == from ? (l.Item1, to) : l).Where(l => l.Item2.Length > 0)]).ToBytes(), null).Select(f => f.Kind.Id));

    [Theory]
    [InlineData("One", "h c", "c", "PDF004")] // a link to a wrong place that exists
    [InlineData("One", "c", "h", "PDF004")] // to none
    [InlineData("Two", "h c", "h", "PDF005")] // an entry's words
    public void Damage_to_the_ways_of_a_pdf_is_found(string outline, string destinations, string link, string id) =>
        Assert.Contains(id, Findings(TinyBook, new TinyPdf { Lines = TinyLines, Outline = [outline], Destinations = destinations.Split(' '), Links = [link] }.ToBytes(), null).Select(f => f.Kind.Id));

    /// <summary>Where the call, the way back and the link in the note lead; the book says n, n-call and h.</summary>
    [Theory]
    [InlineData("c", "n-call", "h", "PDF009")] // the call, to a place that exists
    [InlineData("n", "n", "h", "PDF009")] // the way back, to the note itself
    [InlineData("n", "n-call", "c", "PDF004")] // the link
    [InlineData("n", "n-call", "", "PDF004")] // which is lost
    [InlineData("n", "n-call", "h h", "PDF004")] // or doubled
    public void Damage_to_a_note_of_a_pdf_is_found(string call, string back, string links, string id)
    {
        var pdf = new TinyPdf { Lines = TinyLines, Outline = ["One"], Destinations = ["h", "c"], Links = ["h"], Call = call, WayBack = back, NoteLinks = links.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
        Assert.Equal([id], Findings(TinyBook, pdf.ToBytes(), null).Select(f => f.Kind.Id));
    }

    /// <summary>What an edition for paper adds is no damage only while it says where a link of the book leads.</summary>
    [Theory]
    [InlineData("https://example.org/", "https://example.org/")]
    [InlineData("https://example.com/", "https://example.org/", "PDF009")]
    [InlineData("https://example.org/", "https://example.org/ h", "PDF009")]
    public void A_note_of_nobodys_tells_where_a_link_leads(string address, string inNote, params string[] ids)
    {
        var file = new SourceFile("a.md", "# One\n\nFirst words.\n");
        var book = Of(new Chapter(file, "c", "One", 0, null, [Head(1, "h", null, "One"), Para(LinkTo(new ExternalTarget(address), "First words."))]));
        var pdf = new TinyPdf { Lines = [("H1", "One"), ("Link", "First words."), ("Reference", "1"), ("Note", "example.org")], Outline = ["One"], Destinations = ["h", "c"], Links = [address], NoteLinks = inNote.Split(' ') };
        Assert.Equal(ids, Findings(book, pdf.ToBytes(), null).Select(f => f.Kind.Id).Except(["PDF004"]));
    }

    [Fact]
    public void Words_in_a_picture_are_none_of_the_text() =>
        Assert.Empty(Findings(TinyBook, Tiny([.. TinyLines.Take(3), ("Figure", "Words that are drawn"), .. TinyLines.Skip(3)]).ToBytes(), null));

    private static (string?, string)[] TinyLines => PdfProofTests.Lines;

    private static Book TinyBook => PdfProofTests.Book;

    private static TinyPdf Tiny((string?, string)[] lines) => new() { Lines = lines, Outline = ["One"], Destinations = ["h", "c"], Links = ["h"] };

    private static byte[] Edition()
    {
        using var output = new MemoryStream();
        EpubEdition.Write(Whole, Typeset, HandSet.Fonts, output, new DiagnosticBag());
        return output.ToArray();
    }

    private static byte[] Edited(string name, Func<string, string> change) => Replaced(name, bytes => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))));

    private static byte[] Replaced(string name, Func<byte[], byte[]> change)
    {
        using var stream = new MemoryStream();
        stream.Write(_epub);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var content = zip.Entries.Single(e => e.Name == name).Open();
            using var before = new MemoryStream();
            content.CopyTo(before);
            var after = change(before.ToArray());
            Assert.NotEqual(before.ToArray(), after); // else the table is out of date
            content.SetLength(0);
            content.Write(after);
        }

        return stream.ToArray();
    }

    private static IReadOnlyList<Diagnostic> Findings(Book book, byte[]? pdf, byte[]? epub)
    {
        var bag = new DiagnosticBag();
        Proof.Compare(book, pdf is null ? null : new MemoryStream(pdf), epub is null ? null : new MemoryStream(epub), bag);
        return bag.Sorted;
    }
}
