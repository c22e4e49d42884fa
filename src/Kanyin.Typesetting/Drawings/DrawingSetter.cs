using System.Collections.Concurrent;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>The pictures of a book. SVG is read once and drawn wherever it is shown. Safe to use from several threads.</summary>
internal sealed class DrawingSetter(ParagraphSetter paragraphs, DiagnosticBag findings)
{
    private readonly ConcurrentDictionary<string, Lazy<SvgDocument?>> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, string Message), bool> _reported = new();

    /// <summary>The size of a picture in CSS pixels; null when it cannot be shown. Of SVG that is reported.</summary>
    public (double Width, double Height)? SizeOf(Picture picture) => picture.Format switch
    {
        PictureFormat.Unknown => null,
        PictureFormat.Svg => Open(picture) is { } document ? (document.Width, document.Height) : null,
        _ => picture is { PixelWidth: > 0, PixelHeight: > 0 } ? picture.ShownSize : null,
    };

    /// <summary>A picture of any format in a box of points, whose upper left corner is the origin.</summary>
    /// <param name="picture">One that has a size.</param>
    public PageItem Draw(Picture picture, double width, double height, StructureElement? owner)
    {
        if (picture.Format != PictureFormat.Svg)
        {
            return new ImageBox(0, 0, owner, width, height, picture);
        }

        var drawer = new SvgDrawer(Open(picture)!, paragraphs.Faces, paragraphs.Shapers, (at, message) =>
        {
            if (_reported.TryAdd((picture.Path, message), true))
            {
                findings.Add(DrawingFindings.PartlyDrawn, at, message);
            }
        });
        return new Group(0, 0, owner, drawer.Draw(width, height)) { Width = width, Height = height };
    }

    private SvgDocument? Open(Picture picture) => _documents.GetOrAdd(picture.Path, _ => new(() => SvgDocument.Read(picture, findings))).Value;
}
