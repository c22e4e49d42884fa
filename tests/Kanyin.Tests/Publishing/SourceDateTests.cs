using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class SourceDateTests
{
    [Theory]
    [InlineData("0", "1970-01-01")]
    [InlineData("1700000000", "2023-11-14")]
    [InlineData("253402300799", "9999-12-31")]
    public void Seconds_since_1970_give_a_day(string value, string expected) => Assert.Equal(DateOnly.Parse(expected, null), SourceDate.Parse(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_given_is_no_date(string? value) => Assert.Null(SourceDate.Parse(value));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("253402300800")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_wrong_usage(string value) => Assert.Contains(value, Assert.Throws<UsageException>(() => SourceDate.Parse(value)).Message, StringComparison.Ordinal);
}
