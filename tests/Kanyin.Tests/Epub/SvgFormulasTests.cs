using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Tests.Mathematics;
using Kanyin.Tests.Pdf;
using Xunit;
using static Kanyin.Tests.Epub.SampleBook;
using Math = Kanyin.Books.Model.Math;

namespace Kanyin.Tests.Epub;

public sealed partial class SvgFormulasTests
{
    private static readonly Place _at = Place.Of(new SourceFile("a.md", ""));

    [Fact]
    public void The_Kindle_gets_drawings_with_their_readings_and_no_MathML()
    {
        var epub = Edition(EpubProfile.Kindle);
        var page = epub.Xml("text/chapter-001.xhtml");
        Assert.Equal(["a^2 < b^2", "∑_(i=1)^n i"], page.Descendants(SvgFormulas.Title).Select(t => t.Value.Replace(" = ", "=", StringComparison.Ordinal)));
        Assert.All(page.Descendants(SvgFormulas.Name), s => Assert.Equal(("img", s.Element(SvgFormulas.Title)!.Value), (s.Attribute("role")!.Value, s.Attribute("aria-label")!.Value)));
        Assert.Equal("(1)", page.Descendants(OpenedEpub.Html + "span").Single(s => s.Attribute("class")?.Value == "tag").Value);
        Assert.DoesNotContain("<math", Encoding.UTF8.GetString(epub.File("text/chapter-001.xhtml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EpubProfile.Standard, "mathml", "MathML")]
    [InlineData(EpubProfile.Duokan, "mathml", "MathML")]
    [InlineData(EpubProfile.Kindle, "svg", "describedMath")]
    public void The_package_says_what_the_formulas_are(EpubProfile profile, string property, string feature) // EPUB 3.3 D.7
    {
        var package = Edition(profile).Xml("package.opf");
        Assert.Equal(property, package.Descendants().Single(e => e.Name.LocalName == "item" && e.Attribute("href")?.Value == "text/chapter-001.xhtml").Attribute("properties")?.Value);
        Assert.Contains(package.Descendants(), e => e is { Value: var value } && value == feature && e.Attribute("property")?.Value == "schema:accessibilityFeature");
        Assert.Equal(profile == EpubProfile.Kindle, package.Descendants().Any(e => e.Value == "mathOnVisual" && e.Attribute("property")?.Value == "schema:accessMode"));
    }

    [Fact]
    public void The_same_formulas_give_the_same_bytes() => Assert.Equal(Edition(EpubProfile.Kindle).Bytes, Edition(EpubProfile.Kindle).Bytes);

    [Fact]
    public void A_drawing_is_as_large_as_the_text_around_it_and_stands_on_its_line()
    {
        using var formulas = new SvgFormulas(HandSet.Fonts);
        var p = formulas.Of(Formula.Of("p"), isDisplay: false);
        var (width, height, depth) = (Em(p.Attribute("width")!.Value), Em(p.Attribute("height")!.Value), -Em(p.Attribute("style")!.Value.Replace("vertical-align: ", "", StringComparison.Ordinal)));
        Assert.InRange(width, 0.5, 0.7);
        Assert.InRange(height, 0.6, 0.8);
        Assert.InRange(depth, 0.2, 0.3);
        Assert.Equal(1000 * height, Numbers(p.Attribute("viewBox")!.Value)[3], 6);
        Assert.Null(formulas.Of(Formula.Of("p"), isDisplay: true).Attribute("style"));
    }

    [Fact]
    public void A_drawing_has_the_colour_of_the_text_but_where_the_author_chose_one()
    {
        using var formulas = new SvgFormulas(HandSet.Fonts);
        var svg = formulas.Of(Formula.Of(@"a+\textcolor{red}{b}+\cancel{c}"), isDisplay: false);
        Assert.Equal("currentColor", svg.Attribute("fill")!.Value);
        Assert.Equal([null, "#ff0000", null, null], svg.Elements().Skip(1).Select(e => e.Attribute("fill")?.Value));
        Assert.Equal("currentColor", svg.Elements().Last().Attribute("stroke")!.Value);
    }

    [Fact]
    public void Words_in_a_formula_are_outlines_too()
    {
        using var formulas = new SvgFormulas(HandSet.Fonts);
        var svg = formulas.Of(Formula.Of(@"\text{若}"), isDisplay: false);
        Assert.Equal("若", svg.Value);
        Assert.True(svg.Elements().Last().Attribute("d")!.Value.Length > 200);
        Assert.InRange(Em(svg.Attribute("width")!.Value), 0.99, 1.01);
    }

    [Fact]
    public void The_number_of_a_row_stands_in_the_drawing()
    {
        using var formulas = new SvgFormulas(HandSet.Fonts);
        var (plain, tagged) = (WidthOf("a&=b"), WidthOf(@"a&=b\tag{1}"));
        Assert.InRange(tagged - plain, 2.5, 4);

        double WidthOf(string row) => Em(formulas.Of(Formula.Of($@"\begin{{align}}{row}\\c&=d\notag\end{{align}}"), isDisplay: true).Attribute("width")!.Value);
    }

    [Fact]
    public void Nothing_drawn_lies_outside_the_drawing()
    {
        using var formulas = new SvgFormulas(HandSet.Fonts);
        foreach (var (tex, isDisplay) in Gallery.Formulas)
        {
            var svg = formulas.Of(Formula.Of(tex), isDisplay);
            var box = Numbers(svg.Attribute("viewBox")!.Value);
            foreach (var path in svg.Elements().Where(e => e.Name.LocalName == "path"))
            {
                foreach (var (x, y) in Starts(path.Attribute("d")!.Value))
                {
                    Assert.True(x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3], $"{tex}: {x} {y}");
                }
            }
        }
    }

    /// <summary>Where the outlines begin, followed as a reader follows the steps.</summary>
    private static IEnumerable<(double X, double Y)> Starts(string data)
    {
        var (x, y, startX, startY) = (0.0, 0.0, 0.0, 0.0);
        foreach (Match command in Command().Matches(data))
        {
            var n = Numbers(command.Groups[2].Value);
            var points = command.Groups[1].Value switch { "q" => 2, "c" => 3, _ => 1 };
            Assert.Equal(0, n.Length % (2 * points));
            for (var i = 2 * (points - 1); i < n.Length; i += 2 * points)
            {
                (x, y) = (x + n[i], y + n[i + 1]);
            }

            if (command.Groups[1].Value == "m")
            {
                (startX, startY) = (x, y);
                yield return (x, y);
            }
            else if (command.Groups[1].Value == "z")
            {
                (x, y) = (startX, startY);
            }
        }
    }

    private static OpenedEpub Edition(EpubProfile profile) => OpenedEpub.Of(Of(new Chapter(_at.File, "c", "章", 0, null,
    [
        Head(1, "h", null, "章"),
        Para(new Math(_at, Formula.Of("a^2 < b^2"))),
        new MathBlock(_at, Formula.Of(@"\sum_{i=1}^n i\tag{1}")),
    ])) with { Epub = new EpubDesign(profile, EmbedsFonts: false) });

    private static double Em(string length) => double.Parse(length.Replace("em", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static double[] Numbers(string text) => [.. Number().Matches(text).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("([a-z])([^a-z]*)")]
    private static partial Regex Command();

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
