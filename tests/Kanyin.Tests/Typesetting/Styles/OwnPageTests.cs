using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Styles;
using Xunit;

namespace Kanyin.Tests.Typesetting.Styles;

/// <summary>What book.yml says of the page, as the style that comes of it.</summary>
public sealed class OwnPageTests
{
    [Fact]
    public void Without_a_wish_a_page_made_from_a_format_is_that_format()
    {
        var (style, findings) = Of("style: { format: a5, leading: 1.6 }");
        Assert.Empty(findings);
        Assert.Equal(BookStyle.Named("a5") with { Headings = style.Headings, Composition = style.Composition }, style);
        Assert.Equal(BookStyle.Named("a5").Headings, style.Headings);
    }

    [Fact]
    public void The_text_fills_what_the_margins_leave_in_whole_characters_and_lines() // PG1
    {
        var (style, findings) = Of("style: { format: a5, width: 130, height: 185, size: 小四 }");
        Assert.Empty(findings);
        Assert.Equal((23, 21), (style.Characters, style.Lines));
        Assert.Equal((12 * 23, 10.5, 9), (style.Measure, style.Small, style.Smallest));
        Assert.InRange(style.Outer / BookStyle.Millimetre, 14.8, 19.1);
        Assert.Equal([20.5, 17, 13.5, 12], style.Headings.Select(h => h.Size));
    }

    [Fact]
    public void The_binding_takes_from_the_inner_margin_only() // PG2
    {
        var (plain, _) = Of("style: { format: b5, characters: 34 }");
        var (bound, _) = Of("style: { format: b5, characters: 34, binding: 5 }");
        Assert.Equal(5 * BookStyle.Millimetre, bound.Inner - plain.Inner, 6);
        Assert.Equal((plain.Measure, plain.Top), (bound.Measure, bound.Top));
    }

    [Fact]
    public void On_one_side_of_the_paper_every_page_is_a_recto() // PG2
    {
        var (style, _) = Of("style: { sides: single }");
        Assert.Equal((style.Inner, style.Inner), (style.Left(1), style.Left(2)));
    }

    [Theory]
    [InlineData("characters: 60", "PAGE020@2")]
    [InlineData("lines: 50", "PAGE020@2")]
    [InlineData("width: 60\n  inner: 30", "PAGE020@2")]
    [InlineData("width: 300\n  size: 9", "PAGE021@2")]
    [InlineData("size: 七号\n  characters: 40", "PAGE021@2")]
    [InlineData("leading: 1.3", "PAGE021@2")]
    [InlineData("leading: 1.5", "")]
    public void A_page_that_cannot_be_or_should_not_be_is_reported(string page, string expected)
    {
        var (style, findings) = Of("style:\n  " + page);
        Assert.Equal(expected, string.Join(' ', findings));
        Assert.True(style.Outer > 5 * BookStyle.Millimetre - 1e-6 && style.Bottom > 5 * BookStyle.Millimetre - 1e-6);
    }

    [Fact]
    public void Every_word_for_the_composition_of_Chinese_has_its_meaning()
    {
        Assert.Equal(DesignSettings.Punctuations.Order(), CompositionWords.Punctuation.Select(w => w.Word).Order());
        Assert.Equal(DesignSettings.LineEnds.Order(), CompositionWords.LineEnds.Select(w => w.Word).Order());
        Assert.Equal(DesignSettings.LineStarts.Order(), CompositionWords.LineStarts.Select(w => w.Word).Order());
        Assert.Equal(DesignSettings.LineBreaks.Order(), CompositionWords.Levels.Select(w => w.Word).Order());
        var style = Of("punctuation: kaiming\nline-end: hang\nline-start: keep\nline-break: strict").Style;
        Assert.Equal(new Composition { Punctuation = PunctuationStyle.Kaiming, LineEnd = LineEnd.Hang, TrimsLineStart = false, Level = BreakLevel.Strict }, style.Composition);
        Assert.Equal(Composition.Default, Of("title: 书").Style.Composition);
    }

    [Theory]
    [InlineData("zh-CN", Locale.Mainland)]
    [InlineData("zh-Hans-HK", Locale.Mainland)]
    [InlineData("zh-Hant", Locale.Taiwan)]
    [InlineData("zh-TW", Locale.Taiwan)]
    [InlineData("zh-Hant-TW", Locale.Taiwan)]
    [InlineData("zh-HK", Locale.HongKong)]
    [InlineData("zh-Hant-MO", Locale.HongKong)]
    [InlineData("en", Locale.Mainland)]
    public void The_language_decides_whose_marks_are_set(string language, Locale locale) => Assert.Equal(locale, Of("language: " + language).Style.Composition.Locale); // CL3

    private static (BookStyle Style, IEnumerable<string> Findings) Of(string yaml)
    {
        var bag = new DiagnosticBag();
        var settings = BookSettings.Parse(new SourceFile("book.yml", yaml), bag);
        var metadata = new BookMetadata("书", null, [], settings.Language ?? "zh-CN", null, null, null, "id", null);
        var style = BookStyle.Of(new Book(metadata, settings.Style, null, []) { Design = settings.Design }, bag);
        return (style, bag.Sorted.Select(d => $"{d.Kind.Id}@{d.At.Line}"));
    }
}
