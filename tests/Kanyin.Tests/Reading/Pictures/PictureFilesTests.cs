using System.Text;
using Kanyin.Books.Checks;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Pictures;
using Xunit;

namespace Kanyin.Tests.Reading.Pictures;

public sealed class PictureFilesTests
{
    // VitePress and Docusaurus serve what lies in these folders from the root of the site.
    [Theory]
    [InlineData("docs/public/p.svg")]
    [InlineData("static/p.svg")]
    [InlineData("docs/p.svg")]
    [InlineData("p.svg")]
    public void Pictures_that_a_site_serves_from_its_root_are_found(string path)
    {
        using var book = new TempBook().Add("docs/SUMMARY.md", "- [甲](a/b.md)\n").Add("docs/a/b.md", "# 甲\n\n![图](/p.svg)\n").Add(path, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>");
        Assert.Equal(path, Assert.Single(book.Read().Chapters[0].AllInlines().OfType<Image>()).Picture?.Path);
    }

    // books.md: pictures of the book's own repository, addressed as the web shows them. The second column is the repository that book.yml names.
    [Theory]
    [InlineData("https://raw.githubusercontent.com/o/r/main/images/p.svg", null, "images/p.svg")]
    [InlineData("https://raw.githubusercontent.com/o/r/refs/heads/main/images/p.svg", null, "images/p.svg")]
    [InlineData("https://github.com/o/r/raw/main/images/p.svg", null, "images/p.svg")]
    [InlineData("https://github.com/o/r/blob/main/images/p.svg?raw=true", null, "images/p.svg")]
    [InlineData("https://gitee.com/o/r/raw/master/images/p.svg", null, "images/p.svg")]
    [InlineData("https://gitlab.com/o/r/-/raw/main/images/p.svg", null, "images/p.svg")]
    [InlineData("https://cdn.jsdelivr.net/gh/o/r@main/images/p.svg", null, "images/p.svg")]
    [InlineData("https://cdn.jsdelivr.net/gh/o/r/images/p.svg", null, "images/p.svg")]
    [InlineData("https://raw.githubusercontent.com/o/r/main/images/%E5%A3%B6.svg", null, "images/壶.svg")]
    [InlineData("https://raw.githubusercontent.com/o/r/main/images/q.svg", null, null)]
    [InlineData("https://raw.githubusercontent.com/o/r/main/p.svg", null, null)]
    [InlineData("https://raw.githubusercontent.com/o/r/main/p.svg", "https://github.com/o/r", "p.svg")]
    [InlineData("https://git.example.org/o/r/-/raw/main/p.svg?inline=true", "https://git.example.org/o/r", "p.svg")]
    [InlineData("https://raw.githubusercontent.com/other/r/main/images/p.svg", "https://github.com/o/r", null)]
    [InlineData("https://example.org/o/r/main/images/p.svg", null, null)]
    public void Pictures_of_the_own_repository_are_the_files(string address, string? repository, string? path)
    {
        const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";
        using var book = new TempBook().Add("book.yml", repository is null ? "title: 书\n" : $"title: 书\nrepository: {repository}\n")
            .Add("a.md", $"# 甲\n\n![图]({address})\n\n<img src=\"{address}\" alt=\"图\">\n").Add("p.svg", Svg).Add("images/p.svg", Svg).Add("images/壶.svg", Svg);
        Assert.Equal([path, path], book.Read().Chapters[0].AllInlines().OfType<Image>().Select(i => i.Picture?.Path));
    }

    [Fact]
    public void A_book_in_a_folder_of_its_repository_finds_its_pictures()
    {
        using var book = new TempBook().Add("docs/a.md", "# 甲\n\n![图](https://raw.githubusercontent.com/o/r/main/docs/images/p.svg)\n").Add("docs/images/p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>");
        Assert.Equal("images/p.svg", Assert.Single(book.Read(Path.Combine(book.Folder, "docs")).Chapters[0].AllInlines().OfType<Image>()).Picture?.Path);
    }

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0x2C, 0, 0, 0, 200, 8, 2];

