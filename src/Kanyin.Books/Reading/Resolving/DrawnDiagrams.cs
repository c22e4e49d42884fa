using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Pictures;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Puts the drawing of a diagram in the place of its listing; the words of the listing stay as what is read out.</summary>
internal sealed class DrawnDiagrams(PictureFiles pictures) : TreeRewriter
{
    public static ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters, PictureFiles pictures)
    {
        var drawn = new DrawnDiagrams(pictures);
        return [.. chapters.Select(c => c with { Blocks = drawn.Rewrite(c.Blocks) })];
    }

    protected override Inline Changed(Inline inline) => inline;

    protected override Block Changed(Block block) =>
        block is CodeBlock code && Diagram.Of(code) is { } diagram && pictures.FindDiagram(diagram) is { } picture
            ? new Figure(code.At, "", new Image(code.At, picture.Path, code.Text, null, picture), code.Title is { } title ? [new Text(code.At, title)] : []) { Anchors = code.Anchors }
            : block;
}
