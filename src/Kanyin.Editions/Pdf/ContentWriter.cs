using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Editions.Pdf.Tags;
using Kanyin.Typesetting.Pages;
using Math = System.Math;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Editions.Pdf;

/// <summary>Turns items into the operators of one content stream: a page, a form or a tile.</summary>
internal sealed class ContentWriter
{
    private readonly Materials _materials;
    private readonly PdfBuffer _output;
    private readonly TextShowing _text;
    private readonly Marking _marking;
    private readonly Painting _painting;
    private readonly Area _visible;
    private readonly Dictionary<StructureElement, Area> _figures = [];
    private double _height;

    // From the coordinates in use, y upward, to those that the stream began with.
    private Transform _space = Transform.Identity;

    /// <param name="visible">What can be seen of the stream, in its own coordinates.</param>
    /// <param name="height">Where y is 0, above the origin of the stream.</param>
    /// <param name="owners">Receives the owner of each MCID; null when nothing is to be marked.</param>
    public ContentWriter(Materials materials, PdfBuffer output, Area visible, double height, List<StructureElement>? owners)
    {
        (_materials, _output, _visible, _height) = (materials, output, visible, height);
        _text = new TextShowing(output, words => _marking!.Replace(words));
        _marking = new Marking(output, _text, materials.Names, AreaOf, owners);
        _painting = new Painting(output, _text, Resources, Part);
    }

    public ContentResources Resources { get; } = new();

    /// <summary>What figures and formulas cover, in the stream's own coordinates.</summary>
    public IReadOnlyDictionary<StructureElement, Area> Figures => _figures;

    /// <summary>The finished stream, compressed.</summary>
    public byte[] Write(ImmutableArray<PageItem> items)
    {
        DrawAll(items);
        _marking.Leave();
        return PdfFile.Flate(_output.Written);
    }

    private void DrawAll(IEnumerable<PageItem> items)
    {
        foreach (var item in ReadingOrder.Of(items, _materials.Names))
        {
            Draw(item);
        }
    }

    private Area AreaOf(PageItem item) => Area.Of(item).Mapped(new Transform(1, 0, 0, -1, 0, _height).Then(_space));

