using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Flow;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class PrintedAddressesTests
{
    private const string Address = "https://example.com/a";
    private static readonly SourceFile _source = new("a.md", "");
    private static readonly Place _at = Place.Of(_source);

    [Fact]
    public void Paper_says_where_a_link_leads_once_on_a_page() // 6.4
    {
        var text = TextOf(Purpose.Print, Words("见"), To(Address, "甲"), Words("与"), To(Address, "乙"), To("https://example.com/b", "丙"), Words("。"));
        Assert.Equal("见甲①与乙①丙②。①https://example.com/a②https://example.com/b", text);
    }

    [Fact]
    public void White_behind_a_call_is_found_and_copied() => // IN1
        Assert.Equal("Go① and① 是①https://example.com/a", TextOf(Purpose.Print, To(Address, "Go"), Words(" and"), To(Address, ""), Words(" 是")));

    [Theory]
    [InlineData(Purpose.Both)]
    [InlineData(Purpose.Screen)]
    public void A_screen_is_pressed_instead(Purpose purpose) => Assert.Equal("见甲。", TextOf(purpose, Words("见"), To(Address, "甲"), Words("。")));

    [Theory]
    [InlineData("https://example.com/a", "https://example.com/a")]
    [InlineData("https://example.com/", "example.com")]
    [InlineData("mailto:a@example.com", "a@example.com")]
    [InlineData("https://example.com/%E4%B8%AD", "https://example.com/中")]
    public void What_the_words_say_needs_no_note(string address, string words) => Assert.Equal(words, TextOf(Purpose.Print, To(address, words)));

    [Fact]
    public void A_link_inside_the_book_has_no_address() =>
        Assert.Equal("题", TextOf(Purpose.Print, new Link(_at, new InternalTarget("a.md", "c1"), null, [Words("题")])));

    [Fact]
    public void In_a_note_the_address_follows_the_words_and_is_no_part_of_the_text()
    {
        var note = new Note(_at, "n1", "1", [new Paragraph(_at, [Words("见"), To(Address, "甲"), Words("。")])]);
        Assert.Equal("文①①见甲。", TextOf(Purpose.Print, Words("文"), note));
        Assert.Contains("见甲（https://example.com/a）。", string.Concat(RunsOf(Purpose.Print, Words("文"), note).Select(r => r.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://zh.wikipedia.org/wiki/%E4%B8%AD%e6%96%87", "https://zh.wikipedia.org/wiki/中文")]
    [InlineData("https://example.com/a%20b%2Fc", "https://example.com/a%20b%2Fc")]
    [InlineData("https://example.com/%FF%E4", "https://example.com/%FF%E4")]
    [InlineData("https://example.com/%E2%80%8B", "https://example.com/%E2%80%8B")]
    public void An_address_is_shown_as_one_types_it(string address, string shown) => Assert.Equal(shown, PrintedAddresses.Shown(address));

    private static Text Words(string words) => new(_at, words);

    private static Link To(string address, string words) => new(_at, new ExternalTarget(address), null, [Words(words)]);

    /// <summary>Of the first page of the text, without its number.</summary>
    private static string TextOf(Purpose purpose, params Inline[] inlines) => string.Concat(RunsOf(purpose, inlines).Where(r => r.Owner is not null).Select(r => r.Text));

    private static IEnumerable<GlyphRun> RunsOf(Purpose purpose, params Inline[] inlines)
    {
        var chapter = new Chapter(_source, "c1", "题", 0, null, [new Paragraph(_at, [.. inlines])]);
        var book = Typesetter.Set(new Book(HandSet.Metadata, "b5", null, [chapter]) { Design = new Design { Purpose = purpose } }, HandSet.Fonts, new DiagnosticBag());
        return book.Pages.First(p => p.Label == "1").AllItems.OfType<GlyphRun>();
    }
}