    private static readonly byte[] End = [0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    private static readonly byte[] Whole = [.. Png, 0, 0, 0, 1, 2, 3, 4, .. End];
    private static readonly byte[] Frame = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 100, 0, 200, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

    /// <summary>What was read, and the message that begins so, or none.</summary>
    public static TheoryData<byte[], PictureFormat, string?> Files => new()
    {
        { Whole, PictureFormat.Png, null },
        { [.. Whole, 1, 2, 3], PictureFormat.Png, null },
        { Png, PictureFormat.Unknown, "a.png is cut short." },
        { [.. Png, 0, 0, 0, 1, 2, 3, 4, 0xFF, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, 1], PictureFormat.Unknown, "a.png is cut short." },
        { [.. Whole[..16], 0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, .. Whole[24..]], PictureFormat.Unknown, "a.png has 20000 × 20000 pixels, more than can be printed." },
        { [.. Frame, 0xFF, 0xD9], PictureFormat.Jpeg, null },
        { Frame, PictureFormat.Unknown, "a.png is cut short." },
        { [1, 2, 3], PictureFormat.Unknown, "a.png is not a picture that can be read." },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Picture_that_is_cut_short_or_too_large_is_no_picture(byte[] bytes, PictureFormat format, string? message)
    {
        using var book = new TempBook().Add("a.md", "# 甲\n\n![图](a.png)\n").Add("a.png", bytes);
        var read = book.Read();
        Checker.Check(read, book.Bag);
        Assert.Equal(format, read.Chapters[0].AllInlines().OfType<Image>().Single().Picture?.Format);
        Assert.Equal(message, book.Bag.Sorted.SingleOrDefault(d => d.Kind.Id == "IMG003")?.Message);
    }

    public static TheoryData<byte[], string> Heads => new()
    {
        { Png, "Png 300×200 1" },
        { [.. "GIF89a"u8, 10, 0, 20, 0, 0, 0], "Gif 10×20 1" },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 0, 100, 0, 200, 3], "Jpeg 200×100 1" },
        { [0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 100, 0, 200, 3], "Jpeg 200×100 6" },
        { [.. "BM"u8, .. new byte[12], 40, 0, 0, 0, 3, 0, 0, 0, 0xFC, 0xFF, 0xFF, 0xFF, 0, 0], "Bmp 3×4 1" },
        { [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 19, 0, 0], "WebP 10×20 1" },
        { [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 10, 0, 20, 0], "WebP 10×20 1" },
        { Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!-- x --><svg xmlns='x' width=\"2cm\" viewBox=\"0 0 100 50\">"), "Svg 76×38 1" },
        { Encoding.UTF8.GetBytes("<svg viewBox='0 0 100 50' width='100%'>"), "Svg 100×50 1" },
        { Encoding.UTF8.GetBytes("<html>"), "Unknown 0×0 1" },
        { [0xFF, 0xD8, 0xFF], "Jpeg 0×0 1" },
        { [], "Unknown 0×0 1" },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void Format_and_size_come_from_the_content(byte[] bytes, string expected)
    {
        var head = PictureHead.Read(new MemoryStream(bytes));
        Assert.Equal(expected, $"{head.Format} {head.Width}×{head.Height} {head.Orientation}");
    }

    [Theory]
    [InlineData("img/a b.png", "ch/img/a b.png")]
    [InlineData("img/a%20b.png", "ch/img/a b.png")]
    [InlineData("img\\a b.png", "ch/img/a b.png")]
    [InlineData("../top.png", "top.png")]
    [InlineData("top.png", "top.png")]
    [InlineData("/top.png", "top.png")]
    [InlineData("TOP.PNG", "top.png")]
    [InlineData("../../top.png", null)]
    [InlineData("none.png", null)]
    [InlineData("https://a.cn/top.png", null)]
    public void Pictures_are_found_from_the_file_and_then_from_the_root(string source, string? path)
    {
        using var book = new TempBook().Add("ch/a.md", $"# 甲\n\n文 ![图](<{source}>)\n").Add("b.md", "# 乙").Add("ch/img/a b.png", Whole).Add("top.png", Whole);
        var image = book.Read().Chapters.SelectMany(c => c.AllInlines()).OfType<Image>().Single();
        Assert.Equal(path, image.Picture?.Path);
        Assert.Equal(path is null ? null : PictureFormat.Png, image.Picture?.Format);
    }
}
