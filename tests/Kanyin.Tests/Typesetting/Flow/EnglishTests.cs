using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class EnglishTests
{
    [Theory] // ISO 14289-1 7.2: [ ] is English
    [InlineData("他说 all that is gold does not glitter 这句话", "他说 [all that is gold does not glitter] 这句话")]
    [InlineData("用 Docker Engine API 与 Kubernetes", "用 Docker Engine API 与 Kubernetes")]
    [InlineData("见 Attention Is All You Need，2017 年", "见 [Attention Is All You Need]，2017 年")]
    [InlineData("The whole of it is English.", "[The whole of it is English.]")]
    [InlineData("to be", "to be")]
    [InlineData("一 of the two 二 for the third 三", "一 [of the two] 二 [for the third] 三")]
    [InlineData("", "")]
    public void Sentences_are_told_from_names_and_terms(string text, string expected) =>
        Assert.Equal(expected, string.Concat(English.Stretches(text).Select(s => s.IsEnglish ? $"[{s.Words}]" : s.Words)));
}
