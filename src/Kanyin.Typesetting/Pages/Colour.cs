namespace Kanyin.Typesetting.Pages;

/// <summary>A colour for print and screen. Components are 0 to 1. Greys are written as DeviceGray, the rest as RGB.</summary>
public readonly record struct Colour(double Red, double Green, double Blue)
{
    public static readonly Colour Black = Grey(0);
    public static readonly Colour White = Grey(1);

    public bool IsGrey => Red.Equals(Green) && Green.Equals(Blue);

    public static Colour Grey(double value) => new(value, value, value);

    /// <summary>From 0xRRGGBB.</summary>
    public static Colour Rgb(int value) => new(((value >> 16) & 255) / 255.0, ((value >> 8) & 255) / 255.0, (value & 255) / 255.0);
}
