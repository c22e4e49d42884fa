using Kanyin.Editions.Pictures;
using Xunit;

namespace Kanyin.Tests.Pictures;

public sealed class PackedRowsTests
{
    [Theory]
    [InlineData(1, 301)]
    [InlineData(3, 300)]
    [InlineData(4, 4)]
    public void Every_filter_is_undone_as_the_standard_says(int pixelBytes, int rowBytes)
    {
        var samples = new byte[rowBytes * 200];
        uint state = 1;
        for (var i = 0; i < samples.Length; i++)
        {
            state = (state * 1664525) + 1013904223; // Numerical Recipes' generator
            samples[i] = (byte)((state >> 24) & (i % 5 == 0 ? 255u : 7u)); // many ties among the neighbours
        }

        foreach (var filter in RowFilters.All)
        {
            using var filtered = new MemoryStream();
            RowFilters.Write(filtered, samples, rowBytes, pixelBytes, [filter]);
            Assert.Equal(samples, Unfiltered(filtered.ToArray(), rowBytes, pixelBytes));
        }
    }

    [Fact]
    public void Filter_with_the_smallest_differences_is_chosen_for_each_row()
    {
        byte[] slope = [.. Enumerable.Range(0, 100).Select(x => (byte)(2 * x))];
        byte[] noise = [.. Enumerable.Range(0, 100).Select(x => (byte)(x * x * 31))];
        using var filtered = new MemoryStream();
        RowFilters.Write(filtered, [.. slope, .. noise, .. noise], 100, 1, RowFilters.All);
        var rows = filtered.ToArray();
        Assert.Equal([1, 2], [rows[0], rows[202]]); // from the left, then from above
    }

    [Fact]
    public void Pattern_that_repeats_is_packed_without_filters()
    {
        byte[] row = [.. Enumerable.Range(0, 240).Select(x => (byte)(x * x * 31))];
        byte[] drawing = [.. Enumerable.Range(0, 200).SelectMany(y => (byte[])[.. row[(y * 7 % 13 * 12)..], .. row[..(y * 7 % 13 * 12)]])];
        Assert.All(Heads(PackedRows.Of(drawing, 240, 1), 240), filter => Assert.Equal(0, filter));
    }

    [Fact]
    public void Gradient_is_packed_with_filters()
    {
        byte[] gradient = [.. Enumerable.Range(0, 200 * 240).Select(i => (byte)((i % 240 / 2) + (i / 240 * i % 240 / 3)))];
        var packed = PackedRows.Of(gradient, 240, 1);
        Assert.Contains(Heads(packed, 240), filter => filter != 0);
        Assert.Equal(gradient, Unfiltered(PngFile.Unpacked(packed), 240, 1));
    }

    private static IEnumerable<byte> Heads(byte[] packed, int rowBytes) => PngFile.Unpacked(packed).Where((_, i) => i % (rowBytes + 1) == 0);

    // ISO/IEC 15948 9.2, word for word.
    private static byte[] Unfiltered(byte[] rows, int rowBytes, int pixelBytes)
    {
        var samples = new byte[rows.Length / (rowBytes + 1) * rowBytes];
        for (var i = 0; i < samples.Length; i++)
        {
            int x = i % rowBytes, y = i / rowBytes;
            int a = x < pixelBytes ? 0 : samples[i - pixelBytes], b = y == 0 ? 0 : samples[i - rowBytes], c = x < pixelBytes || y == 0 ? 0 : samples[i - rowBytes - pixelBytes];
            int p = a + b - c, pa = Math.Abs(p - a), pb = Math.Abs(p - b), pc = Math.Abs(p - c);
            var paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
            samples[i] = (byte)(rows[i + y + 1] + (rows[y * (rowBytes + 1)] switch { 1 => a, 2 => b, 4 => paeth, _ => 0 }));
        }

        return samples;
    }
}
