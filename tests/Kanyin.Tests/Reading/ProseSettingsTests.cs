using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading;

public sealed class ProseSettingsTests
{
    [Fact]
    public void The_glossary_beside_book_yml_is_read()
    {
        using var book = new TempBook().Add("a.md", "# 书\n").Add("terms.yml", "词元: [令牌, 标记]\n提示词: 提示语\nKanyin:\n");
        Assert.Equal(["词元: 令牌 标记", "提示词: 提示语", "Kanyin: "], book.Read().Prose.Terms.Select(t => $"{t.Right}: {string.Join(' ', t.Wrong)}"));
        Assert.Equal("", book.Findings);
    }

    [Fact]
    public void Book_yml_may_name_another_glossary()
    {
        using var book = new TempBook().Add("a.md", "# 书\n").Add("words/glossary.yml", "词元: 令牌\n").Add("book.yml", "terms: words/glossary.yml\nspacing: none\nsimplified: true\n");
        var prose = book.Read().Prose;
        Assert.Equal((Spacing.None, true, "词元"), (prose.Spacing, prose.IsSimplified, Assert.Single(prose.Terms).Right));
    }

    [Theory]
    [InlineData("terms.yml", "- 词元\n", "CONF006@1")]
    [InlineData("terms.yml", "词元: 令牌\n提示词: {甲: 乙}\n", "CONF006@2")]
    [InlineData("book.yml", "terms: 无.yml\n", "CONF006@1")]
    [InlineData("book.yml", "title: 书\nspacing: wide\n", "CONF004@2")]
    [InlineData("book.yml", "title: 书\nsimplified: yes\n", "CONF004@2")]
    public void What_is_wrong_is_reported_at_its_place(string file, string text, string expected)
    {
        using var book = new TempBook().Add("a.md", "# 书\n").Add(file, text);
        book.Read();
        Assert.Equal(expected, book.Findings);
    }
}
