using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Xunit;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Tests.Typesetting;

public sealed class PageHashTests
{
    private static readonly FontFace Face = TestFace.Create();
    private static readonly Solid Ink = new(Colour.Black);
    private static readonly ImmutableArray<PathSegment> Line = [new(PathVerb.Move, 0, 0), new(PathVerb.Line, 5, 5)];
    private static readonly GlyphRun Run = new(1, 2, null, Face, 10, 1, Colour.Black, "茶", [new(7, 0, 0, 0, 1)]);
    private static readonly Path Shape = new(1, 2, null, Line, Ink, new Stroke(Ink, 1));
    private static readonly Group Inner = new(0, 0, null, [Shape]);

    [Fact]
    public void What_is_not_seen_counts_for_nothing()
    {
        Assert.Equal(Of(Run), Of(Run with { Text = "查", Owner = new StructureElement(StructureRole.P) }));
        Assert.Equal(Of(Run, new DestinationMark(1, 2, "a")), Of(Run, new DestinationMark(1, 2, "b")));
    }

    [Fact]
    public void Whatever_is_seen_makes_another_page()
    {
        Page[] pages =
        [
            .. new PageItem[]
            {
                Run, Run with { X = 3 }, Run with { Y = 3 }, Run with { Size = 11 }, Run with { Scale = .5 }, Run with { Colour = Colour.White },
                Run with { Glyphs = [new(8, 0, 0, 0, 1)] }, Run with { Glyphs = [new(7, 1, 0, 0, 1)] }, Run with { Glyphs = [new(7, 0, 1, 0, 1)] },
                new Rule(1, 2, null, 3, 4, Colour.Black), new Rule(1, 2, null, 3, 5, Colour.Black), new Rule(1, 2, null, 3, 4, Colour.White),
                Box("a.png"), Box("b.png"), Box("a.png", 2), Box("a.png") with { Width = 9 },
                Shape, Shape with { Fill = null }, Shape with { Stroke = null }, Shape with { IsEvenOdd = true }, Shape with { Segments = [.. Line, new(PathVerb.Close, 0, 0)] },
                Shape with { Fill = new Solid(Colour.Black, .5) }, Shape with { Stroke = new Stroke(Ink, 2) }, Shape with { Stroke = new Stroke(Ink, 1) { Cap = LineCap.Round } },
                Shape with { Stroke = new Stroke(Ink, 1) { Dashes = [1, 2] } },
                Shape with { Fill = new LinearGradient(Transform.Identity, [new(0, Colour.Black)]) }, Shape with { Fill = new LinearGradient(Transform.Identity, [new(0, Colour.White)]) },
                Shape with { Fill = new RadialGradient(Transform.Identity, 0, 0, [new(0, Colour.Black)]) }, Shape with { Fill = new Tiling(Transform.Identity, 2, 2, [Run]) },
                Inner, Inner with { Transform = Transform.Scaling(2, 2) }, Inner with { Opacity = .5 }, Inner with { Clip = new Clip(Line) }, Inner with { Mask = Inner }, Inner with { Items = [] },
            }.Select(item => new Page(100, 200, "1", [item])),
            new Page(100, 200, "1", []), new Page(101, 200, "1", []), new Page(100, 201, "1", []), new Page(100, 200, "1", [Run, Run]),
        ];

        Assert.Equal(pages.Length, PageHash.Of([.. pages]).Distinct().Count());
    }

    private static ImageBox Box(string path, byte content = 1) => new(1, 2, null, 3, 4, new Picture(path, "/" + path, PictureFormat.Png, 1, 1, 1) { Content = [content] });

    private static string Of(params PageItem[] items) => PageHash.Of([new Page(100, 200, "1", [.. items])])[0];
}
