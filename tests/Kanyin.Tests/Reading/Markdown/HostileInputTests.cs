using System.Diagnostics;
using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

/// <summary>A damaged or hostile file must not hang or crash; the time allowed is far above what a busy machine takes.</summary>
public sealed class HostileInputTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("[a]: b\n")]
    [InlineData("*a ")]
    [InlineData("a**b")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("`")]
    [InlineData("$")]
    [InlineData("$a ")]
    [InlineData("$$x\n")]
    [InlineData("<b>")]
    [InlineData("<x>")]
    [InlineData("<div>")]
    [InlineData("<div>\n\n")]
    [InlineData("<table>\n\n")]
    [InlineData("|")]
    [InlineData("[^a]")]
    [InlineData("~~a")]
    [InlineData("https://")]
    [InlineData(":::a\n")]
    [InlineData("!!! note\n    ")]
    [InlineData("\n")]
    [InlineData("&")]
    [InlineData("]")]
    [InlineData("中")]
    public void The_same_sign_without_end_is_read_or_refused(string sign)
    {
        var clock = Stopwatch.StartNew();
        var (dump, findings) = Piece.Read(string.Concat(Enumerable.Repeat(sign, 50_000 / sign.Length)));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"{clock.Elapsed}");
        Assert.True(dump.Length > 0 || findings.Length > 0 || sign[0] == '<' || sign is "\n" or "- ");
    }

    [Fact]
    public void Deep_nesting_keeps_its_words()
    {
        var (dump, findings) = Piece.Read(string.Concat(Enumerable.Repeat("> ", 60)) + "底");
        Assert.Contains("底", dump, StringComparison.Ordinal);
        Assert.StartsWith("READ007", findings, StringComparison.Ordinal);
    }
}
