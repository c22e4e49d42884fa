using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Drawings;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Tests.Typesetting.Drawings;

/// <summary>An SVG picture drawn in the test face, one point for each of its pixels.</summary>
internal sealed class Drawn
{
    private static readonly FontBook Fonts = FontBook.Of(TestFace.Create());

    private Drawn(Group? group, IReadOnlyList<Diagnostic> findings) => (Group, FindingsList) = (group, findings);

    /// <summary>Null when the file cannot be read.</summary>
    public Group? Group { get; }

    public IReadOnlyList<Diagnostic> FindingsList { get; }

    public string Findings => string.Join('\n', FindingsList.Select(f => f.ToString()));

    /// <summary>One line an item, inner ones indented.</summary>
    public string Dump => Group is null ? "" : string.Concat(Group.Items.Select(i => PageDump.Of(i) + "\n"));

    public static Drawn Of(string svg) => Of(Encoding.UTF8.GetBytes(svg));

    public static Drawn Of(byte[] svg) => Of(svg, Fonts);

    public static Drawn Of(byte[] svg, FontBook fonts)
    {
        var findings = new DiagnosticBag();
        var setter = new DrawingSetter(new ParagraphSetter(fonts, findings), findings);
        var picture = PictureOf(svg);
        return new(setter.SizeOf(picture) is var (width, height) ? (Group)setter.Draw(picture, width, height, null) : null, findings.Sorted);
    }

    /// <summary>The elements in a picture of 100 by 100 pixels.</summary>
    public static Drawn Inside(string elements) => Of($"<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>{elements}</svg>");

    public static Picture PictureOf(byte[] svg) => new("a.svg", "", PictureFormat.Svg, 100, 100, svg.Length) { Content = svg };
}
