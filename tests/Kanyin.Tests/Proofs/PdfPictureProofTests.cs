using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Editions.Pdf;
using Kanyin.Editions.Pictures;
using Kanyin.Editions.Proofs;
using Kanyin.Tests.Pdf;
using Kanyin.Tests.Publishing;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Proofs;

/// <summary>Damage done to the pictures of good PDFs, and the finding that must tell of it.</summary>
public sealed class PdfPictureProofTests : IDisposable
{
    private const string Text = """
        # 图

        ![山](hill.png)

        行中有![点](dot.png)，表中也有，注[^1]中也有：

        | 名 | 图 |
        | --- | --- |
        | 水 | ![水](water.png) |

        ![像](photo.jpg)

        ![侧](turned.jpg)

        ![透](glass.png)

        ![画](drawing.svg)

        ![缺](missing.png)

        ![坏](broken.png)

        [^1]: 注![点](dot.png)。

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Book _book;
    private readonly TypesetBook _pages;

    public PdfPictureProofTests()
    {
        _folder.Write("a.md", Text);
        _folder.Write("book.yml", "title: 图\ncover: cover.png\n");
        _folder.Write("cover.png", Png.Write(Scene(30, 40, 9)));
        _folder.Write("hill.png", Png.Write(Scene(60, 40, 1)));
        _folder.Write("water.png", Png.Write(Scene(60, 40, 2)));
        _folder.Write("dot.png", Png.Write(Scene(12, 12, 3)));
        _folder.Write("photo.jpg", ScreenPicture.Jpeg(Scene(64, 48, 4)));
        _folder.Write("turned.jpg", Turned(ScreenPicture.Jpeg(Scene(64, 48, 5)), Orientation.TurnedRight));
        _folder.Write("glass.png", Png.Write(Scene(600, 400, 6) with { Alpha = [.. Enumerable.Range(0, 600 * 400).Select(i => (byte)(i % 600 < 200 ? 0 : 255))] }));
        _folder.Write("drawing.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>""");
        _folder.Write("broken.png", Png.Write(Scene(60, 40, 7))[..200]);
        var findings = new DiagnosticBag();
        _book = BookReader.Read(_folder.FullName, new ReadingOptions(), findings)!;
        _pages = Typesetter.Set(_book, HandSet.Fonts, findings) with { PictureResolution = 150 };
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_good_PDF_shows_every_picture() => Assert.Empty(Messages(_pages));

    [Fact]
    public void A_PDF_for_paper_shows_every_picture() => Assert.Empty(Messages(_pages with { PictureResolution = 300 }));

    [Theory]
    [InlineData(Orientation.Upright)]
    [InlineData(Orientation.FlippedHorizontally)]
    [InlineData(Orientation.TurnedHalf)]
    [InlineData(Orientation.FlippedVertically)]
    [InlineData(Orientation.Transposed)]
    [InlineData(Orientation.TurnedRight)]
    [InlineData(Orientation.Transversed)]
    [InlineData(Orientation.TurnedLeft)]
    public void A_picture_may_be_stored_on_its_side(Orientation turn)
    {
        _folder.Write("turned.jpg", Turned(ScreenPicture.Jpeg(Scene(64, 48, 5)), turn));
        var book = BookReader.Read(_folder.FullName, new ReadingOptions(), new DiagnosticBag())!;
        Assert.Empty(Messages(Typesetter.Set(book, HandSet.Fonts, new DiagnosticBag()), book));
    }

    [Theory]
    [InlineData("hill.png", 3)]
    [InlineData("water.png", 9)]
    [InlineData("photo.jpg", 11)]
    [InlineData("turned.jpg", 13)]
    [InlineData("glass.png", 15)]
    public void Another_picture_is_found(string name, int line)
    {
        var message = $"Page 5 of the PDF shows {name} as another picture.";
        Assert.Equal((line, message), Assert.Single(Findings(Changed(name, b => b with { Picture = Replaced(b.Picture, Scene(60, 40, 8)) }), _book)));
        Assert.Equal((line, message), Assert.Single(Findings(Changed(name, b => b with { Picture = Replaced(b.Picture, Blank(60, 40)) }), _book)));
        Assert.Equal((line, message), Assert.Single(Findings(Changed(name, b => b with { Picture = Replaced(b.Picture, Raster.Decode(b.Picture.ReadBytes())!.Turned(Orientation.TurnedHalf)) }), _book)));
    }

    [Fact]
    public void A_drawing_of_a_few_thin_lines_is_not_taken_for_blank_paper()
    {
        var sketch = Blank(600, 400);
        sketch.Samples.AsSpan(100 * 600, 5 * 600).Clear();
        _folder.Write("glass.png", Png.Write(sketch with { Alpha = [254, .. Enumerable.Repeat(byte.MaxValue, (600 * 400) - 1)] }));
        var book = BookReader.Read(_folder.FullName, new ReadingOptions(), new DiagnosticBag())!;
        Assert.Empty(Messages(_pages, book));
        Assert.Equal(15, Assert.Single(Findings(Changed("glass.png", b => b with { Picture = Replaced(b.Picture, Blank(600, 400)) }), book)).Line);
    }

    [Fact]
    public void Two_pictures_that_change_places_are_found()
    {
        var (hill, water) = (Box("hill.png").Picture, Box("water.png").Picture);
        var swapped = Changed(_pages, i => i is not ImageBox b ? i : b.Picture.Path == hill.Path ? b with { Picture = water } : b.Picture.Path == water.Path ? b with { Picture = hill } : b);
        Assert.Equal([3, 9], Findings(swapped, _book).Select(f => f.Line));
    }

    [Fact]
    public void A_picture_that_is_not_drawn_is_found()
    {
        Assert.Equal((3, "The picture hill.png is not in the PDF."), Assert.Single(Findings(Changed("hill.png", b => new Rule(b.X, b.Y, null, 1, 1, Colour.Black)), _book)));
        Assert.Equal((3, "Page 5 of the PDF shows hill.png as an empty frame."), Assert.Single(Findings(Changed("hill.png", b => new Rule(b.X, b.Y, b.Owner, 1, 1, Colour.Black)), _book)));
        Assert.Equal((17, "The picture drawing.svg is not in the PDF."), Assert.Single(Findings(Changed(_pages, g => g is Group { Owner.Alt: "画" } ? new Rule(0, 0, null, 1, 1, Colour.Black) : g), _book)));
    }

    [Fact]
    public void A_picture_in_a_note_counts() =>
        Assert.Equal((23, "Page 5 of the PDF shows dot.png as another picture."), Assert.Single(Findings(Changed("dot.png", b => b.Y < 400 ? b : b with { Picture = Replaced(b.Picture, Scene(12, 12, 8)) }), _book)));

    [Theory]
    [InlineData("hill.png", 0.9, 1)]
    [InlineData("photo.jpg", 1, 0.9)]
    [InlineData("turned.jpg", 1, 0.9)]
    public void A_squeezed_picture_is_found(string name, double across, double down) =>
        Assert.EndsWith($"{name} distorted.", Assert.Single(Findings(Changed(name, b => b with { Width = b.Width * across, Height = b.Height * down }), _book)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_a_picture_is_called_counts()
    {
        _folder.Write("a.md", Text.Replace("![山]", "![远山]", StringComparison.Ordinal));
        var book = BookReader.Read(_folder.FullName, new ReadingOptions(), new DiagnosticBag())!;
        Assert.Contains((3, "Page 5 of the PDF shows hill.png under the description “山”."), Findings(_pages, book));
    }

    [Fact]
    public void The_cover_is_on_the_first_page() =>
        Assert.Equal("The cover cover.png is not on the first page of the PDF, or another picture.", Assert.Single(Findings(Changed("cover.png", b => b with { Picture = Replaced(b.Picture, Scene(30, 40, 8)) }), _book)).Message);

    private ImageBox Box(string name) => _pages.Pages.SelectMany(p => p.AllItems).OfType<ImageBox>().First(b => b.Picture.Path == name);

    private TypesetBook Changed(string name, Func<ImageBox, PageItem> change)
    {
        Assert.NotNull(Box(name));
        return Changed(_pages, i => i is ImageBox b && b.Picture.Path == name ? change(b) : i);
    }

    private static TypesetBook Changed(TypesetBook pages, Func<PageItem, PageItem> change) =>
        pages with { Pages = [.. pages.Pages.Select(p => p with { Items = [.. p.Items.Select(change)] })] };

    private static Picture Replaced(Picture picture, Raster raster) => new($"other-{picture.Path}", "", PictureFormat.Png, raster.Width, raster.Height, 1) { Content = Png.Write(raster) };

    /// <summary>A picture of no symmetry, different for each number.</summary>
    private static Raster Scene(int width, int height, int number)
    {
        var samples = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = (i % width * 16 / width, i / width * 16 / height);
            (samples[3 * i], samples[(3 * i) + 1], samples[(3 * i) + 2]) = ((byte)(x * 15), (byte)(y * 15), (byte)((x + (3 * y)) % (number + 4) * 20));
        }

        return new Raster(width, height, false, samples, null);
    }

    private static Raster Blank(int width, int height) => new(width, height, true, [.. Enumerable.Repeat((byte)255, width * height)], null);

    /// <summary>The same bytes, which the file says to show turned (EXIF).</summary>
    private static byte[] Turned(byte[] jpeg, Orientation turn) =>
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0, .. jpeg.AsSpan(2)];

    private List<string> Messages(TypesetBook pages, Book? book = null) => [.. Findings(pages, book ?? _book).Select(f => f.Message)];

    private static List<(int Line, string Message)> Findings(TypesetBook pages, Book book)
    {
        using var pdf = new MemoryStream();
        PdfEdition.Write(pages, pdf);
        pdf.Position = 0;
        var bag = new DiagnosticBag();
        Proof.Compare(book, pdf, null, bag);
        return [.. bag.Sorted.Select(f => (f.At.Line, f.Message))];
    }
}
