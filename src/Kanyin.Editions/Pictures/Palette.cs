namespace Kanyin.Editions.Pictures;

/// <summary>The few colours of a drawing or a screenshot, which are much smaller as indices than as samples.</summary>
/// <param name="Colours">3 bytes each, RGB, in order of appearance.</param>
/// <param name="Indices">1 byte a pixel.</param>
public sealed record Palette(byte[] Colours, byte[] Indices)
{
    public int Count => Colours.Length / 3;

    /// <summary>Null for a grey raster (a palette would not be smaller) or one of more than 256 colours.</summary>
    public static Palette? Of(Raster raster)
    {
        if (raster.IsGrey)
        {
            return null;
        }

        var numbers = new Dictionary<int, byte>();
        var indices = new byte[raster.Samples.Length / 3];
        var last = -1; // most pixels have the colour of the one before
        byte number = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            var s = raster.Samples.AsSpan(i * 3, 3);
            var colour = (s[0] << 16) | (s[1] << 8) | s[2];
            if (colour != last && !numbers.TryGetValue(colour, out number))
            {
                if (numbers.Count == 256)
                {
                    return null;
                }

                number = (byte)numbers.Count;
                numbers.Add(colour, number);
            }

            last = colour;
            indices[i] = number;
        }

        return new Palette([.. numbers.OrderBy(n => n.Value).SelectMany(n => (byte[])[(byte)(n.Key >> 16), (byte)(n.Key >> 8), (byte)n.Key])], indices);
    }
}
