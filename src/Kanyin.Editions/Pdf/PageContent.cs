using System.Diagnostics;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Fonts;
using Kanyin.Editions.Pdf.Fonts;
using Kanyin.Typesetting.Pages;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Editions.Pdf;

/// <summary>Turns one page's items into its content stream, and notes which structure element each marked stretch is of.</summary>
internal sealed class PageContent
{
    private readonly PdfBuffer _output = new();
    private readonly TextShowing _text;
    private readonly Page _page;
    private readonly IReadOnlyDictionary<FontFace, EmbeddedFont> _fonts;
    private readonly Images _images;
    private readonly List<StructureElement> _owners = [];
    private readonly SortedSet<int> _imagesUsed = [];
    private StructureElement? _owner;
    private bool _isMarked;
    private Colour _fill = Colour.Black, _stroke = Colour.Black;
    private double _lineWidth = 1;

    /// <summary>From the origin of the coordinates that hold now up to where the items' y is 0.</summary>
    private double _height;

    private PageContent(Page page, IReadOnlyDictionary<FontFace, EmbeddedFont> fonts, Images images)
    {
        (_page, _height, _fonts, _images) = (page, page.Height, fonts, images);
        _text = new TextShowing(_output);
    }

    /// <summary>The content stream, compressed.</summary>
    public byte[] Stream { get; private set; } = [];

    /// <summary>The owner of the marked content with MCID i.</summary>
    public IReadOnlyList<StructureElement> Owners => _owners;

    public IReadOnlyCollection<int> ImagesUsed => _imagesUsed;

    public static PageContent Of(Page page, IReadOnlyDictionary<FontFace, EmbeddedFont> fonts, Images images)
    {
        var content = new PageContent(page, fonts, images);
        foreach (var item in page.Items)
        {
            content.Draw(item);
        }

        content.EndMark();
        content._text.End();
        content.Stream = PdfFile.Flate(content._output.Written);
        return content;
    }

    private void Draw(PageItem item)
    {
        switch (item)
        {
            case GlyphRun run:
                Mark(run.Owner, isText: true);
                SetFill(run.Colour);
                _text.Show(run, _fonts[run.Face], _height - run.Y);
                break;
            case Rule rule:
                Mark(rule.Owner, isText: false);
                SetFill(rule.Colour);
                _output.Append($"{Round(rule.X)} {Up(rule.Y + rule.Height)} {Round(rule.Width)} {Round(rule.Height)} re f\n");
                break;
            case Path path:
                Mark(path.Owner, isText: false);
                Outline(path);
                break;
            case ImageBox box:
                Mark(box.Owner, isText: false);
                Image(box);
                break;
            case TurnedGroup group:
                Turned(group);
                break;
            case LinkArea or DestinationMark:
                break; // they draw nothing
            default:
                throw new UnreachableException();
        }
    }

    // Turning back, not q … Q, so that the text state, the colours and the line width stay what was written last.
    private void Turned(TurnedGroup group)
    {
        double x = Round(group.X), y = Up(group.Y);
        EndMark();
        _text.End();
        _output.Append($"0 1 -1 0 {x} {y} cm\n");
        _height = 0;
        foreach (var item in group.Items)
        {
            Draw(item);
        }

        EndMark();
        _text.End();
        _output.Append($"0 -1 1 0 {-y} {x} cm\n");
        _height = _page.Height;
    }

    // Marked content and text objects must nest (14.6.1): that of text lies inside BT … ET, that of the rest outside.
    private void Mark(StructureElement? owner, bool isText)
    {
        if (_isMarked && _owner == owner && _text.IsOpen == isText)
        {
            return;
        }

        EndMark();
        if (isText)
        {
            _text.Begin();
        }
        else
        {
            _text.End();
        }

        if (owner is null)
        {
            _output.AppendLiteral("/Artifact BMC\n");
        }
        else
        {
            _output.Append($"{new PdfName(owner.Role.ToString())}<</MCID {_owners.Count}>>BDC\n");
            _owners.Add(owner);
        }

        (_owner, _isMarked) = (owner, true);
    }

    private void EndMark()
    {
        _text.Flush();
        if (_isMarked)
        {
            _output.AppendLiteral("EMC\n");
            _isMarked = false;
        }
    }

    private void Outline(Path path)
    {
        if (path.LineWidth is { } width)
        {
            SetStroke(path.Colour, width);
        }
        else
        {
            SetFill(path.Colour);
        }

        foreach (var s in path.Segments)
        {
            _output.Append(s.Verb switch
            {
                PathVerb.Move => $"{Round(path.X + s.X)} {Up(path.Y + s.Y)} m\n",
                PathVerb.Line => $"{Round(path.X + s.X)} {Up(path.Y + s.Y)} l\n",
                PathVerb.Curve => $"{Round(path.X + s.X1)} {Up(path.Y + s.Y1)} {Round(path.X + s.X2)} {Up(path.Y + s.Y2)} {Round(path.X + s.X)} {Up(path.Y + s.Y)} c\n",
                PathVerb.Close => PdfBuffer.Of($"h\n"),
                _ => throw new UnreachableException(),
            });
        }

        _output.AppendLiteral(path.LineWidth is null ? "f\n" : "S\n");
    }

    private void Image(ImageBox box)
    {
        if (_images.Find(box.Picture) is not { } image)
        {
            Frame(box);
            return;
        }

        _imagesUsed.Add(image.Index);
        var (a, b, c, d, e, f) = image.Placement;
        double x = box.X, y = _height - box.Y - box.Height, width = box.Width, height = box.Height;
        _output.Append($"q {Round(a * width)} {Round(b * height)} {Round(c * width)} {Round(d * height)} {Round(x + (e * width))} {Round(y + (f * height))} cm {image.Name} Do Q\n");
    }

    // What stands for a picture that cannot be drawn: a thin frame with a cross.
    private void Frame(ImageBox box)
    {
        SetStroke(Colour.Grey(0.6), 0.5);
        double left = Round(box.X), right = Round(box.X + box.Width), top = Up(box.Y), bottom = Up(box.Y + box.Height);
        _output.Append($"{left} {bottom} {Round(box.Width)} {Round(box.Height)} re {left} {bottom} m {right} {top} l {left} {top} m {right} {bottom} l S\n");
    }

    private void SetFill(Colour colour)
    {
        if (colour != _fill)
        {
            _text.Flush();
            _output.Append(colour.IsGrey ? PdfBuffer.Of($"{Tint(colour.Red)} g\n") : $"{Tint(colour.Red)} {Tint(colour.Green)} {Tint(colour.Blue)} rg\n");
            _fill = colour;
        }
    }

    private void SetStroke(Colour colour, double width)
    {
        if (colour != _stroke)
        {
            _output.Append(colour.IsGrey ? PdfBuffer.Of($"{Tint(colour.Red)} G\n") : $"{Tint(colour.Red)} {Tint(colour.Green)} {Tint(colour.Blue)} RG\n");
            _stroke = colour;
        }

        if (!width.Equals(_lineWidth))
        {
            _output.Append($"{width} w\n");
            _lineWidth = width;
        }
    }

    private double Up(double y) => Round(_height - y);

    private static double Round(double points) => Math.Round(points, 3);

    // 1/255 is .0039: three decimals tell any two screen colours apart.
    private static double Tint(double component) => Math.Round(component, 3);
}
