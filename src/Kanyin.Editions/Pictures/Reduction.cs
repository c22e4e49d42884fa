using System.Numerics;

namespace Kanyin.Editions.Pictures;

/// <summary>Makes pictures smaller by averaging areas, in whole numbers so that every machine gives the same bytes.</summary>
public static class Reduction
{
    /// <summary>The raster at a new size, no larger than the old one in either direction.</summary>
    public static Raster ReducedTo(this Raster raster, int width, int height)
    {
        if (width >= raster.Width && height >= raster.Height)
        {
            return raster;
        }

        width = Math.Min(width, raster.Width);
        height = Math.Min(height, raster.Height);
        var alpha = raster.Alpha is null ? null : Shrink(raster.Alpha, 1, raster.Width, raster.Height, width, height);
        var samples = raster.Alpha is null ? raster.Samples : Weighted(raster.Samples, raster.Alpha, raster.Components);
        samples = Shrink(samples, raster.Components, raster.Width, raster.Height, width, height);
        if (alpha is not null)
        {
            Unweight(samples, alpha, raster.Components);
        }

        return raster with { Width = width, Height = height, Samples = samples, Alpha = alpha };
    }

    // Averaging must not let the colour of transparent pixels bleed into their neighbours.
    private static byte[] Weighted(byte[] samples, byte[] alpha, int components)
    {
        var weighted = new byte[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            weighted[i] = (byte)(((samples[i] * alpha[i / components]) + 127) / 255);
        }

        return weighted;
    }

    private static void Unweight(byte[] samples, byte[] alpha, int components)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var a = alpha[i / components];
            samples[i] = a == 0 ? (byte)0 : (byte)Math.Min(255, ((samples[i] * 255) + (a / 2)) / a);
        }
    }

    private static byte[] Shrink(byte[] source, int components, int width, int height, int newWidth, int newHeight)
    {
        var down = new byte[width * components * newHeight];
        var sums = new int[width * components];
        for (var y = 0; y < newHeight; y++)
        {
            Array.Clear(sums);
            foreach (var (row, weight) in Shares(y, height, newHeight))
            {
                Add(source.AsSpan(row * sums.Length, sums.Length), weight, sums);
            }

            Divide(sums, height, down.AsSpan(y * sums.Length, sums.Length));
        }

        var across = new byte[newWidth * components * newHeight];
        var columns = Enumerable.Range(0, newWidth).Select(x => Shares(x, width, newWidth).ToArray()).ToArray();
        for (var y = 0; y < newHeight; y++)
        {
            Narrow(down.AsSpan(y * width * components, width * components), columns, components, width, across.AsSpan(y * newWidth * components));
        }

        return across;
    }

    // The source samples under a target sample with their shares, in units of 1/newLength of a source sample; they add
    // up to length.
    private static IEnumerable<(int Sample, int Share)> Shares(int target, int length, int newLength)
    {
        long start = (long)target * length, end = start + length;
        for (var s = (int)(start / newLength); (long)s * newLength < end; s++)
        {
            yield return (s, (int)(Math.Min(end, (long)(s + 1) * newLength) - Math.Max(start, (long)s * newLength)));
        }
    }

    private static void Add(ReadOnlySpan<byte> row, int weight, int[] sums)
    {
        var i = 0;
        for (; i <= sums.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[i..]), out var low, out var high);
            Add(low, weight, sums.AsSpan(i));
            Add(high, weight, sums.AsSpan(i + Vector<ushort>.Count));
        }

        for (; i < sums.Length; i++)
        {
            sums[i] += weight * row[i];
        }
    }

    private static void Add(Vector<ushort> samples, int weight, Span<int> sums)
    {
        Vector.Widen(samples, out var low, out var high);
        (new Vector<int>(sums) + (Vector.AsVectorInt32(low) * weight)).CopyTo(sums);
        sums = sums[Vector<int>.Count..];
        (new Vector<int>(sums) + (Vector.AsVectorInt32(high) * weight)).CopyTo(sums);
    }

    private static void Narrow(ReadOnlySpan<byte> row, (int Sample, int Share)[][] columns, int components, int width, Span<byte> result)
    {
        for (var x = 0; x < columns.Length; x++)
        {
            for (var c = 0; c < components; c++)
            {
                var sum = width / 2;
                foreach (var (sample, share) in columns[x])
                {
                    sum += share * row[(sample * components) + c];
                }

                result[(x * components) + c] = (byte)(sum / width);
            }
        }
    }

    private static void Divide(int[] sums, int divisor, Span<byte> result)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            result[i] = (byte)((sums[i] + (divisor / 2)) / divisor);
        }
    }
}
