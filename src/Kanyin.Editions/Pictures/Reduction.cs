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
        var across = new byte[newWidth * components * height];
        for (var y = 0; y < height; y++)
        {
            for (var c = 0; c < components; c++)
            {
                Average(source.AsSpan((y * width * components) + c), components, width, across.AsSpan((y * newWidth * components) + c), components, newWidth);
            }
        }

        var result = new byte[newWidth * components * newHeight];
        var stride = newWidth * components;
        for (var x = 0; x < stride; x++)
        {
            Average(across.AsSpan(x), stride, height, result.AsSpan(x), stride, newHeight);
        }

        return result;
    }

    // In units of 1/newLength of a source sample: a target sample covers `length` units, a source sample `newLength`.
    private static void Average(ReadOnlySpan<byte> source, int step, int length, Span<byte> target, int targetStep, int newLength)
    {
        for (var i = 0; i < newLength; i++)
        {
            long sum = 0;
            long start = (long)i * length, end = start + length;
            for (var s = (int)(start / newLength); (long)s * newLength < end; s++)
            {
                var covered = Math.Min(end, (long)(s + 1) * newLength) - Math.Max(start, (long)s * newLength);
                sum += covered * source[s * step];
            }

            target[i * targetStep] = (byte)((sum + (length / 2)) / length);
        }
    }
}
