using System.Globalization;
using System.Xml.Linq;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Pictures;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Pictures of pixels inside a drawing. Only those that the file holds itself: others may be anywhere.</summary>
internal sealed class EmbeddedPictures(SvgDrawer drawer)
{
    private const string Scheme = "data:";

    private readonly Dictionary<XElement, Picture?> _known = [];

    public void Draw(XElement element, DrawingContext context, Box box, List<PageItem> output)
    {
        if (!_known.TryGetValue(element, out var picture))
        {
            _known.Add(element, picture = Read(element));
        }

        if (picture is null || !context.Style.IsVisible)
        {
            return;
        }

        var (width, height) = (picture.PixelWidth, picture.PixelHeight);
        box = (box.Width > 0, box.Height > 0) switch
        {
            (true, true) => box,
            (true, false) => Box.Of(box.Left, box.Top, box.Width, box.Width * height / width),
            (false, true) => Box.Of(box.Left, box.Top, box.Height * width / height, box.Height),
            _ => Box.Of(box.Left, box.Top, width, height),
        };
        var shown = Box.Of(0, 0, width, height).Mapped(Viewport.Fit(Box.Of(0, 0, width, height), box, element.Attribute("preserveAspectRatio")?.Value, out var isCut));
        output.AddRange(isCut ? Effects.CutAt(box, context.Space, [Placed(picture, shown, context.Space)]) : [Placed(picture, shown, context.Space)]);
    }

    private static PageItem Placed(Picture picture, Box box, Transform space)
    {
        if (space is { A: > 0, B: 0, C: 0, D: > 0 })
        {
            var place = box.Mapped(space);
            return new ImageBox(place.Left, place.Top, null, place.Width, place.Height, picture);
        }

        // At its size on the page, so that its resolution is judged by that.
        var scale = space.Scale;
        return new Group(0, 0, null, [new ImageBox(scale * box.Left, scale * box.Top, null, scale * box.Width, scale * box.Height, picture)])
        {
            Transform = Transform.Scaling(1 / scale, 1 / scale).Then(space),
        };
    }

    private Picture? Read(XElement element)
    {
        var reference = SvgDrawer.Reference(element) ?? "";
        if (!reference.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            drawer.Report(element, reference.Length == 0 ? "The <image> names no picture." : $"The picture {reference} lies outside the file and is left out.");
            return null;
        }

        var path = string.Create(CultureInfo.InvariantCulture, $"{drawer.Document.Source.Path}#{drawer.Document.PlaceOf(element).Start}");
        var picture = BytesOf(reference) is { } bytes ? EmbeddedPicture.Read(path, bytes) : null;
        if (picture is not { Format: not (PictureFormat.Unknown or PictureFormat.Svg), PixelWidth: > 0, PixelHeight: > 0 })
        {
            drawer.Report(element, "The picture inside the <image> cannot be read and is left out.");
            return null;
        }

        return picture;
    }

    /// <summary>RFC 2397, base64 only: pixels are never written otherwise.</summary>
    private static byte[]? BytesOf(string reference)
    {
        var comma = reference.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !reference.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[reference.Length * 3 / 4];
        return Convert.TryFromBase64Chars(Uri.UnescapeDataString(reference[(comma + 1)..]), bytes, out var length) ? bytes[..length] : null;
    }
}
