using CsCheck;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Fixes;
using Kanyin.Books.Reading;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Fixes;

/// <summary>Pieces of Markdown and of prose, put together at random.</summary>
public sealed class MutatedBooksTests
{
    private static readonly string[] Pieces =
    [
        "好", "走吧", "容器", "中", "Docker", "a", "x.md", "3", "５", "10", "kg", "％", " ", "  ", "　", "\n", "\r\n", "\n\n", "\n    ", "\n> ", "\n- ", "\n1. ", "\n# ", "\n---\n", "\n```\n", "\n\n|甲|乙|\n|-|-|\n|",
        ",", ".", "...", "，", "。", "、", "：", ":", "!", "?", ";", "…", "—", "--", "-", "·", "•", "\"", "“", "”", "‘", "’", "(", ")", "（", "）", "《", "》", "「", "」", "|",
        "*", "**", "_", "~~", "`", "$", "\\", "&amp;", "&#44;", "<b>", "</b>", "<!-- ", " -->", "[", "](", "](b.md)", "![", "[^1]", "\n\n[^1]: ", "https://a.cn/", "{#id}", "｡", "ｶﾞ", "⼀", "\u200B", "\u00A0", "\uFFFD", "\uFEFF", "說", "😀", "github", "1、", "①", "②",
    ];

    /// <summary>What the excerpt of a finding begins with.</summary>
    private static readonly Dictionary<string, string> Offending = new()
    {
        ["TYPO001"] = ",.;:!?", ["TYPO002"] = "(", ["TYPO003"] = "\"", ["TYPO004"] = "\"", ["TYPO005"] = "“《", ["TYPO006"] = "()（）《》「」“”", ["TYPO007"] = "，。、：",
        ["TYPO008"] = "!?", ["TYPO009"] = ".…。", ["TYPO010"] = "…等", ["TYPO013"] = "•", ["TYPO014"] = "：", ["TYPO015"] = "、", ["TYPO018"] = "。", ["TYPO019"] = "「",
        ["TYPO020"] = "５", ["TYPO021"] = "｡ｶ", ["TYPO023"] = " ", ["TYPO024"] = " ", ["TYPO026"] = "\u3000", ["TYPO027"] = "\u200B\u00A0\uFFFD\uFEFF", ["TYPO028"] = " ",
        ["TYPO029"] = "⼀", ["TYPO030"] = "說", ["TERM001"] = "g", ["TERM002"] = "中",
    };

    private static readonly Gen<string> Markdown = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 60].Select(string.Concat);

    [Fact]
    public void No_rule_throws_and_every_place_lies_in_its_file() => Markdown.Sample(
        text =>
        {
            using var folder = new TemporaryFolder();
            folder.Write("book.yml", "spacing: space\nsimplified: true\n");
            folder.Write("terms.yml", "容器: [中]\n");
            folder.Write("a.md", "书\n\n" + text);
            var bag = new DiagnosticBag();
            if (BookReader.Read(folder.FullName, new ReadingOptions(), bag) is { } book)
            {
                Checker.Check(book, bag);
            }

            Assert.All(bag.Sorted, d => Assert.InRange(d.At.Start + d.At.Length, d.At.Start, d.At.File.Text.Length));
            Assert.All(bag.Sorted.SelectMany(d => d.Fix), e => Assert.InRange(e.At.Start + e.At.Length, e.At.Start, e.At.File.Text.Length));
            Assert.All(bag.Sorted.Where(d => Offending.ContainsKey(d.Kind.Id)), d => Assert.Matches($"^[{Offending[d.Kind.Id]}]", d.At.File.Text.Substring(d.At.Start, d.At.Length)));
        },
        iter: 600,
        threads: 1);

    [Fact]
    public void Mending_twice_is_mending_once() => Markdown.Sample(
        text =>
        {
            using var folder = new TemporaryFolder();
            var path = folder.Write("a.md", "书\n\n" + text);
            if (Corrector.Correct(path, new ReadingOptions()).Files is [var once])
            {
                File.WriteAllText(path, once.After);
                Assert.Empty(Corrector.Correct(path, new ReadingOptions()).Files);
            }
        },
        iter: 400,
        threads: 1);
}
