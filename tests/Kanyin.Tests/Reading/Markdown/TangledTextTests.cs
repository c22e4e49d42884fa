using System.Diagnostics;
using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

/// <summary>Text written to keep the reader busy: told, or read, but not for long.</summary>
public sealed class TangledTextTests
{
    /// <summary>Far more than any of these takes, on a busy machine too; without the guard it is minutes.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("[甲](", 30_000, "none of them ends")]
    [InlineData("[a]: b\n", 5_000, "link definitions")]
    [InlineData("::: tip\n", 300, "containers are open")]
    public void A_shape_that_takes_the_parser_its_square_is_told_and_not_parsed(string part, int times, string message)
    {
        using var book = new TempBook().Add("a.md", "# 甲\n\n话。\n").Add("b.md", "# 乙\n\n" + Times(part, times));
        var clock = Stopwatch.StartNew();
        book.TryRead();

        Assert.Contains(book.Bag.Sorted, f => f.Kind.Id == "READ006" && f.At.File.Path == "b.md" && f.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(clock.Elapsed < Long, $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public void What_is_nested_too_deeply_is_told_and_kept_as_text(string part)
    {
        using var book = new TempBook().Add("a.md", $"# 甲\n\n{Times(part, 60)}话\n");
        Assert.Contains("话", Kanyin.Books.Model.BookDump.Of(book.Read()), StringComparison.Ordinal);
        Assert.Contains("READ007", book.Findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("_a*")]
    [InlineData("&amp;")]
    [InlineData("<a ")]
    [InlineData("![")]
    [InlineData("`a")]
    [InlineData("| ")]
    [InlineData("> > > \n")]
    public void A_hundred_thousand_of_a_sign_are_read_in_time(string part)
    {
        using var book = new TempBook().Add("a.md", $"# 甲\n\n{Times(part, 100_000)}\n");
        var clock = Stopwatch.StartNew();
        book.TryRead();
        Assert.True(clock.Elapsed < Long, $"{clock.Elapsed}");
    }

    private static string Times(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
