using System.Diagnostics;
using Kanyin.Typesetting.Fonts;
using Xunit;

namespace Kanyin.Tests.Reading;

/// <summary>What random input has broken: each stays mended.</summary>
public sealed class FoundByChanceTests
{
    [Theory]
    [InlineData("authors: [a: b\nc: d]\n")]
    [InlineData("title: [-x: \n-y]\n")]
    public void Broken_brackets_in_the_settings_are_a_finding(string settings)
    {
        using var book = new TempBook().Add("book.yml", settings).Add("a.md", "# 甲\n\n话。\n");
        Assert.NotNull(book.TryRead());
        Assert.Contains(book.Bag.Sorted, f => f.At.File.Path == "book.yml" && f.Message.StartsWith("This is not YAML", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('=')]
    [InlineData('+')]
    [InlineData('~')]
    [InlineData('^')]
    public void Signs_inside_signs_are_read_once_and_not_once_more_for_each(char sign)
    {
        // It took 2 to the 40th steps: what is not meant was read twice, and all inside it too.
        var clock = Stopwatch.StartNew();
        using var book = new TempBook().Add("a.md", $"# 甲\n\nx{new string(sign, 300)}字{new string(sign, 300)}x\n");
        Assert.Contains("字", book.TryRead()!.Chapters[0].File.Text, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(60)]
    [InlineData(200)]
    public void A_font_that_is_cut_short_is_not_a_font(int length)
    {
        var whole = FontSubset.ForScreens(Kanyin.Tests.Pdf.HandSet.Fonts.Latin(FontFamily.Mono, false, false), "abc".Select(c => (int)c));
        Assert.Throws<InvalidDataException>(() => new FontFace("x", FontData.Of(whole.AsSpan(0, length))));
        Assert.Throws<InvalidDataException>(() => FontData.Of(Kanyin.Editions.Epub.Woff.Pack(whole).AsSpan(0, length + 60)));
    }
}
