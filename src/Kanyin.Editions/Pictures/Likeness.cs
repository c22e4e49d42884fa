using System.Runtime.Intrinsics;

namespace Kanyin.Editions.Pictures;

/// <summary>Whether two pictures show the same, though one was made smaller or saved in another format.</summary>
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

    private const int Rgba = 4, Opacity = 3;

    public static bool IsSame(byte[] one, byte[] other) => Squares(one) is { } a && Squares(other) is { } b && IsSame(a, b);

    /// <param name="one">As <see cref="Squares(byte[])"/> gives them.</param>
    public static bool IsSame(Raster one, Raster other)
    {
        long sum = 0;
        for (var i = 0; i < one.Samples.Length; i++)
        {
            var difference = Math.Abs(one.Samples[i] - other.Samples[i]);
            if (difference > LargestTolerance)
            {
                return false;
            }

            sum += difference;
        }

        return sum <= Math.Clamp(ShareOfSpread * SpreadOf(other.Samples), LeastTolerance, Tolerance) * one.Samples.Length;
    }

    /// <summary>The mean colours of 16 × 16 squares of a picture file, on white paper and upright; null when it cannot be decoded.</summary>
    public static Raster? Squares(byte[] file) => Decoded(file) is var (squares, turn) ? squares.Turned(turn) : null;

    /// <summary>The same as they are stored, whatever the file says about how to turn them.</summary>
    public static Raster? StoredSquares(byte[] file) => Decoded(file)?.Squares;

    /// <summary>The same of pixels that are decoded already, in the order in which they are stored.</summary>
    public static Raster Squares(Raster raster)
    {
        var (components, samples) = (raster.Components, raster.Samples);
        if (raster.Alpha is null)
        {
            return Squares(raster.Width, raster.Height, components, (from, count, sums) =>
            {
                Add(samples.AsSpan(from * components, count * components), components, sums);
                sums[Opacity] += (long)byte.MaxValue * count;
            });
        }

        var row = new byte[((raster.Width / Side) + 1) * components];
        return Squares(raster.Width, raster.Height, components, (from, count, sums) =>
        {
            var stored = samples.AsSpan(from * components, count * components);
            var alpha = raster.Alpha.AsSpan(from, count);
            for (var i = 0; i < stored.Length; i++)
            {
                row[i] = (byte)(stored[i] * alpha[i / components] / byte.MaxValue);
            }

            Add(row.AsSpan(0, stored.Length), components, sums);
            long opacity = 0;
            foreach (var a in alpha)
            {
                opacity += a;
            }

            sums[Opacity] += opacity;
        });
    }

    private static (Raster Squares, Orientation Turn)? Decoded(byte[] file) => Raster.DecodePixels(file, isPremultiplied: true) is var (width, height, pixels, turn)
        ? (Squares(width, height, Rgba, (from, count, sums) => Add(pixels.AsSpan(from * Rgba, count * Rgba), Rgba, sums)), turn)
        : null;

    /// <summary>Adds the components of so many pixels from one on, which are premultiplied, and their opacity to the sums.</summary>
    private delegate void AddPixels(int from, int count, long[] sums);

    private static Raster Squares(int width, int height, int components, AddPixels add)
    {
        var squares = new byte[Side * Side * 3];
        var sums = new long[Rgba];
        for (var square = 0; square < Side * Side; square++)
        {
            var (left, right) = Bounds(square % Side, width);
            var (top, bottom) = Bounds(square / Side, height);
            Array.Clear(sums);
            for (var y = top; y < bottom; y++)
            {
                add((y * width) + left, right - left, sums);
            }

            var count = (right - left) * (bottom - top);
            for (var i = 0; i < 3; i++)
            {
                squares[(square * 3) + i] = (byte)((sums[components == 1 ? 0 : i] + ((long)byte.MaxValue * count) - sums[Opacity]) / count); // what is not opaque shows the paper
            }
        }

        return new Raster(Side, Side, false, squares, null);
    }

    /// <summary>A picture smaller than the squares repeats its pixels.</summary>
    private static (int From, int To) Bounds(int square, int length)
    {
        var from = square * length / Side;
        return (from, Math.Max(from + 1, (square + 1) * length / Side));
    }

    /// <param name="samples">Whole pixels.</param>
    private static void Add(ReadOnlySpan<byte> samples, int components, long[] sums)
    {
        // So many vectors hold whole pixels, and so many additions fit in 16 bits.
        var (width, most) = (components * Vector128<byte>.Count, ushort.MaxValue / byte.MaxValue);
        Span<Vector128<ushort>> totals = stackalloc Vector128<ushort>[2 * Rgba];
        while (samples.Length >= width)
        {
            totals.Clear();
            for (var i = 0; i < most && samples.Length >= width; i++, samples = samples[width..])
            {
                for (var v = 0; v < components; v++)
                {
                    var (lower, upper) = Vector128.Widen(Vector128.Create(samples.Slice(v * Vector128<byte>.Count, Vector128<byte>.Count)));
                    totals[2 * v] += lower;
                    totals[(2 * v) + 1] += upper;
                }
            }

            for (var i = 0; i < width; i++)
            {
                sums[i % components] += totals[i / Vector128<ushort>.Count][i % Vector128<ushort>.Count];
            }
        }

        for (var i = 0; i < samples.Length; i++)
        {
            sums[i % components] += samples[i];
        }
    }

    /// <summary>The mean distance from the mean of each colour.</summary>
    private static double SpreadOf(byte[] squares)
    {
        var spread = 0.0;
        for (var component = 0; component < 3; component++)
        {
            var samples = squares.Where((_, i) => i % 3 == component).Select(s => (double)s).ToList();
            var mean = samples.Average();
            spread += samples.Average(s => Math.Abs(s - mean)) / 3;
        }

        return spread;
    }
}
