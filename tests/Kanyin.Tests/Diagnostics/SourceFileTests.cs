using Kanyin.Books.Diagnostics;
using Xunit;

namespace Kanyin.Tests.Diagnostics;

public sealed class SourceFileTests
{
    [Theory]
    [InlineData("ab\ncd", 0, 1, 1)]
    [InlineData("ab\ncd", 2, 1, 3)]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\r\ncd", 4, 2, 1)]
    [InlineData("ab\rcd", 3, 2, 1)]
    [InlineData("ab\n", 3, 2, 1)]
    [InlineData("ab", 99, 1, 3)]
    [InlineData("", 0, 1, 1)]
    public void Lines_and_columns_count_from_one(string text, int offset, int line, int column) =>
        Assert.Equal((line, column), new SourceFile("a.md", text).Position(offset));
}
