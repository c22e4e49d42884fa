using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Xunit;

namespace Kanyin.Tests.Reading;

public sealed class DesignSettingsTests
{
    private static (BookSettings Settings, string Findings) Parse(string yaml)
    {
        var bag = new DiagnosticBag();
        var settings = BookSettings.Parse(new SourceFile("book.yml", yaml), bag);
        return (settings, string.Join(' ', bag.Sorted.Select(d => $"{d.Kind.Id}@{d.At.Line}:{d.At.Column}")));
    }

    [Fact]
    public void The_composition_of_Chinese_is_read()
    {
        var (s, findings) = Parse("punctuation: kaiming\nline-end: hang\nline-start: keep\nline-break: strict\nopenings: any");
        Assert.Empty(findings);
        Assert.Equal(("kaiming", "hang", "keep", "strict", false), (s.Design.Punctuation, s.Design.LineEnd, s.Design.LineStart, s.Design.LineBreak, s.Design.OpensOnRecto));
        Assert.Equal(Design.Default, Parse("title: 书").Settings.Design);
    }

    [Fact]
    public void A_page_of_ones_own_is_read()
    {
        var (s, findings) = Parse(
            """
            style:
              format: a5
              width: 130
              height: 184.5
              size: 小四
              characters: 24
              lines: 24
              leading: 1.7
              inner: 18
              top: 20
              binding: 3
              sides: single
              page-number: centred
              spaced-titles: 4
            """);
        Assert.Empty(findings);
        var page = s.Design.Page!;
        Assert.Equal("a5", s.Style);
        Assert.Equal((130, 184.5, 12, 24, 24, 1.7), (page.Width!.Value, page.Height!.Value, page.Size!.Value, page.Characters!.Value, page.Lines!.Value, page.Leading!.Value));
        Assert.Equal((18, 20, 3, true, true, 4), (page.Inner!.Value, page.Top!.Value, page.Binding, page.IsSingleSided, page.CentresPageNumber, page.SpacedTitle));
        Assert.Equal(2, page.At.Line);
    }

    [Theory]
    [InlineData("五号", 10.5)]
    [InlineData("小四", 12)]
    [InlineData("小四号", 12)]
    [InlineData("10.5", 10.5)]
    [InlineData("11 pt", 11)]
    public void A_size_is_a_name_or_points(string size, double points) => Assert.Equal(points, Parse($"style: {{ size: {size} }}").Settings.Design.Page!.Size); // 6.1

    [Theory]
    [InlineData("punctuation: full", "CONF004@1:14")]
    [InlineData("line-end: 半", "CONF004@1:11")]
    [InlineData("openings: [recto]", "CONF003@1:11")]
    [InlineData("style: folio", "CONF004@1:8")]
    [InlineData("style: [a5]", "CONF003@1:8")]
    [InlineData("style:\n  format: folio", "CONF004@2:11")]
    [InlineData("style:\n  with: 130", "CONF002@2:3")]
    [InlineData("style:\n  width: 20", "CONF004@2:10")]
    [InlineData("style:\n  width: wide", "CONF004@2:10")]
    [InlineData("style:\n  size: 九号", "CONF004@2:9")]
    [InlineData("style:\n  characters: 30.5", "CONF004@2:15")]
    [InlineData("style:\n  leading: 1,6", "CONF004@2:12")]
    public void What_is_wrong_is_said_with_line_and_column(string yaml, string findings)
    {
        var (settings, said) = Parse(yaml);
        Assert.Equal(findings, said);
        Assert.Equal("b5", settings.Style);
    }
}
