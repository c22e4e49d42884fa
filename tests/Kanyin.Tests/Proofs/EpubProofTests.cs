using System.IO.Compression;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Editions.Proofs;
using Kanyin.Tests.Pdf;
using Xunit;
using static Kanyin.Tests.Epub.SampleBook;

namespace Kanyin.Tests.Proofs;

public sealed class EpubProofTests
{
    [Fact]
    public void Whole_edition_has_no_finding() => Assert.Empty(Findings(Whole, Edition(Whole)));

    [Fact]
    public void The_words_of_a_drawn_formula_are_read_in_its_title()
    {
        var book = Whole with { Epub = new EpubDesign(EpubProfile.Kindle, EmbedsFonts: false) };
        Assert.Empty(Findings(book, Edition(book)));
        Assert.Equal("EPUB003", Assert.Single(Findings(book, Edited(Edition(book), "chapter-002.xhtml", t => t.Replace("<title>a^2 &lt; b^2</title>", "", StringComparison.Ordinal)))).Kind.Id);
    }

    [Fact]
    public void Dropped_paragraph_is_found_at_its_place()
    {
        var file = new SourceFile("a.md", "# 章\n\n第一段。\n\n第二段。\n\n第三段。\n");
        var book = Of(new Chapter(file, "c", "章", 0, null, [Head(1, "h", null, "章"), At(file, "第一段。"), At(file, "第二段。"), At(file, "第三段。")]));
        var lacking = Edited(Edition(book), "chapter-001.xhtml", t => t.Replace("<p>第二段。</p>", "", StringComparison.Ordinal));
        var finding = Assert.Single(Findings(book, lacking));
        Assert.Equal("EPUB003", finding.Kind.Id);
        Assert.Equal(5, finding.At.Line);
    }

    [Fact]
    public void Dropped_note_is_found() =>
        Assert.Equal(["EPUB003"], Ids(Edited(Edition(Whole), "chapter-002.xhtml", t => t.Replace("注的第二段。", "", StringComparison.Ordinal))));

    [Fact]
    public void Repeated_text_is_found() =>
        Assert.Equal(["EPUB003"], Ids(Edited(Edition(Whole), "chapter-004.xhtml", t => t.Replace("<p>只有正文。</p>", "<p>只有正文。</p><p>只有正文。</p>", StringComparison.Ordinal))));

    [Fact]
    public void Dead_link_is_found_in_the_chapter_and_in_the_contents() =>
        Assert.Equal(["EPUB004", "EPUB004", "EPUB005"], Ids(Edited(Edition(Whole), "chapter-003.xhtml", t => t.Replace(" id=\"h-0011\"", "", StringComparison.Ordinal))).Order(StringComparer.Ordinal));

    [Fact]
    public void Missing_chapter_is_found() =>
        Assert.Equal(["EPUB002"], Ids(Edited(Edition(Whole), "package.opf", t => t.Replace("<itemref idref=\"f-text-chapter-004-xhtml\" />", "", StringComparison.Ordinal))));

    [Fact]
    public void Heading_missing_from_the_contents_is_found() =>
        Assert.Equal(["EPUB005"], Ids(Edited(Edition(Whole), "nav.xhtml", t => t.Replace("2.1 小节", "另一节", StringComparison.Ordinal))));

    [Fact]
    public void Kangxi_radical_is_found() =>
        Assert.Equal(["EPUB003", "EPUB006"], Ids(Edited(Edition(Whole), "chapter-001.xhtml", t => t.Replace("面", "⾯", StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Picture_that_only_its_words_stand_for_is_found() // its head is good and its pixels are not
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 19, 0, 0]);
        var source = new SourceFile("a.md", "# 章\n\n![坏图](a.webp)![缺图](b.webp)\n");
        var bad = new Image(new Place(source, 5, 12), "a.webp", "坏图", null, new Picture("a.webp", file, PictureFormat.WebP, 10, 20, 38));
        var absent = new Image(new Place(source, 17, 12), "b.webp", "缺图", null, null);
        var book = Of(new Chapter(source, "c", "章", 0, null, [Head(1, "h", null, "章"), Para(bad, absent)]));
        var finding = Assert.Single(Findings(book, Edition(book)));
        File.Delete(file);
        Assert.Equal("EPUB007 a.md:3:1", $"{finding.Kind.Id} {finding.At}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a zip file at all")]
    public void What_is_no_epub_is_a_finding(string content) =>
        Assert.Equal(["EPUB001"], Ids(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Markup_that_is_not_well_formed_is_a_finding() =>
        Assert.Equal(["EPUB001"], Ids(Edited(Edition(Whole), "chapter-001.xhtml", t => t.Replace("</p>", "", StringComparison.Ordinal))));

    private static Paragraph At(SourceFile file, string text) => new(new Place(file, file.Text.IndexOf(text, StringComparison.Ordinal), text.Length), [T(text)]);

    private static byte[] Edition(Book book)
    {
        using var output = new MemoryStream();
        EpubEdition.Write(book, Typeset, HandSet.Fonts, output, new DiagnosticBag());
        return output.ToArray();
    }

    /// <summary>The edition with one file changed.</summary>
    private static byte[] Edited(byte[] epub, string name, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(epub);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(e => e.Name == name);
            using var content = entry.Open();
            using var reader = new StreamReader(content);
            var before = reader.ReadToEnd();
            var after = change(before);
            Assert.NotEqual(before, after);
            content.SetLength(0);
            content.Write(Encoding.UTF8.GetBytes(after));
        }

        return stream.ToArray();
    }

    private static IEnumerable<string> Ids(byte[] epub) => Findings(Whole, epub).Select(f => f.Kind.Id);

    private static IReadOnlyList<Diagnostic> Findings(Book book, byte[] epub)
    {
        var bag = new DiagnosticBag();
        Proof.Compare(book, null, new MemoryStream(epub), bag);
        return bag.Sorted;
    }
}
