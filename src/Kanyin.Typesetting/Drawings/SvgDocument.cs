using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Math = System.Math;

namespace Kanyin.Typesetting.Drawings;

/// <summary>An SVG file, read but not yet drawn. Several threads may draw it at once.</summary>
internal sealed class SvgDocument
{
    // A picture that needs more was made to hurt; drawing it could take hours.
    private const long MostBytes = 32 << 20;
    private const int MostNodes = 500_000, DeepestNode = 200;

    // What browsers take when a picture does not say its size (CSS 2 10.3.2).
    private const double DefaultWidth = 300, DefaultHeight = 150;

    private readonly Dictionary<string, XElement> _ids = new(StringComparer.Ordinal);

    private SvgDocument(XElement root, SourceFile source)
    {
        Root = root;
        Source = source;
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Attribute("id") is { } id)
            {
                _ids.TryAdd(id.Value, element);
            }

            if (element.Name == root.Name.Namespace + "style" && element.Attribute("type")?.Value is null or "" or "text/css")
            {
                Styles.Add(element.Value);
            }
        }

        (Width, Height) = SizeOf(root);
    }

    public XElement Root { get; }
    public SourceFile Source { get; }
    public StyleSheet Styles { get; } = new();

    /// <summary>CSS pixels.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <summary>Null for a file that is no well-formed SVG, after saying why. Throws <see cref="IOException"/> when it cannot be opened.</summary>
    public static SvgDocument? Read(Picture picture, DiagnosticBag findings)
    {
        if (picture.Length > MostBytes)
        {
            findings.Add(DrawingFindings.Undrawn, Place.Of(new SourceFile(picture.Path, "")), $"{picture.Path} is too large to be drawn.", "Make it simpler, or use a PNG picture.");
            return null;
        }

        var bytes = picture.ReadBytes();
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var source = new SourceFile(picture.Path, text.ReadToEnd());
        try
        {
            if (IsTooLarge(bytes, out var line))
            {
                findings.Add(DrawingFindings.Undrawn, PlaceOf(source, line, 1), $"{picture.Path} has too many elements, or they are nested too deeply.", "Make it simpler, or use a PNG picture.");
                return null;
            }

            using var reader = Open(bytes);
            var root = XElement.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            if (root.Name.LocalName == "svg")
            {
                return new SvgDocument(root, source);
            }

            findings.Add(DrawingFindings.Undrawn, Place.Of(source), $"The root of {picture.Path} is <{root.Name.LocalName}> and not <svg>.");
        }
        catch (XmlException e)
        {
            findings.Add(DrawingFindings.Undrawn, PlaceOf(source, e.LineNumber, e.LinePosition), $"{picture.Path} is not well-formed XML: {e.Message}", "Save it again as plain SVG, without a document type.");
        }

        return null;
    }

    /// <summary>The element that a reference means (#id, url(#id)); null when there is none in this file.</summary>
    public XElement? Find(string? reference)
    {
        var target = reference?.Trim() ?? "";
        target = target.StartsWith("url(", StringComparison.Ordinal) ? target[4..].TrimEnd(')').Trim(' ', '"', '\'') : target;
        return target.StartsWith('#') ? _ids.GetValueOrDefault(target[1..]) : null;
    }

    public Place PlaceOf(XObject node) => node is IXmlLineInfo info && info.HasLineInfo() ? PlaceOf(Source, info.LineNumber, node is XElement ? info.LinePosition - 1 : info.LinePosition) : Place.Of(Source);

    private static Place PlaceOf(SourceFile source, int line, int column)
    {
        var at = 0;
        for (var i = 1; i < line && at >= 0; i++)
        {
            at = source.Text.IndexOf('\n', at) + 1;
            if (at == 0)
            {
                return Place.Of(source);
            }
        }

        return new Place(source, Math.Min(at + Math.Max(0, column - 1), source.Text.Length), 0);
    }

    // Document types are skipped unread: what they declare could grow without end or lead out of the file.
    private static XmlReader Open(byte[] bytes) =>
        XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });

    private static bool IsTooLarge(byte[] bytes, out int line)
    {
        using var reader = Open(bytes);
        for (var nodes = 0; reader.Read(); nodes++)
        {
            if (nodes > MostNodes || reader.Depth > DeepestNode)
            {
                line = ((IXmlLineInfo)reader).LineNumber;
                return true;
            }
        }

        line = 0;
        return false;
    }

    private static (double Width, double Height) SizeOf(XElement root)
    {
        var box = Viewport.ViewBox(root.Attribute("viewBox")?.Value);
        return (LengthOf("width"), LengthOf("height"), box) switch
        {
            ({ } w, { } h, _) => (w, h),
            ({ } w, _, { } b) => (w, w * b.Height / b.Width),
            (_, { } h, { } b) => (h * b.Width / b.Height, h),
            (_, _, { } b) => (b.Width, b.Height),
            var (w, h, _) => (w ?? DefaultWidth, h ?? DefaultHeight),
        };

        double? LengthOf(string name) =>
            root.Attribute(name)?.Value is { } text && !text.Contains('%', StringComparison.Ordinal) && CssLength.Read(text, 0, 16) is > 0 and var length ? length : null;
    }
}
