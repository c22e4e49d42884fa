using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Model;

public sealed class IsbnTests
{
    [Theory]
    [InlineData("978-7-000-00000-1", "9787000000001")]
    [InlineData("urn:isbn:9787000000001", "9787000000001")]
    [InlineData("ISBN 978 7 000 00000 1", "9787000000001")]
    [InlineData("978-7-000-00000-2", null)]
    [InlineData("977-7-000-00000-4", null)]
    [InlineData("kanyin-guide", null)]
    [InlineData("", null)]
    public void Thirteen_digits_with_a_sound_check_digit_are_an_ISBN(string text, string? digits) => Assert.Equal(digits, Isbn.Digits(text));
}
