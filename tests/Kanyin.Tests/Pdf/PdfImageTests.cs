using Kanyin.Books.Model;
using Kanyin.Editions.Pictures;
using Kanyin.Tests.Pictures;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Pdf.HandSet;

namespace Kanyin.Tests.Pdf;

public sealed class PdfImageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kanyin-pictures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Jpeg_is_passed_through_byte_for_byte()
    {
        byte[] jpeg = Jpeg(components: 3, adobe: false, turn: 1);
        var file = Write(Pictures(Saved("a.jpg", jpeg, PictureFormat.Jpeg)));
        Assert.True(file.AsSpan().IndexOf(jpeg) > 0);
        Assert.Contains("/Width 20/Height 10/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", PdfDump.Of(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Grey_jpeg_stays_grey()
    {
        var file = Write(Pictures(Saved("a.jpg", Jpeg(1, adobe: false, turn: 1), PictureFormat.Jpeg)));
        Assert.Contains("/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length", System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Fact] // ISO 19005-2 6.2.4.3: four inks have no meaning beside an sRGB output intent
    public void Jpeg_of_four_inks_becomes_rgb()
    {
        // One block a component, all of them the middle value: what Adobe stores inverted is half of each ink.
        byte[] quantities = [0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64)];
        byte[] oneCode = [1, .. new byte[15], 0];
        byte[] codes = [0xFF, 0xC4, 0, 38, 0, .. oneCode, 0x10, .. oneCode];
        byte[] frame = [0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4, .. Enumerable.Range(1, 4).SelectMany(c => (byte[])[(byte)c, 0x11, 0])];
        byte[] scan = [0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0x00];
        byte[] adobe = [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0];
        var dump = PdfDump.Of(Write(Pictures(Saved("a.jpg", [0xFF, 0xD8, .. adobe, .. quantities, .. codes, .. frame, .. scan, 0xFF, 0xD9], PictureFormat.Jpeg))));
        Assert.Matches(@"/Subtype/Image/Width 8/Height 8/ColorSpace.*/Filter/FlateDecode", dump);
        Assert.DoesNotContain("DeviceCMYK", dump, StringComparison.Ordinal);
    }

    [Theory] // ISO 32000-1 8.6.5.5
    [InlineData(3, "RGB ", "mntr", 4, true)]
    [InlineData(1, "GRAY", "scnr", 2, true)]
    [InlineData(3, "GRAY", "mntr", 4, false)]
    [InlineData(3, "RGB ", "link", 4, false)]
    [InlineData(3, "RGB ", "mntr", 5, false)]
    public void Colour_profile_of_a_jpeg_is_kept_if_it_fits(byte components, string space, string kind, byte version, bool isKept)
    {
        var profile = Profile(space, kind, version);
        byte[] jpeg = [0xFF, 0xD8, .. Part(1, profile[..100]), .. Part(2, profile[100..]), .. Jpeg(components, adobe: false, turn: 1)[2..]];
        var dump = PdfDump.Of(Write(Pictures(Saved("a.jpg", jpeg, PictureFormat.Jpeg), Saved("b.jpg", jpeg, PictureFormat.Jpeg))));
        var own = components == 3 ? 1 : 0; // the output intent's
        Assert.Equal(own + (isKept ? 1 : 0), dump.Split($": /N {components}/Filter/FlateDecode").Length - 1);
        Assert.Equal(isKept ? 2 : 0, dump.Split("/ColorSpace[/ICCBased ").Length - 1);
        Assert.Equal(isKept ? 0 : 2, dump.Split("/ColorSpace/DeviceRGB").Length - 1);

        static byte[] Part(byte number, byte[] part) => [0xFF, 0xE2, 0, (byte)(16 + part.Length), .. "ICC_PROFILE"u8, 0, number, 2, .. part];
    }

    [Fact]
    public void Colour_profile_of_a_png_is_kept()
    {
        var png = PngFile.Patterned(8, 2, 0, ("iCCP", [.. "wide"u8, 0, 0, .. PngFile.Packed(Profile("RGB ", "mntr", 2), System.IO.Compression.CompressionLevel.Optimal)]));
        var dump = PdfDump.Of(Write(Pictures(Saved("a.png", png, PictureFormat.Png))));
        Assert.Contains(": /N 3/Filter/FlateDecode", dump, StringComparison.Ordinal);
        Assert.Contains("/ColorSpace[/ICCBased ", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Camera_turn_of_a_jpeg_is_drawn()
    {
        var file = Write(Pictures(Saved("a.jpg", Jpeg(3, adobe: false, turn: 6), PictureFormat.Jpeg)));
        Assert.Contains("q 0 -40 80 0 30 350 cm /I0 Do Q", PdfDump.Content(file), StringComparison.Ordinal); // a quarter to the right
    }

    [Fact]
    public void Clear_pixels_become_a_soft_mask()
    {
        var raster = Raster.FromRgba(2, 1, [10, 20, 30, 255, 40, 50, 60, 128]);
        var dump = PdfDump.Of(Write(Pictures(Saved("a.png", Png.Write(raster), PictureFormat.Png))));
        Assert.Matches(@"/Subtype/Image/Width 2/Height 1/ColorSpace\[/Indexed/DeviceRGB 1<0A141E28323C>\]/BitsPerComponent 8/Filter/FlateDecode/SMask \d+ 0 R", dump);
        Assert.Contains("/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 8/Columns 2>>", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Colourful_picture_is_read_back_exactly()
    {
        var pixels = new byte[40 * 40 * 4];
        for (var i = 0; i < 1600; i++)
        {
            (pixels[i * 4], pixels[(i * 4) + 1], pixels[(i * 4) + 2], pixels[(i * 4) + 3]) = ((byte)(i % 40 * 6), (byte)(i / 40 * 6), (byte)(i * 7), 255);
        }

        var raster = Raster.FromRgba(40, 40, pixels);
        Assert.Null(Palette.Of(raster));
        using var pdf = Open(Pictures(Saved("a.png", Png.Write(raster), PictureFormat.Png)));
        var image = Assert.Single(pdf.GetPage(1).GetImages());
        Assert.True(image.TryGetBytesAsMemory(out var samples));
        Assert.Equal(raster.Samples, samples.ToArray());
        Assert.Equal((30, 310, 80, 40), (image.BoundingBox.Left, image.BoundingBox.Bottom, image.BoundingBox.Width, image.BoundingBox.Height));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(4, 0)]
    [InlineData(8, 0)]
    [InlineData(8, 2)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(4, 3)]
    [InlineData(8, 3)]
    public void Png_passed_through_shows_the_same_pixels(int bits, int type)
    {
        var png = PngFile.Patterned(bits, type);
        var book = Pictures(Saved("a.png", png, PictureFormat.Png));
        Assert.True(Write(book).AsSpan().IndexOf(StoredPng.Read(png)!.Data) > 0);

        using var pdf = Open(book);
        Assert.True(Assert.Single(pdf.GetPage(1).GetImages()).TryGetPng(out var shown));
        Assert.Equal(Rgb(Raster.Decode(png)!), Rgb(Raster.Decode(shown)!));
    }

    [Fact]
    public void Many_pictures_give_the_same_bytes_each_time()
    {
        var book = Pictures([.. Enumerable.Range(1, 12).Select(i => Saved($"{i}.png", PngFile.Patterned(8, i % 2 == 0 ? 2 : 6, 0, ("tEXt", new byte[i * 100])), PictureFormat.Png))]);
        Assert.Equal(Write(book), Write(book));
    }

    [Fact]
    public void Picture_printed_twice_is_embedded_once()
    {
        var picture = Saved("a.png", Png.Write(Raster.FromRgba(1, 1, [1, 2, 3, 255])), PictureFormat.Png);
        var file = Write(Pictures(picture, picture));
        Assert.Equal(2, PdfDump.Content(file).Split("/I0 Do").Length - 1);
        Assert.Equal(2, PdfDump.Of(file).Split("/Subtype/Image").Length);
    }

    [Fact]
    public void Picture_much_finer_than_print_is_reduced()
    {
        // 80 × 40 points at 300 to the inch is 334 × 167 pixels.
        var dump = PdfDump.Of(Write(Pictures(Saved("a.png", Png.Write(Raster.FromRgba(1200, 600, new byte[1200 * 600 * 4])), PictureFormat.Png))));
        Assert.Contains("/Width 334/Height 167/", dump, StringComparison.Ordinal);
    }

    [Theory] // 80 × 40 points
    [InlineData(150, 330, 165, 330)]
    [InlineData(150, 340, 170, 167)] // 306 to the inch is more than twice 150
    [InlineData(300, 1200, 600, 1200)]
    [InlineData(300, 1400, 700, 334)] // 1260 is more than four times 300
    public void Jpeg_is_coded_again_only_when_it_is_far_too_fine(int resolution, int width, int height, int kept)
    {
        var jpeg = ScreenPicture.Jpeg(Noise(width, height, isGrey: false));
        var file = Write(Pictures(Saved("a.jpg", jpeg, PictureFormat.Jpeg)) with { PictureResolution = resolution });
        Assert.Contains($"/Width {kept}/", PdfDump.Of(file), StringComparison.Ordinal);
        Assert.Equal(kept == width, file.AsSpan().IndexOf(jpeg) > 0);
    }

    [Fact]
    public void Grey_jpeg_coded_again_stays_grey()
    {
        var dump = PdfDump.Of(Write(Pictures(Saved("a.jpg", ScreenPicture.Jpeg(Noise(800, 400, isGrey: true)), PictureFormat.Jpeg)) with { PictureResolution = 150 }));
        Assert.Contains("/Width 167/Height 84/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode", dump, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PictureFormat.Png)]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.Unknown)]
    [InlineData(PictureFormat.Svg)]
    public void Picture_that_cannot_be_drawn_leaves_a_crossed_frame(PictureFormat format)
    {
        var file = Write(Pictures(Saved("a", [0xFF, 0xD8, 0xFF, 0xE1, 0, 200, 1], format)));
        Assert.Contains("30 310 80 40 re 30 310 m 110 350 l 30 350 m 110 310 l S", PdfDump.Content(file), StringComparison.Ordinal);
        Assert.DoesNotContain("/Subtype/Image", PdfDump.Of(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_that_has_vanished_is_the_machines_fault() =>
        Assert.Throws<FileNotFoundException>(() => Write(Pictures(new Picture("a.png", System.IO.Path.Combine(_folder, "gone.png"), PictureFormat.Png, 1, 1, 1))));

    [Fact]
    public void Jpeg_header_never_reads_past_its_end()
    {
        var jpeg = Jpeg(3, adobe: true, turn: 6);
        Assert.All(Enumerable.Range(0, jpeg.Length - 3), length => Assert.Null(JpegHeader.Read(jpeg.AsSpan(0, length))));
        Assert.Equal(new JpegHeader(20, 10, 3, Orientation.TurnedRight), JpegHeader.Read(jpeg));
        jpeg[jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 1] = 0xC2;
        Assert.Equal(new JpegHeader(20, 10, 3, Orientation.TurnedRight) { IsProgressive = true }, JpegHeader.Read(jpeg));
    }

    // Something that does not pack well, the same each time.
    private static Raster Noise(int width, int height, bool isGrey)
    {
        var samples = new byte[width * height * (isGrey ? 1 : 3)];
        for (var (i, n) = (0, 1u); i < samples.Length; i++)
        {
            n = (n * 1664525) + 1013904223;
            samples[i] = (byte)(n >> 24);
        }

        return new Raster(width, height, isGrey, samples, null);
    }

    private static TypesetBook Pictures(params Picture[] pictures)
    {
        var document = new StructureElement(StructureRole.Document);
        return Book(document, Page("1", [.. pictures.Select(p =>
            new ImageBox(30, 50, document.Add(new StructureElement(StructureRole.Figure) { Alt = "图" }), 80, 40, p))]));
    }

    private static IEnumerable<byte> Rgb(Raster raster) => raster.IsGrey ? raster.Samples.SelectMany(s => (byte[])[s, s, s]) : raster.Samples;

    private Picture Saved(string name, byte[] bytes, PictureFormat format)
    {
        var path = System.IO.Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return new Picture(name, path, format, 0, 0, bytes.Length);
    }

    // A header and nothing that it would describe.
    private static byte[] Profile(string space, string kind, byte version) =>
        [0, 0, 0, 132, 0, 0, 0, 0, version, 0, 0, 0, .. System.Text.Encoding.ASCII.GetBytes(kind + space + "XYZ "), .. new byte[12], .. "acsp"u8, .. new byte[92]];

    // Markers only: nothing here decodes the scan. The frame header comes last.
    private static byte[] Jpeg(byte components, bool adobe, byte turn) =>
    [
        0xFF, 0xD8,
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0,
        .. adobe ? (byte[])[0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2] : [],
        0xFF, 0xC0, 0, (byte)(8 + (3 * components)), 8, 0, 10, 0, 20, components, .. Enumerable.Repeat<byte[]>([1, 0x11, 0], components).SelectMany(c => c),
        0xFF, 0xD9,
    ];
}
