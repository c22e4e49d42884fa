using System.Globalization;
using System.Xml.Linq;
using Kanyin.Typesetting.Drawings;
using Xunit;

namespace Kanyin.Tests.Typesetting.Drawings;

public sealed class CssTests
{
    [Theory] // CSS Color 4
    [InlineData("red", "255 0 0 1")]
    [InlineData(" ReBeccaPurple ", "102 51 153 1")]
    [InlineData("#abc", "170 187 204 1")]
    [InlineData("#abc8", "170 187 204 0.533")]
    [InlineData("#01020380", "1 2 3 0.502")]
    [InlineData("rgb(1,2,3)", "1 2 3 1")]
    [InlineData("rgba(100%, 0%, 50%, .25)", "255 0 127.5 0.25")]
    [InlineData("rgb(1 2 3 / 40%)", "1 2 3 0.4")]
    [InlineData("hsl(120, 100%, 25%)", "0 127.5 0 1")]
    [InlineData("hsl(-240deg 100% 50%)", "0 255 0 1")]
    [InlineData("transparent", "0 0 0 0")]
    [InlineData("light-dark(rgb(1, 2, 3), #fff)", "1 2 3 1")]
    [InlineData("reddish", null)]
    [InlineData("#12345", null)]
    [InlineData("rgb(1,2)", null)]
    [InlineData("url(#a)", null)]
    public void Colours_are_read(string text, string? expected) =>
        Assert.Equal(expected, CssColour.Read(text) is { } ink ? string.Join(' ', new[] { ink.Colour.Red * 255, ink.Colour.Green * 255, ink.Colour.Blue * 255, ink.Opacity }.Select(v => Math.Round(v, 3).ToString(CultureInfo.InvariantCulture))) : null);

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12px", 12)]
    [InlineData("1in", 96)]
    [InlineData("2.54cm", 96)]
    [InlineData("72pt", 96)]
    [InlineData("2em", 20)]
    [InlineData("50%", 100)]
    [InlineData("1e1", 10)]
    [InlineData("1.5ex", 7.5)]
    [InlineData("wide", null)]
    [InlineData("12 px", null)]
    public void Lengths_are_read(string text, object? expected) => Assert.Equal(expected is null ? null : Convert.ToDouble(expected, CultureInfo.InvariantCulture), CssLength.Read(text, whole: 200, em: 10));

    [Theory] // CSS Transforms 1: the last one is done first
    [InlineData("translate(10,20) scale(2)", "12 22")]
    [InlineData("scale(2)translate(10 20)", "22 42")]
    [InlineData("matrix(1 2 3 4 5 6)", "9 12")]
    [InlineData("rotate(90)", "-1 1")]
    [InlineData("rotate(180, 5, 5)", "9 9")]
    [InlineData("translate(1px, 2px), rotate(0.25turn)", "0 3")]
    [InlineData("none", "1 1")]
    [InlineData("rotate(90", null)]
    [InlineData("wobble(3)", null)]
    [InlineData("translate(1 2 3)", null)]
    public void Transforms_are_read(string text, string? expected)
    {
        var map = TransformText.Read(text);
        Assert.Equal(expected, map?.Apply(1, 1) is var (x, y) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(x, 6)} {Math.Round(y, 6)}") : null);
    }

    [Theory] // Selectors 3
    [InlineData("rect", true, 1)]
    [InlineData("*", true, 0)]
    [InlineData(".big", true, 100)]
    [InlineData("rect.big.red", true, 201)]
    [InlineData("#r", true, 10000)]
    [InlineData("g rect", true, 2)]
    [InlineData("svg > g rect", true, 3)]
    [InlineData("g > .inner > rect", true, 102)]
    [InlineData("svg>rect", false, 2)]
    [InlineData("[class]", true, 100)]
    [InlineData("rect[id='r']", true, 101)]
    [InlineData(":root rect", true, 101)]
    [InlineData(".bi", false, 100)]
    [InlineData("circle", false, 1)]
    public void Selectors_fit_what_they_describe(string text, bool fits, int specificity)
    {
        var rect = XElement.Parse("<svg><g><g class='inner'><rect id='r' class='red  big'/></g></g></svg>").Descendants("rect").Single();
        var selector = Selector.Read(text);
        Assert.NotNull(selector);
        Assert.Equal((fits, specificity), (selector.Fits(rect, () => { }), selector.Specificity));
    }

    [Theory]
    [InlineData("a:hover")]
    [InlineData("a + b")]
    [InlineData("a ~ b")]
    [InlineData("> a")]
    [InlineData("a >")]
    [InlineData("")]
    [InlineData("a::before")]
    public void Selectors_that_we_do_not_know_fit_nothing(string text) => Assert.Null(Selector.Read(text));

    [Fact]
    public void The_stronger_declaration_wins()
    {
        var drawn = Drawn.Inside("""
            <style>
            rect { fill: red } /* weaker than .b */ .b { fill: green; stroke: none !important } #c { fill: blue }
            @media print { rect { fill: black } } @import url(x.css);
            .d { fill: var(--none, #010203) }
            </style>
            <rect width="1" height="1" fill="yellow"/>
            <rect width="1" height="1" class="b" style="stroke: gold"/>
            <rect width="1" height="1" class="b" id="c"/>
            <rect width="1" height="1" class="b" id="c" style="fill: white"/>
            <rect width="1" height="1" class="d"/>
            <g fill="teal" color="pink"><path d="M0 0h1v1" style="fill:currentColor"/><path d="M0 0h1v1" style="fill:inherit"/></g>
            """);
        Assert.Equal(["#ff0000", "#008000", "#0000ff", "#ffffff", "#010203", "#ffc0cb", "#008080"], drawn.Dump.Split('\n')[..^1].Select(l => l[^7..]));
        Assert.Empty(drawn.Findings);
    }

    [Fact]
    public void Semicolons_inside_brackets_do_not_end_a_declaration() =>
        Assert.Equal([("a", "url(data:image/png;base64,x)"), ("b", "'c;d'"), ("e", "f")], StyleSheet.Declarations("a: url(data:image/png;base64,x) ; b:'c;d';; e : f !important").Select(d => (d.Name, d.Value)));
}
