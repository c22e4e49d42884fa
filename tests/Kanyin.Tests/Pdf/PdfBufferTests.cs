using System.Text;
using Kanyin.Editions.Pdf.Objects;
using Xunit;

namespace Kanyin.Tests.Pdf;

public sealed class PdfBufferTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.00001, "0")]
    [InlineData(0.5, ".5")]
    [InlineData(-0.0321, "-.0321")]
    [InlineData(12.3456789, "12.3457")]
    [InlineData(595.28, "595.28")]
    [InlineData(-17, "-17")]
    [InlineData(0.99999, "1")]
    [InlineData(1234567.5, "1234567.5")]
    [InlineData(10.0001, "10.0001")]
    public void Numbers_are_short_and_plain(double value, string expected) => Assert.Equal(expected, Text(new PdfBuffer().Number(value)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e12)]
    public void Numbers_that_no_page_holds_are_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => new PdfBuffer().Number(value));

    [Theory]
    [InlineData("", "()")]
    [InlineData("a(b)\\", "(a\\(b\\)\\\\)")]
    [InlineData("中", "(\u00FE\u00FF\u004E\u002D)")]
    [InlineData("é", "(\u00FE\u00FF\u0000\u00E9)")]
    [InlineData("\r中（", "(\u00FE\u00FF\u0000\\r\u004E\u002D\u00FF\u0008)")]
    public void Text_strings_are_ascii_or_utf16(string text, string expected) => Assert.Equal(expected, Text($"{text}"));

    [Fact]
    public void Names_hide_what_is_not_regular() => Assert.Equal("/A#20b#2F#E4#B8#AD", Text($"{new PdfName("A b/中")}"));

    [Fact]
    public void Interpolated_values_are_written_as_objects() =>
        Assert.Equal("<</Kid 7 0 R/N 3/X 1.5/T(x)>>", Text($"<</Kid {new PdfRef(7)}/N {3}/X {1.5}/T{"x"}>>"));

    private static string Text(PdfBuffer buffer) => Encoding.Latin1.GetString(buffer.Written);
}
