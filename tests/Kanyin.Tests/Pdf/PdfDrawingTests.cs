using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Editions.Pictures;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Pdf.HandSet;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Tests.Pdf;

/// <summary>Outlines, paints and groups, as they come out in the file.</summary>
public sealed class PdfDrawingTests
{
    private static readonly StructureElement Figure = new(StructureRole.Figure) { Alt = "图" };
    private static readonly Solid Red = new(Colour.Rgb(0xFF0000));
    private static readonly ImmutableArray<PathSegment> Square =
        [new(PathVerb.Move, 0, 0), new(PathVerb.Line, 10, 0), new(PathVerb.Line, 10, 10), new(PathVerb.Line, 0, 10), new(PathVerb.Close, 0, 0)];

    private static readonly ImmutableArray<GradientStop> Stops = [new(0, Colour.Black), new(0.5, Colour.Rgb(0x00FF00)), new(0.5, Red.Colour), new(1, Colour.White)];

    [Fact]
    public void Every_kind_of_item_is_known_to_every_writer()
    {
        Page page = Page("1", [.. OneOfEach()]);
        Assert.Equal(
            typeof(PageItem).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageItem))).Select(t => t.Name).Order(StringComparer.Ordinal),
            page.Items.Select(i => i.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            typeof(Paint).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Paint))).Select(t => t.Name).Order(StringComparer.Ordinal),
            page.Items.OfType<Path>().Select(p => p.Fill!.GetType().Name).Order(StringComparer.Ordinal));

        var document = new StructureElement(StructureRole.Document);
        document.Add(Figure);
        Assert.NotEmpty(Write(Book(document, page)));
        Assert.NotEmpty(PageDump.Of(page));
        using var pictures = new PagePictures();
        Assert.NotEmpty(pictures.Jpeg(page, 300));
    }

    [Fact]
    public void A_line_is_drawn_with_its_pen_and_the_pen_is_kept()
    {
        var pen = new Stroke(Red, 2) { Cap = LineCap.Round, Join = LineJoin.Bevel, MiterLimit = 4, Dashes = [3, 1.5], DashOffset = 1 };
        var content = Content(new Path(20, 30, Figure, Square, null, pen), new Path(20, 30, Figure, Square, new Solid(Colour.Black), pen));
        Assert.Equal(
            """
            /Figure<</MCID 0>>BDC
            1 0 0 RG
            2 w
            1 J
            2 j
            4 M
            [3 1.5 ]1 d
            20 370 m
            30 370 l
            30 360 l
            20 360 l
            h
            S
            20 370 m
            30 370 l
            30 360 l
            20 360 l
            h
            B
            EMC

            """,
            content);
    }

    [Fact]
    public void A_group_has_its_own_space_and_one_mark() // ISO 32000-1 14.6
    {
        var group = new Group(100, 50, Figure, [new Path(1, 2, null, Square, Red, null) { IsEvenOdd = true }, Run(5, 6, null, Song, "字")])
        {
            Transform = Transform.Turning(90),
            Clip = new Clip(Square),
        };
        Assert.Equal(
            """
            /Figure<</MCID 0>>BDC
            q
            0 -1 1 0 100 350 cm
            0 0 m
            10 0 l
            10 -10 l
            0 -10 l
            h
            W n
            1 0 0 rg
            1 -2 m
            11 -2 l
            11 -12 l
            1 -12 l
            h
            f*
            BT
            0 g
            /F0 10 Tf
            5 -6 Td
            (\00\01)Tj
            ET
            Q
            EMC

            """,
            Content(group).Replace("\0\u0001", @"\00\01", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_group_has_set_is_forgotten_after_it()
    {
        var path = new Path(0, 0, null, Square, Red, null);
        var content = Content(new Group(0, 0, Figure, [path]) { Transform = Transform.Scaling(2, 2) }, path);
        Assert.Equal(2, content.Split("1 0 0 rg").Length - 1);
    }

    [Fact]
    public void Items_of_a_group_without_owner_speak_for_themselves()
    {
        var group = new Group(0, 0, null, [Run(0, 10, Figure, Song, "字"), new Path(0, 0, null, Square, Red, null)]) { Transform = Transform.Turning(90) };
        var content = Content(group);
        Assert.Matches(@"cm\nBT\n/Figure<</MCID 0>>BDC\n[^E]*EMC\nET\n/Artifact<</Type/Layout>>BDC\n[^E]*EMC\nQ\n", content);
    }

    [Fact]
    public void A_transparent_group_is_a_form_and_its_page_names_a_blending_space() // ISO 19005-2 6.2.10
    {
        var group = new Group(10, 10, Figure, [new Path(0, 0, null, Square, Red, null)]) { Opacity = 0.5, Mask = new Group(0, 0, null, [new Path(0, 0, null, Square, new Solid(Colour.White), null)]) };
        var dump = PdfDump.Of(Write(Book(Owners(), Page("1", group))));
        Assert.Contains("/Figure<</MCID 0>>BDC\nq\n1 0 0 1 10 390 cm\n/G0 gs\n/X0 Do\nQ\nEMC\n", dump, StringComparison.Ordinal);
        Assert.Matches(@"/ExtGState<</G0 <</ca \.5/CA \.5/SMask<</S/Luminosity/G \d+ 0 R>>>>>>", dump);
        Assert.Contains("/Group<</S/Transparency/CS/DeviceRGB>>/Contents", dump, StringComparison.Ordinal);
        Assert.Matches(@"/Subtype/Form/BBox\[-10 -390 290 10\]/Group<</S/Transparency/I true/CS/DeviceRGB>>", dump);
    }

    [Fact]
    public void An_opaque_page_names_no_blending_space() =>
        Assert.DoesNotContain("Transparency", PdfDump.Of(Write(Book(Owners(), Page("1", new Path(0, 0, Figure, Square, Red, null))))), StringComparison.Ordinal);

    [Fact]
    public void A_gradient_is_anchored_to_its_path_and_stitched() // ISO 32000-1 7.10.4, 8.7.3.1
    {
        var map = Transform.Scaling(10, 10);
        var dump = PdfDump.Of(Write(Book(Owners(), Page("1", new Path(20, 30, Figure, Square, new LinearGradient(map, Stops, 0.5), new Stroke(new RadialGradient(map, 0.25, 0.25, Stops), 2))))));
        Assert.Contains("/PatternType 2/Matrix[10 0 0 10 20 370]/Shading<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 0]/Extend[true true]", dump, StringComparison.Ordinal);
        Assert.Contains("/ShadingType 3/ColorSpace/DeviceRGB/Coords[.25 -.25 0 0 0 1]", dump, StringComparison.Ordinal);
        Assert.Contains("/Functions[<</FunctionType 2/Domain[0 1]/C0[0 0 0]/C1[0 1 0]/N 1>><</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[1 1 1]/N 1>>]/Bounds[.5 ]/Encode[0 1 0 1 ]", dump, StringComparison.Ordinal);
        Assert.Contains("/G0 <</ca .5/CA 1>>", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Tiles_hang_from_their_origin()
    {
        var tiles = new Tiling(Transform.Moving(3, 4), 5, 6, [new Path(0, 0, null, Square, Red, null)]);
        var dump = PdfDump.Of(Write(Book(Owners(), Page("1", new Path(20, 30, Figure, Square, tiles, null)))));
        Assert.Contains("/PatternType 1/PaintType 1/TilingType 1/BBox[0 -6 5 0]/XStep 5/YStep 6/Matrix[1 0 0 1 23 366]", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_in_a_transparent_group_can_be_read()
    {
        var group = new Group(10, 10, Figure, [Run(0, 10, null, Song, "天地")]) { Opacity = 0.5 };
        Assert.Equal("天地", TextOf(Book(Owners(), Page("1", group))));
    }

    private static IEnumerable<PageItem> OneOfEach()
    {
        var path = new Path(0, 0, Figure, Square, Red, new Stroke(Red, 1) { Dashes = [1, 2] });
        yield return Run(0, 10, Figure, Song, "字");
        yield return new Rule(0, 0, null, 1, 1, Colour.Black);
        yield return new ImageBox(0, 0, Figure, 10, 10, new Picture("a", "", PictureFormat.Png, 1, 1, 1) { Content = [1] });
        yield return path;
        yield return path with { Fill = new LinearGradient(Transform.Identity, Stops) };
        yield return path with { Fill = new RadialGradient(Transform.Identity, 0, 0, Stops) };
        yield return path with { Fill = new Tiling(Transform.Identity, 5, 5, [path, Run(0, 10, null, Song, "号")]) };
        yield return new Group(0, 0, Figure, [path, Run(0, 10, null, Latin, "x")]) { Opacity = 0.5, Mask = new Group(0, 0, null, [path, Run(0, 10, null, Latin, "y")]), Clip = new Clip(Square) };
        yield return new LinkArea(0, 0, null, 10, 10, new ExternalTarget("https://example.org"), "x");
        yield return new DestinationMark(0, 0, "x");
    }

    private static StructureElement Owners()
    {
        var document = new StructureElement(StructureRole.Document);
        document.Add(Figure);
        return document;
    }

    private static string Content(params PageItem[] items) => PdfDump.Content(Write(Book(Owners(), Page("1", items))));
}
