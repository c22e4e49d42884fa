using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Xunit;
using static Kanyin.Tests.Epub.SampleBook;

namespace Kanyin.Tests.Epub;

/// <summary>fonts: embed (epub.md 20, 46, 47; EP1).</summary>
public sealed class EpubFontsTests
{
    private static readonly Lazy<(OpenedEpub Epub, DiagnosticBag Findings)> _book = new(() =>
    {
        var findings = new DiagnosticBag();
        var at = Place.Of(new SourceFile("a.md", ""));
        var book = Of(new Chapter(at.File, "c", "茶", 0, null, [Head(1, "h", null, "茶"), Para(T("“水”，tea"), new Emphasis(at, [T("楷")]))])) with { Epub = new EpubDesign(EpubProfile.Standard, EmbedsFonts: true) };
        return (OpenedEpub.Of(book, Typesetter.Set(book, HandSet.Fonts, new DiagnosticBag()), findings), findings);
    });

    [Fact]
    public void Only_the_faces_that_are_printed_are_embedded_and_declared()
    {
        var fonts = _book.Value.Epub.Names.Where(n => n.StartsWith("EPUB/fonts/", StringComparison.Ordinal)).Select(n => System.IO.Path.GetFileNameWithoutExtension(n)).Order(StringComparer.Ordinal).ToList();
        Assert.Contains("NotoSerifSC-Regular", fonts);
        Assert.Contains("LXGWWenKai-Regular", fonts);
        Assert.DoesNotContain("Inconsolata-Regular", fonts); // there is no code
        var rules = Encoding.UTF8.GetString(_book.Value.Epub.File("styles/book.css")).Split('\n').Where(l => l.StartsWith("@font-face", StringComparison.Ordinal)).ToList();
        Assert.Equal(fonts, rules.Select(r => System.IO.Path.GetFileNameWithoutExtension(r.Split("url(")[1].Split(')')[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_font_has_the_characters_of_the_book_and_not_many_more()
    {
        var song = Face("NotoSerifSC-Regular");
        Assert.All("水茶楷“”，tea", c => Assert.NotEqual(0, song.GlyphOf(c)));
        Assert.Equal(0, song.GlyphOf('酒'));
        Assert.InRange(song.GlyphCount, 100, 400);
        Assert.Equal(0, Face("LXGWWenKai-Regular").GlyphOf('水'));
    }

    [Fact]
    public void The_features_that_halve_marks_are_kept()
    {
        var features = Encoding.Latin1.GetString(Face("NotoSerifSC-Regular").Data.Bytes);
        Assert.Contains("halt", features, StringComparison.Ordinal);
        Assert.Contains("chws", features, StringComparison.Ordinal);
    }

    [Fact]
    public void Unpacking_a_packed_font_gives_it_back()
    {
        var sfnt = FontSubset.ForScreens(HandSet.Fonts.Latin(FontFamily.Mono, false, false), "abc".Select(c => (int)c));
        var again = FontData.Of(Woff.Pack(sfnt)).Bytes.ToArray();
        Assert.All(["cmap", "glyf", "GPOS", "head", "hmtx", "name"], table => Assert.Equal(SfntReader.Table(sfnt, table), SfntReader.Table(again, table)));
    }

    [Fact]
    public void Apple_Books_is_told_and_so_is_the_author()
    {
        Assert.Contains("META-INF/com.apple.ibooks.display-options.xml", _book.Value.Epub.Names);
        Assert.Contains("""<meta property="ibooks:specified-fonts">true</meta>""", Encoding.UTF8.GetString(_book.Value.Epub.File("package.opf")), StringComparison.Ordinal);
        Assert.Equal("EPUB051", _book.Value.Findings.Sorted.Single().Kind.Id);
        Assert.DoesNotContain("META-INF/com.apple.ibooks.display-options.xml", OpenedEpub.Of(Whole).Names); // epub.md 20
    }

    private static FontFace Face(string name) => new(name, FontData.Of(_book.Value.Epub.File($"fonts/{name}.woff")));
}
