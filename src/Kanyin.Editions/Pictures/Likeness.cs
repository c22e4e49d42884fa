namespace Kanyin.Editions.Pictures;

/// <summary>Whether two picture files show the same, though one was made smaller or saved in another format.</summary>
internal static class Likeness
{
    /// <summary>Pictures are compared as so many squares a side.</summary>
    private const int Side = 16;

    /// <summary>The mean difference of a sample that lossy formats and averaging make, of 255.</summary>
    private const double Tolerance = 6;

    /// <summary>Of a picture that is nearly all of one colour: the mean difference is no more than such a share of how far its samples are from their mean.</summary>
    private const double ShareOfSpread = 0.25;

    /// <summary>What rounding makes.</summary>
    private const double LeastTolerance = 1;

    /// <summary>The greatest difference of one square.</summary>
    private const int LargestTolerance = 64;

    public static bool IsSame(byte[] one, byte[] other) => Raster.Decode(one) is { } a && Raster.Decode(other) is { } b && IsSame(a, b);

    public static bool IsSame(Raster one, Raster other) => IsSame(Squares(one), Squares(other));

    private static bool IsSame(int[] a, int[] b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        long sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var difference = Math.Abs(a[i] - b[i]);
            if (difference > LargestTolerance)
            {
                return false;
            }

            sum += difference;
        }

        return sum <= Math.Clamp(ShareOfSpread * SpreadOf(b), LeastTolerance, Tolerance) * a.Length;
    }

    /// <summary>The mean distance from the mean of each colour.</summary>
    private static double SpreadOf(int[] squares)
    {
        var spread = 0.0;
        for (var component = 0; component < 3; component++)
        {
            var samples = squares.Where((_, i) => i % 3 == component).ToList();
            var mean = samples.Average();
            spread += samples.Average(s => Math.Abs(s - mean)) / 3;
        }

        return spread;
    }

    /// <summary>Red, green and blue of each square, on white paper.</summary>
    private static int[] Squares(Raster raster)
    {
        var squares = new int[Side * Side * 3];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                Average(raster, x, y).CopyTo(squares, ((y * Side) + x) * 3);
            }
        }

        return squares;
    }

    private static int[] Average(Raster raster, int column, int row)
    {
        var (left, top) = (column * raster.Width / Side, row * raster.Height / Side);
        var (right, bottom) = (Math.Max(left + 1, (column + 1) * raster.Width / Side), Math.Max(top + 1, (row + 1) * raster.Height / Side));
        Span<long> sums = [0, 0, 0];
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var pixel = (y * raster.Width) + x;
                var alpha = raster.Alpha is { } a ? a[pixel] : byte.MaxValue;
                for (var i = 0; i < 3; i++)
                {
                    var sample = raster.Samples[(pixel * raster.Components) + (raster.IsGrey ? 0 : i)];
                    sums[i] += byte.MaxValue - ((byte.MaxValue - sample) * alpha / byte.MaxValue);
                }
            }
        }

        var count = (right - left) * (bottom - top);
        return [(int)(sums[0] / count), (int)(sums[1] / count), (int)(sums[2] / count)];
    }
}
