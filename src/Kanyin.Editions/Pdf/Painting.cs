using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;
using Math = System.Math;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Editions.Pdf;

/// <summary>Fills and strokes outlines. It keeps the graphics state (ISO 32000-1 8.4) as the stream has it, to write only what changes.</summary>
/// <param name="form">Makes a stream of items for what can be seen of it.</param>
internal sealed class Painting(PdfBuffer output, TextShowing text, ContentResources resources, Func<ImmutableArray<PageItem>, Area, FormContent> form)
{
    private readonly Stack<(Colour? Fill, Colour? Stroke, Stroke Pen, GraphicsState State)> _kept = [];

    // A colour is null while a pattern is set.
    private Colour? _fill = Colour.Black, _stroke = Colour.Black;
    private Stroke _pen = new(new Solid(Colour.Black), 1);
    private GraphicsState _state = GraphicsState.Opaque;

    public void Keep() => _kept.Push((_fill, _stroke, _pen, _state));

    public void Restore() => (_fill, _stroke, _pen, _state) = _kept.Pop();

    /// <param name="outline">The path's operators.</param>
    /// <param name="space">From the path's coordinates, y upward, to those that the stream began with.</param>
    public void Paint(Path path, PdfBuffer outline, Transform space)
    {
        SetState(new GraphicsState(path.Fill?.Opacity ?? 1, path.Stroke?.Paint.Opacity ?? 1, null));
        if (path.Fill is { } fill)
        {
            SetFill(fill, space);
        }

        if (path.Stroke is { } stroke)
        {
            SetStroke(stroke, space);
        }

        // Where fill and stroke overlap, one operator for both would not let the fill be seen through the stroke (11.7.4.4).
        if (path is { Fill: not null, Stroke.Paint.Opacity: < 1 })
        {
            output.Append(outline).AppendLiteral(path.IsEvenOdd ? "f*\n" : "f\n");
            output.Append(outline).AppendLiteral("S\n");
        }
        else
        {
            output.Append(outline).AppendLiteral((path.Fill, path.Stroke, path.IsEvenOdd) switch
            {
                (null, null, _) => "n\n",
                (null, _, _) => "S\n",
                (_, null, false) => "f\n",
                (_, null, true) => "f*\n",
                (_, _, false) => "B\n",
                (_, _, true) => "B*\n",
            });
        }
    }

    public void SetFill(Colour colour)
    {
        SetState(GraphicsState.Opaque);
        SetFillColour(colour);
    }

    public void SetStroke(Stroke stroke)
    {
        SetState(GraphicsState.Opaque);
        SetStroke(stroke, Transform.Identity);
    }

    public void SetState(GraphicsState state)
    {
        if (state != _state)
        {
            text.Flush();
            output.Append($"{resources.Add(state)} gs\n");
            _state = state;
        }
    }

    private void SetFill(Paint paint, Transform space)
    {
        if (paint is Solid ink)
        {
            SetFillColour(ink.Colour);
        }
        else
        {
            output.Append($"/Pattern cs {resources.Add(PatternOf(paint, space))} scn\n");
            _fill = null;
        }
    }

    private void SetFillColour(Colour colour)
    {
        if (colour != _fill)
        {
            text.Flush();
            output.Append(Components(colour)).AppendLiteral(colour.IsGrey ? " g\n" : " rg\n");
            _fill = colour;
        }
    }

    private void SetStroke(Stroke stroke, Transform space)
    {
        if (stroke.Paint is not Solid { Colour: var colour })
        {
            output.Append($"/Pattern CS {resources.Add(PatternOf(stroke.Paint, space))} SCN\n");
            _stroke = null;
        }
        else if (colour != _stroke)
        {
            output.Append(Components(colour)).AppendLiteral(colour.IsGrey ? " G\n" : " RG\n");
            _stroke = colour;
        }

        if (!stroke.IsSamePen(_pen))
        {
            SetPen(stroke);
        }
    }

    private void SetPen(Stroke pen)
    {
        if (!pen.Width.Equals(_pen.Width))
        {
            output.Append($"{pen.Width} w\n");
        }

        if (pen.Cap != _pen.Cap)
        {
            output.Append($"{(int)pen.Cap} J\n");
        }

        if (pen.Join != _pen.Join)
        {
            output.Append($"{(int)pen.Join} j\n");
        }

        if (!pen.MiterLimit.Equals(_pen.MiterLimit))
        {
            output.Append($"{pen.MiterLimit} M\n");
        }

        if (!pen.Dashes.AsSpan().SequenceEqual(_pen.Dashes.AsSpan()) || !pen.DashOffset.Equals(_pen.DashOffset))
        {
            output.AppendLiteral("[");
            foreach (var length in pen.Dashes)
            {
                output.Append($"{length} ");
            }

            output.Append($"]{pen.DashOffset} d\n");
        }

        _pen = pen;
    }

    /// <param name="space">From the coordinates that the paint stands in to those that the stream began with, where patterns are anchored (8.7.3.1).</param>
    private PatternContent PatternOf(Paint paint, Transform space) => paint switch
    {
        LinearGradient g => new(Matrix(g.Transform, space), Shadings.Of(g), null),
        RadialGradient g => new(Matrix(g.Transform, space), Shadings.Of(g), null),
        Tiling t => new(Matrix(t.Transform, space), null, form(t.Items, new Area(0, -t.Height, t.Width, 0)), t.Width, t.Height),
        _ => throw new UnreachableException(),
    };

    private static PdfBuffer Matrix(Transform map, Transform space)
    {
        var m = new Transform(map.A, -map.B, -map.C, map.D, map.E, -map.F).Then(space); // y upward
        return $"[{m.A} {m.B} {m.C} {m.D} {m.E} {m.F}]";
    }

    private static PdfBuffer Components(Colour colour) =>
        colour.IsGrey ? PdfBuffer.Of($"{Tint(colour.Red)}") : $"{Tint(colour.Red)} {Tint(colour.Green)} {Tint(colour.Blue)}";

    // 1/255 is .0039: three decimals tell any two screen colours apart.
    private static double Tint(double component) => Math.Round(component, 3);
}
