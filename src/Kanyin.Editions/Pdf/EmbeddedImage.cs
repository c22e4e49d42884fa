using Kanyin.Books.Model;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Editions.Pictures;
using Math = System.Math;

namespace Kanyin.Editions.Pdf;

/// <summary>A picture as an image XObject (ISO 32000-1 8.9.5), ready to be written.</summary>
/// <param name="Entries">The stream's dictionary but for type and soft mask.</param>
/// <param name="Mask">The entries and data of the soft mask, or null.</param>
/// <param name="Turn">How the stored pixels are turned for display.</param>
internal sealed record EmbeddedImage(int Index, PdfBuffer Entries, byte[] Data, (PdfBuffer Entries, byte[] Data)? Mask, Orientation Turn)
{
    /// <summary>What its samples mean, with the number of components; null when the entries say it.</summary>
    public (byte[] Data, int Components)? Profile { get; private init; }

    // Readers resample anyway when a page is printed or shown; more pixels than asked for only cost bytes. Below half as
    // many again the loss of sharpness would show and little is saved.
    private const double WorthReducing = 1.5;

    // A JPEG loses each time it is coded: on a screen nobody sees it at twice the pixels, on paper at four times.
    private const double WorthCoding = 2, WorthCodingForPaper = 4;
    private const int PaperResolution = 300;

    /// <summary>Its name in the pages' resources.</summary>
    public PdfName Name => new($"I{Index}");

    /// <summary>The matrix from the stored picture's unit square to the displayed one's (y upward).</summary>
    public (int A, int B, int C, int D, int E, int F) Placement => Turn switch
    {
        Orientation.FlippedHorizontally => (-1, 0, 0, 1, 1, 0),
        Orientation.TurnedHalf => (-1, 0, 0, -1, 1, 1),
        Orientation.FlippedVertically => (1, 0, 0, -1, 0, 1),
        Orientation.Transposed => (0, -1, -1, 0, 1, 1),
        Orientation.TurnedRight => (0, -1, 1, 0, 0, 1),
        Orientation.Transversed => (0, 1, 1, 0, 0, 0),
        Orientation.TurnedLeft => (0, 1, -1, 0, 1, 0),
        _ => (1, 0, 0, 1, 0, 0),
    };

    /// <summary>Null when the file cannot be read as a picture (SVG, damaged files).</summary>
    /// <param name="width">The largest size it is printed at, in points.</param>
    /// <param name="resolution">Pixels an inch that are enough.</param>
    public static EmbeddedImage? Make(int index, Picture picture, double width, double height, int resolution)
    {
        if (picture.Format is PictureFormat.Svg or PictureFormat.Unknown)
        {
            return null;
        }

        var bytes = picture.ReadBytes();
        // Four inks mean nothing under an sRGB output intent (ISO 19005-2 6.2.4.3), so their colours are worked out here.
        if (JpegHeader.Read(bytes) is { Components: not 4 } jpeg)
        {
            return Reduced(index, bytes, jpeg, width, height, resolution)
                ?? new EmbeddedImage(index, JpegEntries(jpeg), bytes, null, jpeg.Turn) { Profile = jpeg.Profile is { } p ? (p, jpeg.Components) : null };
        }

        if (StoredPng.Read(bytes) is { } png && Pixels(png.Width, width, resolution) == png.Width && Pixels(png.Height, height, resolution) == png.Height)
        {
            return new EmbeddedImage(index, PngEntries(png), png.Data, null, Orientation.Upright) { Profile = png.Profile is { } p ? (p, png.Components) : null };
        }

        if (Raster.Decode(bytes) is not { } raster)
        {
            return null;
        }

        raster = raster.ReducedTo(Pixels(raster.Width, width, resolution), Pixels(raster.Height, height, resolution));
        (PdfBuffer, byte[])? mask = raster.Alpha is null ? null : Coded(raster.Width, raster.Height, 1, raster.Alpha);
        var (entries, data) = Palette.Of(raster) is { } palette ? Coded(raster, palette) : Coded(raster.Width, raster.Height, raster.Components, raster.Samples);
        return new EmbeddedImage(index, entries, data, mask, Orientation.Upright);
    }

