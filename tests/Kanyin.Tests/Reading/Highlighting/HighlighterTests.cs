using Kanyin.Books.Reading.Highlighting;
using Xunit;

namespace Kanyin.Tests.Reading.Highlighting;

public sealed class HighlighterTests
{
    private static IEnumerable<string> Kinds(string language, string text) =>
        Highlighter.Tokens(language, text).Select(t => $"{t.Kind}:{text.Substring(t.Start, t.Length)}");

    [Theory]
    [InlineData("csharp", "int x = 42; // 注", "Keyword:int Number:42 Comment:// 注")]
    [InlineData("python", "def f(a):\n    return \"串\"", "Keyword:def Function:f Keyword:return String:\"串\"")]
    [InlineData("json", "{\"a\": true}", "Type:\"a\" Keyword:true")]
    [InlineData("bash", "echo hi # 注", "Function:echo Comment:# 注")]
    [InlineData("rust", "fn main() {}", "Keyword:fn Function:main")]
    [InlineData("go", "func main() {}", "Keyword:func Function:main")]
    [InlineData("sql", "SELECT 1", "Keyword:SELECT Number:1")]
    public void The_usual_languages_are_coloured(string language, string text, string kinds) => Assert.Equal(kinds, string.Join(' ', Kinds(language, text)));

    [Fact]
    public void Every_language_has_its_grammar() => Assert.All(Highlighter.KnownScopes, scope => Assert.True(Grammars.Has(scope), scope));

    [Theory]
    [InlineData("")]
    [InlineData("nosuch")]
    [InlineData("text")]
    public void Unknown_languages_stay_plain(string language) => Assert.Empty(Highlighter.Tokens(language, "int x = 1;"));

    [Fact]
    public void Tokens_are_in_order_and_inside_the_text()
    {
        const string Text = "class A\n{\n    string B => $\"{1}\"; // c\n}\n\n/* d\n e */";
        var end = 0;
        foreach (var token in Highlighter.Tokens("cs", Text))
        {
            Assert.True(token.Start >= end && token.Length > 0);
            end = token.Start + token.Length;
        }

        Assert.Equal(Text.Length, end);
    }

    [Fact]
    public void Long_lines_stay_plain() => Assert.Empty(Highlighter.Tokens("json", "[" + new string('1', 5_000) + "]"));

    [Fact]
    public void Threads_do_not_disturb_each_other()
    {
        var results = new int[16];
        Parallel.For(0, results.Length, i => results[i] = Highlighter.Tokens("c", "int main(void) { return 0; } /* x */").Length);
        Assert.Single(results.Distinct());
    }
}
