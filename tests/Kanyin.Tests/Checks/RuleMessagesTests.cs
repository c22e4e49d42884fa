using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Tests.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

/// <summary>What the rules about headings, links, pictures and structure say, where, and where they begin to.</summary>
public sealed class RuleMessagesTests
{
    [Theory]
    [InlineData("# 甲\n\n### 乙\n\n文。", "HEAD001 3:1 This heading is 2 levels below the one before it. Take away one #, or add the heading between.")]
    [InlineData("# 甲\n\n##### 乙\n\n文。", "HEAD001 3:1 This heading is 4 levels below the one before it. Take away 3 #, or add the heading between.")]
    [InlineData("# 甲\n\n## 乙 {#x}\n\n文。\n\n## 丙 {#x}\n\n文。", "HEAD003 7:1 The anchor x already names the heading at line 3; links to it lead there. Give one of the two another {#name}.")]
    [InlineData("# 甲\n\n<a id=\"x\"></a>文。\n\n<a id=\"x\"></a>文。", "HEAD003 5:1 The anchor x already names the place at line 3; links to it lead there. Give one of the two another name.")]
    [InlineData("# 甲\n\n## <a id=\"乙\"></a>乙\n\n文。")] // one place with one name
    [InlineData("# 甲\n\n## 乙 <a id=\"甲\"></a>\n\n文。", "HEAD003 3:6 The anchor 甲 already names the heading at line 1; links to it lead there. Give one of the two another name.")]
    [InlineData("# 甲\n\n## 乙\n\n## 丙\n\n文。", "HEAD007 3:1 Nothing stands under this heading. Write the section, or remove the heading.")]
    [InlineData("# 甲\n\n## 乙", "HEAD007 3:1 Nothing stands under this heading. Write the section, or remove the heading.")]
    [InlineData("# 甲\n\n## ![乙](https://a.cn/x)\n\n## 丙\n\n文。", "IMG004 3:4 https://a.cn/x is on the web; books are made without network. Save it in the book's folder to have it printed, or publish with --online.")]
    [InlineData("# 甲\n\n![乙](https://a.cn/x)文。\n\n![丙](https://a.cn/y)文![丁](https://a.cn/z)。", "IMG004 3:1 https://a.cn/x is on the web, and so are 2 more pictures; books are made without network. Save it in the book's folder to have it printed, or publish with --online.")]
    [InlineData("# 甲\n\n```mermaid\ngraph\n```\n", "IMG008 3:1 The diagram is printed as it is written. Where mmdc is installed, diagrams: [mmdc] in book.yml has it draw them.")]
    [InlineData("# 甲\n\n```mermaid\ngraph\n```\n\n```mermaid\ngraph\n```\n", "IMG008 3:1 The diagram is printed as it is written, and so is 1 more for mmdc. Where mmdc is installed, diagrams: [mmdc] in book.yml has it draw them.")]
    public void A_finding_says_what_is_wrong_and_how_to_mend_it(string text, params string[] expected) =>
        Assert.Equal(expected, Check(text).Select(d => $"{d.Kind.Id} {d.At.Line}:{d.At.Column} {d.Message} {d.Hint}"));

