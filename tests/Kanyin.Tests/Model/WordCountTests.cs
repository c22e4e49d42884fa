using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Model;

public sealed class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("天地，玄黄。", 6)]
    [InlineData("用 Typst 排 12 页", 5)]
    [InlineData("don't", 3)]
    [InlineData("\U00020000\u3000𠀀", 2)]
    public void Han_and_marks_count_one_each_and_so_does_a_word(string text, long count) => Assert.Equal(count, WordCount.Of(text));
}