    private void Draw(PageItem item)
    {
        if (item.Owner is { Role: StructureRole.Figure or StructureRole.Formula } figure && !_marking.IsHeld)
        {
            _figures[figure] = _figures.TryGetValue(figure, out var before) ? before.With(AreaOf(item)) : AreaOf(item);
        }

        switch (item)
        {
            case GlyphRun run:
                _marking.Begin(run, isText: true);
                _painting.SetFill(run.Colour);
                Show(run);
                break;
            case Rule rule:
                _marking.Begin(rule, isText: false);
                _painting.SetFill(rule.Colour);
                _output.Append($"{Round(rule.X)} {Up(rule.Y + rule.Height)} {Round(rule.Width)} {Round(rule.Height)} re f\n");
                break;
            case Path path:
                _marking.Begin(path, isText: false);
                _painting.Paint(path, Outline(path.Segments, path.X, path.Y), Upward(Transform.Moving(path.X, path.Y)).Then(_space));
                break;
            case ImageBox box:
                _marking.Begin(box, isText: false);
                Draw(box);
                break;
            case Group group:
                var isHeld = _marking.Hold(group.Owner);
                Draw(group);
                if (isHeld)
                {
                    _marking.Release();
                }

                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Show(GlyphRun run)
    {
        var isLoose = ReadingOrder.IsLoose(run);
        if (isLoose)
        {
            _marking.Replace(run.Text);
        }

        _text.Show(run, _materials.Fonts[run.Face], _height - run.Y);
        if (isLoose)
        {
            _marking.Replace(null);
        }
    }

    private void Draw(ImageBox box)
    {
        if (_materials.Images.Find(box.Picture) is not { } image)
        {
            Frame(box);
            return;
        }

        var (a, b, c, d, e, f) = image.Placement;
        double x = box.X, y = _height - box.Y - box.Height, width = box.Width, height = box.Height;
        _output.Append($"q {Round(a * width)} {Round(b * height)} {Round(c * width)} {Round(d * height)} {Round(x + (e * width))} {Round(y + (f * height))} cm {Resources.Add(image)} Do Q\n");
    }

    // What stands for a picture that cannot be drawn: a thin frame with a cross.
    private void Frame(ImageBox box)
    {
        _painting.SetStroke(new Stroke(new Solid(Colour.Grey(0.6)), 0.5));
        double left = Round(box.X), right = Round(box.X + box.Width), top = Up(box.Y), bottom = Up(box.Y + box.Height);
        _output.Append($"{left} {bottom} {Round(box.Width)} {Round(box.Height)} re {left} {bottom} m {right} {top} l {left} {top} m {right} {bottom} l S\n");
    }

    private void Draw(Group group)
    {
        var map = group.Transform.Then(Transform.Moving(group.X, group.Y));
        if (map.IsMove && group is { Clip: null, IsTransparent: false })
        {
            DrawAll(group.Items.Select(item => item.MovedBy(map.E, map.F)));
        }
        else if (map.Inverse() is not null) // else it is flat and cannot be seen
        {
            DrawInItsSpace(group, Upward(map));
        }
    }

    private void DrawInItsSpace(Group group, Transform map)
    {
        _marking.Leave();
        var (height, space) = (_height, _space);
        (_height, _space) = (0, map.Then(space));
        Keep();
        _output.Append(map == Transform.Identity ? $"" : PdfBuffer.Of($"{Matrix(map)} cm\n"));
        if (group.Clip is { } clip)
        {
            _output.Append(Outline(clip.Segments, 0, 0)).AppendLiteral(clip.Segments.IsEmpty ? "0 0 0 0 re W n\n" : clip.IsEvenOdd ? "W* n\n" : "W n\n");
        }

        if (group.IsTransparent)
        {
            _marking.Begin(group, isText: false);
            _painting.SetState(new GraphicsState(group.Opacity, group.Opacity, group.Mask is { } mask ? Part([mask], VisibleHere) : null));
            _output.Append($"{Resources.Add(Part(group.Items, VisibleHere))} Do\n");
        }
        else
        {
            DrawAll(group.Items);
        }

        _marking.Leave();
        Restore();
        (_height, _space) = (height, space);
    }

    private Area VisibleHere => _space.Inverse() is { } back ? _visible.Mapped(back) : _visible;

    /// <summary>Items as a stream of their own, whose y is 0 at the origin.</summary>
    private FormContent Part(ImmutableArray<PageItem> items, Area visible)
    {
        var output = new PdfBuffer().Append($"0 g 0 G 1 w 0 J 0 j 10 M []0 d 100 Tz 0 Tc 0 Ts\n"); // else the state at its call would be its own
        var part = new ContentWriter(_materials, output, visible, 0, null);
        return new(visible, part.Write(items), part.Resources);
    }

    private void Keep()
    {
        _output.AppendLiteral("q\n");
        _text.Keep();
        _painting.Keep();
    }

    private void Restore()
    {
        _output.AppendLiteral("Q\n");
        _text.Restore();
        _painting.Restore();
    }

    /// <summary>A map of coordinates whose y grows downward, as one from y upward with its origin at y = 0 to the coordinates in use.</summary>
    private Transform Upward(Transform map) => new(map.A, -map.B, -map.C, map.D, map.E, _height - map.F);

    private PdfBuffer Outline(ImmutableArray<PathSegment> segments, double x, double y)
    {
        var outline = new PdfBuffer();
        foreach (var s in segments)
        {
            outline.Append(s.Verb switch
            {
                PathVerb.Move => $"{Round(x + s.X)} {Up(y + s.Y)} m\n",
                PathVerb.Line => $"{Round(x + s.X)} {Up(y + s.Y)} l\n",
                PathVerb.Curve => $"{Round(x + s.X1)} {Up(y + s.Y1)} {Round(x + s.X2)} {Up(y + s.Y2)} {Round(x + s.X)} {Up(y + s.Y)} c\n",
                PathVerb.Close => PdfBuffer.Of($"h\n"),
                _ => throw new UnreachableException(),
            });
        }

        return outline;
    }

    private double Up(double y) => Round(_height - y);

    private static PdfBuffer Matrix(Transform t) => $"{t.A} {t.B} {t.C} {t.D} {Round(t.E)} {Round(t.F)}";

    private static double Round(double points) => Math.Round(points, 3);
}