    [Theory]
    [InlineData("见 [说明]（https://a.cn/x）。", "LINK010 https://a.cn/x")]
    [InlineData("见 【说明】(https://a.cn/x)。", "LINK010 https://a.cn/x")]
    [InlineData("见 [说明] (https://a.cn/x)。", "LINK010 https://a.cn/x")]
    [InlineData("见 [3] (https://a.cn/x)，[^甲] (https://a.cn/y)，[x] (https://a.cn/z)。", "LINK009 https://a.cn/x", "LINK009 https://a.cn/y", "LINK009 https://a.cn/z")] // works, notes, ticks
    [InlineData("见 (https://a.cn/x)，<https://a.cn/y>。", "LINK009 https://a.cn/x")]
    [InlineData("见 说明] (https://a.cn/x)。", "LINK009 https://a.cn/x")]
    [InlineData("1、甲\n2、乙", "TEXT002 2、")]
    [InlineData("（1）甲\n（2）乙", "TEXT002 （2）")]
    [InlineData("(1)甲\n(2)乙", "TEXT002 (2)")]
    [InlineData("①甲\n②乙", "TEXT002 ②")]
    [InlineData("⑴甲\n⑵乙", "TEXT002 ⑵")]
    [InlineData("一、甲\n二、乙", "TEXT002 二、")]
    [InlineData("a）甲\nb）乙", "TEXT002 b）")]
    [InlineData("2、甲\n3、乙")]
    [InlineData("1、甲\n3、乙")]
    [InlineData("1、甲  \n2、乙")] // the line end is forced
    [InlineData("1、甲<br>\n2、乙")]
    [InlineData("1、甲\n\n2、乙", "TEXT006 ")]
    [InlineData("①甲\n\n②乙", "TEXT006 ")]
    [InlineData("⑴甲\n\n⑵乙", "TEXT006 ")]
    [InlineData("（1）甲\n\n（2）乙", "TEXT006 ")]
    [InlineData("(1)甲\n\n(2)乙", "TEXT006 ")]
    [InlineData("1）甲\n\n2）乙", "TEXT006 ")]
    [InlineData("2、甲\n\n3、乙")]
    [InlineData("①甲\n\n③乙")]
    [InlineData("他**说“好”**了。", "TEXT005 **说“好”**")]
    [InlineData("他**“好”说**了。", "TEXT005 **“好”说**")]
    [InlineData("他*说。*了。", "TEXT005 *说。*")]
    [InlineData("他 **“好”** 了，**好**，“**说。**”。")]
    [InlineData("**“好”**了", "TEXT005 **“好”**")]
    [InlineData("他**说😀**了。", "TEXT005 **说😀**")]
    public void A_rule_begins_where_its_text_says(string text, params string[] expected) =>
        Assert.Equal(expected, Check($"# 书\n\n{text}\n").Select(d => $"{d.Kind.Id} {d.At.Text}"));

    [Theory]
    [InlineData("https://github.com/a/b/", "https://github.com/a/b/blob/main/book/doc/a.md", true)]
    [InlineData("https://github.com/a/b", "https://github.com/A/B/tree/main/book/doc/a.md#x", true)]
    [InlineData("https://github.com/a/b", "https://github.com/a/c/blob/main/doc/a.md", false)]
    [InlineData("https://github.com/a/b", "https://github.com/a/b/blob/main/b.md", false)]
    [InlineData(null, "https://gitlab.com/a/b/-/blob/main/doc/a.md", true)]
    [InlineData(null, "https://github.com/a/b/blob/main/README.md", false)] // any repository has one
    public void A_file_of_the_book_is_not_linked_to_on_the_web(string? repository, string address, bool isFound)
    {
        var settings = repository is null ? "" : $"repository: {repository}\n";
        var findings = Check($"# 书\n\n[见]({address})\n", ("book.yml", settings), ("doc/a.md", "# 甲\n\n文。\n"));
        Assert.Equal(isFound ? ["LINK011"] : [], findings.Select(d => d.Kind.Id));
    }

    [Fact]
    public void A_caption_number_that_is_used_twice_is_told_with_its_first_place()
    {
        const string One = "# 第1章 甲\n\n![图 1-1 壶](x.png)\n\n![图 1-1 杯](x.png)\n";
        Assert.Equal(["图 1-1 is already used at line 3."], Messages("NUM012", ("a.md", One)));
        Assert.Equal(["图 1-1 is already used in a.md, at line 3."], Messages("NUM012", ("a.md", "# 第1章 甲\n\n![图 1-1 壶](x.png)\n"), ("b.md", "# 第2章 乙\n\n![图 1-1 杯](x.png)\n")));
    }

    private static IEnumerable<string> Messages(string id, params (string Path, string Text)[] files) => All(files).Where(d => d.Kind.Id == id).Select(d => d.Message.Replace('\u00A0', ' '));

    private static List<Diagnostic> Check(string text, params (string Path, string Text)[] others) =>
        [.. All([("0.md", text), .. others]).Where(d => d.Kind.Id[..4] is "HEAD" or "LINK" or "TEXT" || d.Kind.Id is "IMG004" or "IMG008")];

    private static IReadOnlyList<Diagnostic> All((string Path, string Text)[] files)
    {
        using var book = new TempBook();
        foreach (var (path, text) in files)
        {
            book.Add(path, text);
        }

        var bag = new DiagnosticBag();
        Checker.Check(book.Read(), bag);
        return bag.Sorted;
    }
}
