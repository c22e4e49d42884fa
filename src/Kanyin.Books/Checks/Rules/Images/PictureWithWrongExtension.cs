using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class PictureWithWrongExtension : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG006", Severity.Warning, "Picture whose extension is another format's");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var image in book.Images.DistinctBy(i => i.Picture?.Path ?? i.Source))
        {
            if (image.Picture is { Content: null } picture && Of(Path.GetExtension(picture.Path)) is var named && named != picture.Format && named != PictureFormat.Unknown && picture.Format != PictureFormat.Unknown)
            {
                bag.Add(Kind, image.At, $"{picture.Path} is {picture.Format.ToString().ToUpperInvariant()}, whatever its name says.", $"Name it .{Usual(picture.Format)}: web servers and reading systems go by the name.");
            }
        }
    }

    private static PictureFormat Of(string extension) => extension.ToLowerInvariant() switch
    {
        ".png" => PictureFormat.Png,
        ".jpg" or ".jpeg" or ".jpe" or ".jfif" => PictureFormat.Jpeg,
        ".gif" => PictureFormat.Gif,
        ".webp" => PictureFormat.WebP,
        ".bmp" => PictureFormat.Bmp,
        ".svg" => PictureFormat.Svg,
        _ => PictureFormat.Unknown,
    };

    private static string Usual(PictureFormat format) => format == PictureFormat.Jpeg ? "jpg" : format.ToString().ToLowerInvariant();
}
