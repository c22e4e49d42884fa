using System.Numerics;

namespace Kanyin.Editions.Pictures;

/// <summary>
/// The row filters of PNG (ISO/IEC 15948 9.2), which PDF shares (ISO 32000-1 7.4.4.4). Average is left out: with it
/// real pictures come out larger as often as smaller.
/// </summary>
internal static class RowFilters
{
    private const byte Sub = 1, Up = 2, Paeth = 4;

    public static ReadOnlySpan<byte> None => [0];

    public static ReadOnlySpan<byte> All => [0, Sub, Up, Paeth];

    /// <summary>Writes the rows, each headed by the number of that filter among some which leaves the smallest sum of differences.</summary>
    public static void Write(Stream target, ReadOnlySpan<byte> samples, int rowBytes, int pixelBytes, ReadOnlySpan<byte> filters)
    {
        byte[] best = new byte[rowBytes + 1], trial = new byte[rowBytes + 1];

        // Both begin with a pixel of zeros, which stands to the left of the row.
        byte[] here = new byte[pixelBytes + rowBytes], above = new byte[pixelBytes + rowBytes];
        for (; samples.Length >= rowBytes; samples = samples[rowBytes..])
        {
            samples[..rowBytes].CopyTo(here.AsSpan(pixelBytes));
            var least = long.MaxValue;
            foreach (var filter in filters)
            {
                trial[0] = filter;
                var cost = Filter(filter, here, above, pixelBytes, trial.AsSpan(1));
                if (cost < least)
                {
                    least = cost;
                    (best, trial) = (trial, best);
                }
            }

            target.Write(best);
            (here, above) = (above, here);
        }
    }

    // Returns the sum of the results taken as signed, without their signs.
    private static long Filter(byte filter, ReadOnlySpan<byte> here, ReadOnlySpan<byte> above, int pixelBytes, Span<byte> result)
    {
        ReadOnlySpan<byte> row = here[pixelBytes..], left = here[..row.Length], up = above[pixelBytes..], corner = above[..row.Length];
        var sums = Vector<uint>.Zero;
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var difference = new Vector<byte>(row[i..]) - filter switch
            {
                Sub => new Vector<byte>(left[i..]),
                Up => new Vector<byte>(up[i..]),
                Paeth => Predicted(new Vector<byte>(left[i..]), new Vector<byte>(up[i..]), new Vector<byte>(corner[i..])),
                _ => Vector<byte>.Zero,
            };
            difference.CopyTo(result[i..]);
            Vector.Widen(Vector.Min(difference, Vector<byte>.Zero - difference), out var low, out var high);
            Vector.Widen(low + high, out var lower, out var upper);
            sums += lower + upper;
        }

        long cost = Vector.Sum(sums);
        for (; i < row.Length; i++)
        {
            var difference = (byte)(row[i] - filter switch { Sub => left[i], Up => up[i], Paeth => Predicted(left[i], up[i], corner[i]), _ => 0 });
            result[i] = difference;
            cost += Math.Min(difference, 256 - difference);
        }

        return cost;
    }

    private static int Predicted(int left, int up, int corner)
    {
        int a = Math.Abs(up - corner), b = Math.Abs(left - corner), c = Math.Abs(left + up - corner - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    // The same in bytes. The sum of both distances can only be the smallest of the three when they point in opposite
    // directions, that is when the corner lies between; it is then their difference.
    private static Vector<byte> Predicted(Vector<byte> left, Vector<byte> up, Vector<byte> corner)
    {
        Vector<byte> a = Distance(up, corner), b = Distance(left, corner);
        var isBetween = Vector.Equals(Vector.LessThan(left, corner), Vector.LessThan(corner, up));
        var c = Distance(a, b) | ~isBetween;
        var isLeft = Vector.LessThanOrEqual(a, b) & Vector.LessThanOrEqual(a, c);
        return Vector.ConditionalSelect(isLeft, left, Vector.ConditionalSelect(Vector.LessThanOrEqual(b, c), up, corner));
    }

    private static Vector<byte> Distance(Vector<byte> one, Vector<byte> other) => Vector.Max(one, other) - Vector.Min(one, other);
}
