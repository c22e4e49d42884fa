namespace Kanyin.Editions.Pictures;

/// <summary>Applies a camera's orientation mark to the pixels.</summary>
public static class Turning
{
    /// <summary>True when display swaps width and height.</summary>
    public static bool IsSideways(this Orientation turn) => turn >= Orientation.Transposed;

    /// <summary>The same picture with its pixels in display order.</summary>
    public static Raster Turned(this Raster raster, Orientation turn)
    {
        if (turn == Orientation.Upright)
        {
            return raster;
        }

        var (width, height) = turn.IsSideways() ? (raster.Height, raster.Width) : (raster.Width, raster.Height);
        return raster with
        {
            Width = width,
            Height = height,
            Samples = Turn(raster, turn, raster.Samples, raster.Components, width, height),
            Alpha = raster.Alpha is null ? null : Turn(raster, turn, raster.Alpha, 1, width, height),
        };
    }

    private static byte[] Turn(Raster raster, Orientation turn, byte[] source, int components, int width, int height)
    {
        int right = raster.Width - 1, bottom = raster.Height - 1;
        var result = new byte[source.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (sourceX, sourceY) = turn switch
                {
                    Orientation.FlippedHorizontally => (right - x, y),
                    Orientation.TurnedHalf => (right - x, bottom - y),
                    Orientation.FlippedVertically => (x, bottom - y),
                    Orientation.Transposed => (y, x),
                    Orientation.TurnedRight => (y, bottom - x),
                    Orientation.Transversed => (right - y, bottom - x),
                    Orientation.TurnedLeft => (right - y, x),
                    _ => (x, y),
                };
                source.AsSpan(((sourceY * raster.Width) + sourceX) * components, components).CopyTo(result.AsSpan(((y * width) + x) * components));
            }
        }

        return result;
    }
}
