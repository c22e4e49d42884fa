using Kanyin.Editions.Pdf.Objects;

namespace Kanyin.Editions.Pdf;

/// <summary>What one content stream calls by name (ISO 32000-1 7.8.3). Names count from 0 in every stream, but for pictures and fonts, which have one name in the whole file.</summary>
internal sealed class ContentResources
{
    private readonly SortedDictionary<int, EmbeddedImage> _images = [];
    private readonly List<FormContent> _forms = [];
    private readonly List<GraphicsState> _states = [];
    private readonly List<PatternContent> _patterns = [];

    /// <summary>Something lets what lies below it be seen.</summary>
    public bool IsTransparent { get; private set; }

    public PdfName Add(EmbeddedImage image)
    {
        IsTransparent |= image.Mask is not null;
        _images.TryAdd(image.Index, image);
        return image.Name;
    }

    /// <summary>A form that is put together before it is laid down (11.6.6).</summary>
    public PdfName Add(FormContent form)
    {
        IsTransparent = true;
        _forms.Add(form);
        return new($"X{_forms.Count - 1}");
    }

    public PdfName Add(GraphicsState state)
    {
        IsTransparent |= state != GraphicsState.Opaque;
        var index = _states.IndexOf(state);
        if (index < 0)
        {
            index = _states.Count;
            _states.Add(state);
        }

        return new($"G{index}");
    }

    public PdfName Add(PatternContent pattern)
    {
        IsTransparent |= pattern.Tile?.Resources.IsTransparent == true;
        _patterns.Add(pattern);
        return new($"P{_patterns.Count - 1}");
    }

    /// <summary>The entries of the resource dictionary, after the objects that they name.</summary>
    public PdfBuffer Write(PdfFile file, PdfRef fonts, Images images)
    {
        PdfBuffer entries = $"/Font {fonts}";
        Append(entries, "XObject", [
            .. _images.Values.Select(i => (i.Name, PdfBuffer.Of($"{images.ReferenceOf(i)}"))),
            .. _forms.Select((f, i) => (new PdfName($"X{i}"), PdfBuffer.Of($"{f.Write(file, fonts, images)}")))]);
        Append(entries, "ExtGState", [.. _states.Select((s, i) => (new PdfName($"G{i}"), s.ToPdf(file, fonts, images)))]);
        Append(entries, "Pattern", [.. _patterns.Select((p, i) => (new PdfName($"P{i}"), PdfBuffer.Of($"{p.Write(file, fonts, images)}")))]);
        return entries;
    }

    private static void Append(PdfBuffer entries, string kind, IReadOnlyCollection<(PdfName Name, PdfBuffer Value)> values)
    {
        if (values.Count > 0)
        {
            entries.Append($"{new PdfName(kind)}<<");
            foreach (var (name, value) in values)
            {
                entries.Append($"{name} {value}");
            }

            entries.AppendLiteral(">>");
        }
    }
}

/// <summary>A stream of operators with what it names; finished.</summary>
internal sealed record FormContent(Area Box, byte[] Stream, ContentResources Resources)
{
    /// <summary>As a transparency group on its own (11.6.6).</summary>
    public PdfRef Write(PdfFile file, PdfRef fonts, Images images) =>
        file.Stream($"/Type/XObject/Subtype/Form/BBox{Box.ToPdf()}/Group<</S/Transparency/I true/CS/DeviceRGB>>/Resources<<{Resources.Write(file, fonts, images)}>>/Filter/FlateDecode", Stream);
}

/// <summary>Parameters that only a dictionary can set (8.4.5). The opacities are of fills and of strokes.</summary>
/// <param name="Mask">Its luminosity hides and shows (11.5.3), or null for none.</param>
internal sealed record GraphicsState(double Fill, double Stroke, FormContent? Mask)
{
    public static readonly GraphicsState Opaque = new(1, 1, null);

    public PdfBuffer ToPdf(PdfFile file, PdfRef fonts, Images images)
    {
        PdfBuffer state = $"<</ca {Fill}/CA {Stroke}";
        return Mask is null ? state.Append($">>") : state.Append($"/SMask<</S/Luminosity/G {Mask.Write(file, fonts, images)}>>>>");
    }
}

/// <summary>A gradient or a tile (8.7) with its matrix to the space of the stream that uses it.</summary>
/// <param name="Shading">The shading dictionary; null for a tile.</param>
/// <param name="Tile">What is repeated, as far apart as its box is large.</param>
internal sealed record PatternContent(PdfBuffer Matrix, PdfBuffer? Shading, FormContent? Tile, double Width = 0, double Height = 0)
{
    public PdfRef Write(PdfFile file, PdfRef fonts, Images images) => Tile is { } tile
        ? file.Stream($"/PatternType 1/PaintType 1/TilingType 1/BBox[0 {-Height} {Width} 0]/XStep {Width}/YStep {Height}/Matrix{Matrix}/Resources<<{tile.Resources.Write(file, fonts, images)}>>/Filter/FlateDecode", tile.Stream)
        : file.Object($"<</PatternType 2/Matrix{Matrix}/Shading{Shading!}>>");
}