    /// <param name="profileOf">Gives a profile its place in the file, the same to the same profile.</param>
    public void Write(PdfFile file, PdfRef reference, Func<byte[], int, PdfRef> profileOf)
    {
        PdfBuffer entries = $"/Type/XObject/Subtype/Image{Entries}";
        if (Profile is var (profile, components))
        {
            entries.Append($"/ColorSpace[/ICCBased {profileOf(profile, components)}]");
        }

        if (Mask is { } mask)
        {
            entries.Append($"/SMask {file.Stream($"/Type/XObject/Subtype/Image{mask.Entries}", mask.Data)}");
        }

        file.Stream(reference, entries, Data);
    }

    /// <summary>A JPEG far finer than it is shown, coded anew; null where that would save nothing.</summary>
    private static EmbeddedImage? Reduced(int index, byte[] bytes, JpegHeader jpeg, double width, double height, int resolution)
    {
        var worth = resolution * (resolution < PaperResolution ? WorthCoding : WorthCodingForPaper);
        var (across, down) = jpeg.Turn >= Orientation.Transposed ? (jpeg.Height, jpeg.Width) : (jpeg.Width, jpeg.Height);
        if (across * 72 <= worth * width || down * 72 <= worth * height || Raster.Decode(bytes) is not { } raster)
        {
            return null;
        }

        var reduced = ScreenPicture.Jpeg(raster.ReducedTo(Pixels(across, width, resolution), Pixels(down, height, resolution)));
        return reduced.Length < bytes.Length && JpegHeader.Read(reduced) is { } header ? new EmbeddedImage(index, JpegEntries(header), reduced, null, Orientation.Upright) : null;
    }

    private static int Pixels(int pixels, double points, int resolution) =>
        points > 0 && pixels / (points / 72) > WorthReducing * resolution ? Math.Max(1, (int)Math.Ceiling(points / 72 * resolution)) : pixels;

    private static PdfBuffer JpegEntries(JpegHeader jpeg) =>
        $"/Width {jpeg.Width}/Height {jpeg.Height}{(jpeg.Profile is null ? $"/ColorSpace{DeviceSpace(jpeg.Components)}" : PdfBuffer.Of($""))}/BitsPerComponent 8/Filter/DCTDecode";

    private static PdfBuffer PngEntries(StoredPng png) => png.Colours is { } colours
        ? RowEntries(png.Width, png.Height, IndexedSpace(colours), png.Bits, 1)
        : RowEntries(png.Width, png.Height, png.Profile is null ? DeviceSpace(png.Components) : null, png.Bits, png.Components);

    private static (PdfBuffer Entries, byte[] Data) Coded(int width, int height, int components, byte[] samples) =>
        (RowEntries(width, height, DeviceSpace(components), 8, components), PackedRows.Of(samples, width * components, components));

    private static (PdfBuffer Entries, byte[] Data) Coded(Raster raster, Palette palette) =>
        ($"/Width {raster.Width}/Height {raster.Height}/ColorSpace{IndexedSpace(palette.Colours)}/BitsPerComponent 8/Filter/FlateDecode", PdfFile.Flate(palette.Indices));

    /// <param name="space">Null when a profile takes its place.</param>
    private static PdfBuffer RowEntries(int width, int height, PdfBuffer? space, int bits, int components) =>
        $"/Width {width}/Height {height}{(space is null ? $"" : PdfBuffer.Of($"/ColorSpace{space}"))}/BitsPerComponent {bits}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {components}/BitsPerComponent {bits}/Columns {width}>>";

    private static PdfBuffer DeviceSpace(int components) => $"{new PdfName(components == 1 ? "DeviceGray" : "DeviceRGB")}";

    private static PdfBuffer IndexedSpace(byte[] colours)
    {
        PdfBuffer space = $"[/Indexed/DeviceRGB {(colours.Length / 3) - 1}<";
        space.AppendLiteral(Convert.ToHexString(colours) + ">]");
        return space;
    }
}
