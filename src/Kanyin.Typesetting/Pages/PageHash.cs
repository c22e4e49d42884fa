using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Kanyin.Typesetting.Pages;

/// <summary>Tells pages apart by what is seen on them. Holds within one run of the program, for pages set with the same fonts.</summary>
public sealed class PageHash
{
    private const int Characters = 24;

    private readonly List<byte> _seen = [];
    private PageHash()
    {
    }

    /// <returns>One for each page, in hexadecimal.</returns>
    public static ImmutableArray<string> Of(ImmutableArray<Page> pages) => [.. pages.AsParallel().AsOrdered().Select(p => new PageHash().Of(p))];

    private string Of(Page page)
    {
        Add(page.Width, page.Height);
        Add(page.Items);
        return Convert.ToHexStringLower(SHA256.HashData(CollectionsMarshal.AsSpan(_seen)))[..Characters];
    }

    private void Add(ImmutableArray<PageItem> items)
    {
        Add(items.Length);
        foreach (var item in items)
        {
            Add(item.X, item.Y);
            Add(item);
        }
    }

    private void Add(PageItem item)
    {
        switch (item)
        {
            case GlyphRun run:
                Add(run.Face.Name);
                Add(run.Size, run.Scale);
                Add(run.Colour);
                foreach (var glyph in run.Glyphs)
                {
                    Add(glyph.Id, glyph.X, glyph.Y);
                }

                break;
            case Rule rule:
                Add(rule.Width, rule.Height);
                Add(rule.Colour);
                break;
            case ImageBox box:
                Add(box.Width, box.Height);
                Add(box.Picture.FullPath);
                _seen.AddRange(box.Picture.Content ?? []);
                Add(box.Picture.Length, box.Picture.Content is null ? File.GetLastWriteTimeUtc(box.Picture.FullPath).Ticks : 0);
                break;
            case Path path:
                Add(path.Segments, path.IsEvenOdd);
                Add(path.Fill);
                Add(path.Stroke);
                break;
            case Group group:
                Add(group);
                break;
            case LinkArea or DestinationMark:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Add(Group group)
    {
        Add(group.Transform);
        Add(group.Opacity, group.Clip is null ? 0 : 1, group.Mask is null ? 0 : 1);
        if (group.Clip is { } clip)
        {
            Add(clip.Segments, clip.IsEvenOdd);
        }

        Add(group.Items);
        if (group.Mask is { } mask)
        {
            Add(mask.X, mask.Y);
            Add(mask);
        }
    }

    private void Add(ImmutableArray<PathSegment> segments, bool isEvenOdd)
    {
        Add(segments.Length, isEvenOdd ? 1 : 0);
        foreach (var s in segments)
        {
            Add((int)s.Verb, s.X, s.Y, s.X1, s.Y1, s.X2, s.Y2);
        }
    }

    private void Add(Stroke? stroke)
    {
        if (stroke is not null)
        {
            Add(stroke.Paint);
            Add(stroke.Width, (int)stroke.Cap, (int)stroke.Join, stroke.MiterLimit, stroke.DashOffset);
            Add(stroke.Dashes.AsSpan());
        }
    }

    private void Add(Paint? paint)
    {
        Add(paint?.Opacity ?? -1);
        switch (paint)
        {
            case null:
                break;
            case Solid solid:
                Add(solid.Colour);
                break;
            case LinearGradient linear:
                Add(linear.Transform);
                Add(linear.Stops);
                break;
            case RadialGradient radial:
                Add(radial.Transform);
                Add(radial.FocusX, radial.FocusY);
                Add(radial.Stops);
                break;
            case Tiling tiling:
                Add(tiling.Transform);
                Add(tiling.Width, tiling.Height);
                Add(tiling.Items);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Add(ImmutableArray<GradientStop> stops)
    {
        foreach (var stop in stops)
        {
            Add(stop.Offset);
            Add(stop.Colour);
        }
    }

    private void Add(Transform t) => Add(t.A, t.B, t.C, t.D, t.E, t.F);

    private void Add(Colour colour) => Add(colour.Red, colour.Green, colour.Blue);

    private void Add(string text) => _seen.AddRange(Encoding.UTF8.GetBytes(text));

    private void Add(params ReadOnlySpan<double> numbers) => _seen.AddRange(MemoryMarshal.AsBytes(numbers));
}
