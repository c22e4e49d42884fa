using Kanyin.Editions.Pictures;
using Xunit;

namespace Kanyin.Tests.Pictures;

public sealed class PictureTests
{
    // 2 × 2: red, half-clear green / blue, white
    private static readonly Raster Four = Raster.FromRgba(2, 2, [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 255, 255, 255, 255]);

    [Fact]
    public void Png_written_is_read_back_the_same()
    {
        var again = Raster.Decode(Png.Write(Four));
        Assert.NotNull(again);
        Assert.Equal(Four.Samples, again.Samples);
        Assert.Equal(Four.Alpha, again.Alpha);
        Assert.False(again.IsGrey);
    }

    [Fact]
    public void Colourful_png_is_read_back_the_same()
    {
        var pixels = new byte[64 * 64 * 4];
        for (var i = 0; i < pixels.Length; i += 4)
        {
            int x = i / 4 % 64, y = i / 256;
            (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = ((byte)(x * y), (byte)(x * 4), (byte)((x ^ y) * 3), 255);
        }

        var raster = Raster.FromRgba(64, 64, pixels);
        Assert.Null(raster.Alpha);
        Assert.Equal(raster.Samples, Raster.Decode(Png.Write(raster))!.Samples);
    }

    [Fact]
    public void Grey_pixels_are_kept_as_one_channel()
    {
        var grey = Raster.FromRgba(2, 1, [7, 7, 7, 255, 200, 200, 200, 255]);
        Assert.True(grey.IsGrey);
        Assert.Equal([7, 200], Raster.Decode(Png.Write(grey))!.Samples);
    }

    [Fact]
    public void Damaged_bytes_decode_to_nothing()
    {
        var png = Png.Write(Four);
        Assert.Null(Raster.Decode(png[..40]));
        Assert.Null(Raster.Decode([]));
        Assert.Null(Png.Convert([1, 2, 3, 4]));
    }

    [Fact]
    public void Bmp_converts_to_png()
    {
        byte[] bmp = [
            (byte)'B', (byte)'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0,
            40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            10, 20, 30, 0];
        Assert.Equal([30, 20, 10], Raster.Decode(Png.Convert(bmp)!)!.Samples);
    }

    [Fact]
    public void Reduction_averages_areas_exactly()
    {
        var three = Raster.FromRgba(3, 1, [0, 0, 0, 255, 90, 90, 90, 255, 240, 240, 240, 255]);
        Assert.Equal([30, 190], three.ReducedTo(2, 1).Samples);
        Assert.Equal([110], three.ReducedTo(1, 1).Samples);
        Assert.Same(three, three.ReducedTo(4, 4));
    }

    [Fact]
    public void Reduction_averages_wide_rows_too()
    {
        byte[] samples = [.. Enumerable.Range(0, 400).Select(i => (byte)((i % 100) + (i / 100 * 10)))];
        var half = new Raster(100, 4, true, samples, null).ReducedTo(100, 2);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (byte)((i % 100) + 5 + (i / 100 * 20))), half.Samples);
    }

    [Fact]
    public void Clear_pixels_lend_no_colour_to_their_neighbours()
    {
        var pair = Raster.FromRgba(2, 1, [255, 0, 0, 255, 0, 255, 0, 0]).ReducedTo(1, 1);
        Assert.Equal([255, 0, 0], pair.Samples);
        Assert.Equal([128], pair.Alpha);
    }

    [Theory]
    [InlineData(Orientation.Upright, 1, 2, 3, 4)]
    [InlineData(Orientation.FlippedHorizontally, 2, 1, 4, 3)]
    [InlineData(Orientation.TurnedHalf, 4, 3, 2, 1)]
    [InlineData(Orientation.FlippedVertically, 3, 4, 1, 2)]
    [InlineData(Orientation.Transposed, 1, 3, 2, 4)]
    [InlineData(Orientation.TurnedRight, 3, 1, 4, 2)]
    [InlineData(Orientation.Transversed, 4, 2, 3, 1)]
    [InlineData(Orientation.TurnedLeft, 2, 4, 1, 3)]
    public void Turned_pictures_stand_upright(Orientation turn, byte a, byte b, byte c, byte d) =>
        Assert.Equal([a, b, c, d], new Raster(2, 2, true, [1, 2, 3, 4], null).Turned(turn).Samples);
}
