using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kanyin.Editions.Pdf;
using Kanyin.Editions.Pictures;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting.Drawings;

/// <summary>Pictures that were made to hurt, or are only broken: a finding, never an exception, in bounded time.</summary>
public sealed class HostileDrawingTests
{
    private const string Open = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'>";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("<svg", "a.svg:1:5: warning PAGE002")]
    [InlineData("<svg>\n<rect></svg>", "a.svg:2:9: warning PAGE002")]
    [InlineData("<html/>", "a.svg:1:1: warning PAGE002")]
    [InlineData("", "a.svg:1:1: warning PAGE002")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg><text>&a;</text></svg>", "a.svg:2:13: warning PAGE002")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n<svg><text>&a;</text></svg>", "a.svg:2:13: warning PAGE002")]
    public void What_is_no_picture_is_reported_where_it_breaks(string svg, string finding)
    {
        var drawn = Drawn.Of(svg);
        Assert.Null(drawn.Group);
        Assert.StartsWith(finding, Assert.Single(drawn.FindingsList).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_too_deeply_are_not_read()
    {
        var drawn = Drawn.Of(Open + string.Concat(Enumerable.Repeat("<g>", 100_000)) + string.Concat(Enumerable.Repeat("</g>", 100_000)) + "</svg>");
        Assert.Null(drawn.Group);
        Assert.Contains("nested too deeply", drawn.Findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<g id='a'><use href='#a'/></g>", "The <use> refers to what it is a part of.")]
    [InlineData("<use id='a' href='#b'/><use id='b' href='#a'/>", "The <use> refers to what it is a part of.")]
    [InlineData("<symbol id='a'><use href='#a'/></symbol><use href='#a'/>", "The <use> refers to what it is a part of.")]
    [InlineData("<pattern id='a' width='1' height='1'><rect width='1' height='1' fill='url(#a)'/></pattern><rect width='9' height='9' fill='url(#a)'/>", "The <rect> refers to what it is a part of.")]
    [InlineData("<mask id='a'><rect width='1' height='1' mask='url(#a)'/></mask><rect width='9' height='9' mask='url(#a)'/>", "The <rect> refers to what it is a part of.")]
    [InlineData("<clipPath id='a' clip-path='url(#a)'><rect width='1' height='1'/></clipPath><rect width='9' height='9' clip-path='url(#a)'/>", "The <clipPath> refers to what it is a part of.")]
    [InlineData("<marker id='a'><path d='M0 0h1' stroke='red' marker-end='url(#a)'/></marker><path d='M0 0h1' marker-end='url(#a)'/>", "The <path> refers to what it is a part of.")]
    [InlineData("<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/><rect width='9' height='9' fill='url(#a)'/>", "")]
    public void What_refers_to_itself_is_drawn_once(string elements, string finding)
    {
        var drawn = Drawn.Of($"{Open}{elements}</svg>");
        Assert.NotNull(drawn.Group);
        Assert.Contains(finding, drawn.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public void References_that_double_at_each_step_end_at_the_limit()
    {
        var doubling = string.Concat(Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"<g id='g{i}'><use href='#g{i - 1}'/><use href='#g{i - 1}'/></g>")));
        Bounded($"{Open}<defs><rect id='g0' width='1' height='1'/>{doubling}</defs><use href='#g40'/></svg>", "too complex");
    }

    [Fact]
    public void Patterns_inside_patterns_end_at_the_limit()
    {
        var patterns = string.Concat(Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"<pattern id='p{i}' width='2' height='2' patternUnits='userSpaceOnUse'><rect width='1' height='1' fill='url(#p{i - 1})'/><rect width='1' height='1' fill='url(#p{i - 1})'/></pattern>")));
        Bounded($"{Open}{patterns}<rect width='9' height='9' fill='url(#p40)'/></svg>", "too complex");
    }

    [Fact]
    public void Rules_that_look_at_everything_end_at_the_limit()
    {
        var rules = string.Concat(Enumerable.Repeat("* * * * * x { fill: red }\n", 3000));
        Bounded($"{Open}<style>{rules}</style>{string.Concat(Enumerable.Repeat("<g><g><g><g><rect width='1' height='1'/></g></g></g></g>", 3000))}</svg>", "too complex");
    }

    [Fact]
    public void Paths_without_end_are_read_to_the_limit() =>
        Bounded($"{Open}<path d='M0 0{new StringBuilder().Insert(0, "h1v1", 3_000_000)}'/></svg>", "");

    [Fact]
    public void Long_words_without_spaces_end() =>
        Bounded($"{Open}<foreignObject width='50' height='9'><p>{new string('天', 20_000)}</p></foreignObject><text>{new string('地', 200_000)}</text></svg>", "");

    [Theory]
    [InlineData("<rect x='1e308' y='-1e308' width='1e308' height='1e308' stroke='red' stroke-width='1e308' stroke-dasharray='1e308'/>")]
    [InlineData("<g transform='scale(1e200)'><g transform='scale(1e200)'><rect width='1' height='1' stroke='red'/></g></g>")]
    [InlineData("<g transform='scale(1e-200)'><rect width='1e300' height='1'/><text>天</text></g>")]
    [InlineData("<g transform='matrix(1e6 1 1 1e-6 0 0)'><rect width='9' height='9' stroke='red'/><text>天</text><text opacity='.5'>天</text></g>")]
    [InlineData("<g transform='scale(0)'><rect width='9' height='9'/></g>")]
    [InlineData("<text x='1e300' y='1e300' font-size='1e300' letter-spacing='1e300' dx='-1e300'>天地</text>")]
    [InlineData("<text font-size='1e-300'>天地</text>")]
    [InlineData("<text textLength='1e300' y='5'>天地</text>")]
    [InlineData("<path d='M0 0A1e300 1e-300 1e300 1 1 1e300 1e300' stroke='red'/>")]
    [InlineData("<path d='M0 0A1e-300 1e-300 0 1 1 5 5' stroke='red'/>")]
    [InlineData("<linearGradient id='a' x2='1e300' gradientTransform='scale(1e300)'><stop/><stop offset='1' stop-opacity='.5'/></linearGradient><rect width='9' height='9' fill='url(#a)'/>")]
    [InlineData("<radialGradient id='a' r='1e-300' fx='1e300'><stop/><stop offset='1' stop-color='red'/></radialGradient><rect width='9' height='9' fill='url(#a)'/>")]
    [InlineData("<pattern id='a' width='1e-300' height='1e300' patternTransform='scale(1e-300)'><rect width='1' height='1'/></pattern><rect width='9' height='9' fill='url(#a)'/>")]
    [InlineData("<svg width='1e300' height='1e-300' viewBox='0 0 1e-300 1e300'><rect width='9' height='9'/></svg>")]
    [InlineData("<g opacity='.5' transform='scale(1e5)'><rect width='9' height='9'/><circle r='1e7'/></g>")]
    [InlineData("<mask id='m' x='1e300'><rect width='9' height='9'/></mask><rect width='9' height='9' mask='url(#m)'/>")]
    [InlineData("<marker id='m' markerWidth='1e300' markerHeight='1e300' refX='1e300' viewBox='0 0 1e-9 1e-9'><rect width='9' height='9'/></marker><path d='M0 0h9' stroke-width='1e300' marker-end='url(#m)'/>")]
    [InlineData("<image width='1e300' height='1e-300' href='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=='/>")]
    [InlineData("<foreignObject width='-1e300' height='1e300'><p style='font-size:1e300px;line-height:1e300'>天</p></foreignObject>")]
    [InlineData("<rect width='9' height='9' fill='url(' stroke='url()' clip-path='url(#' mask='#' filter=')'/><use href=''/><use/><image/><text/>")]
    [InlineData("<text x='' y=',' dx='1 , 2' rotate='a'>\uFFFE天\uD83D\uDE00</text>")]
    [InlineData("<style>}}{{ a{b:c;d} @x{{}} <![CDATA[ rect{fill:red ]]></style><rect width='9' height='9'/>")]
    public void Numbers_and_words_beyond_all_measure_can_be_written(string elements) => Bounded($"{Open}{elements.Replace("\uFFFE", "", StringComparison.Ordinal)}</svg>", "");

    /// <summary>Draws and writes the picture, in time and without an exception.</summary>
    private static void Bounded(string svg, string finding)
    {
        var watch = Stopwatch.StartNew();
        var drawn = Drawn.Of(Encoding.UTF8.GetBytes(svg), HandSet.Fonts);
        Assert.Contains(finding, drawn.Findings, StringComparison.Ordinal);
        if (drawn.Group is { } group)
        {
            var document = new StructureElement(StructureRole.Document);
            var page = HandSet.Page("1", group with { Owner = document.Add(StructureRole.Figure) });
            PdfEdition.Write(HandSet.Book(document, page), Stream.Null);
            using var pictures = new PagePictures();
            Assert.NotEmpty(pictures.Jpeg(page, 100));
        }

        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed} is too long.");
    }
}
