using System.IO.Compression;
using Kanyin.Editions.Pictures;
using Xunit;

namespace Kanyin.Tests.Pictures;

public sealed class StoredPngTests
{
    private static readonly byte[] Whole = PngFile.Patterned(8, 2);

    [Fact]
    public void Opaque_png_is_taken_as_it_is()
    {
        var png = StoredPng.Read(Whole);
        Assert.NotNull(png);
        Assert.Equal((53, 60, 8, 3), (png.Width, png.Height, png.Bits, png.Components));
        Assert.Null(png.Colours);
        Assert.True(Whole.AsSpan().IndexOf(png.Data) > 0);
    }

    [Theory]
    [InlineData(16, 0, 0)]
    [InlineData(16, 2, 0)]
    [InlineData(8, 4, 0)]
    [InlineData(8, 6, 0)]
    [InlineData(8, 2, 1)]
    [InlineData(4, 2, 0)]
    public void Png_that_pdf_has_no_coding_for_is_left(int bits, int type, int interlace) =>
        Assert.Null(StoredPng.Read(PngFile.Patterned(bits, type, interlace)));

    [Theory]
    [InlineData("tRNS")]
    [InlineData("iCCP")]
    [InlineData("cICP")]
    [InlineData("eXIf")]
    [InlineData("gAMA")]
    [InlineData("cHRM")]
    public void Png_whose_pixels_are_not_what_is_shown_is_left(string chunk) =>
        Assert.Null(StoredPng.Read(PngFile.Patterned(8, 2, 0, (chunk, [0, 0, 0, 0, 0, 0]))));

    [Fact]
    public void Mark_of_srgb_outweighs_gamma() =>
        Assert.NotNull(StoredPng.Read(PngFile.Patterned(8, 2, 0, ("gAMA", [0, 0, 0xB1, 0x8F]), ("sRGB", [0]))));

    [Fact]
    public void Damaged_png_is_left()
    {
        Assert.All(Enumerable.Range(0, Whole.Length - 1), length => Assert.Null(StoredPng.Read(Whole.AsSpan(0, length))));

        byte[] flipped = [.. Whole];
        flipped[^17] ^= 1; // the last byte of zlib's checksum, before IDAT's own and IEND
        Assert.Null(StoredPng.Read(flipped));

        Assert.Null(StoredPng.Read(PngFile.Of(("IDAT", [1]), ("IEND", []))));
        Assert.Null(StoredPng.Read(Rows([5, .. new byte[300]]))); // a filter that does not exist
        Assert.Null(StoredPng.Read(Rows(new byte[300]))); // a byte short
        Assert.Null(StoredPng.Read(Rows(new byte[302]))); // a byte over
        Assert.NotNull(StoredPng.Read(Rows(new byte[301])));
    }

    [Fact]
    public void Indices_need_their_colours() =>
        Assert.Null(StoredPng.Read(PngFile.Of(("IHDR", PngFile.Header(100, 1, 8, 3)), ("IDAT", PngFile.Packed(new byte[101], CompressionLevel.Optimal)), ("IEND", []))));

    [Fact]
    public void Badly_packed_png_is_left_to_be_packed_anew() =>
        Assert.Null(StoredPng.Read(PngFile.Of(("IHDR", PngFile.Header(100, 1, 8, 2)), ("IDAT", PngFile.Packed(new byte[301], CompressionLevel.NoCompression)), ("IEND", []))));

    private static byte[] Rows(byte[] rows) =>
        PngFile.Of(("IHDR", PngFile.Header(100, 1, 8, 2)), ("IDAT", PngFile.Packed(rows, CompressionLevel.Optimal)), ("IEND", []));
}
