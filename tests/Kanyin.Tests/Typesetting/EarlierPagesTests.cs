using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Tests.Publishing;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting;

public sealed class EarlierPagesTests : IDisposable
{
    private const int Chapters = 6, Edits = 200;

    private static readonly FontBook Fonts = FontBook.Of(TestFace.Create());

    private readonly TemporaryFolder _folder = new();
    private readonly EarlierReading _reading = new();
    private readonly EarlierPages _pages = new();

    public EarlierPagesTests()
    {
        for (var i = 1; i <= Chapters; i++)
        {
            _folder.Write(Name(i), $"# 第 {i} 章\n\n这一章讲第 {i} 件事，见[下一章]({Name((i % Chapters) + 1)})。[^a]\n\n## 一节\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n\n[^a]: 第 {i} 条注。\n");
        }
    }

    [Fact]
    public void Only_the_chapter_that_has_changed_is_set_again()
    {
        Set();
        Assert.Equal(0, _pages.Reused);
        File.AppendAllText(_folder[Name(3)], "\n又一段。\n");
        Set();
        Assert.Equal(Chapters - 1, _pages.Reused);
    }

    [Fact]
    public void Another_design_sets_every_chapter_again()
    {
        Set();
        _folder.Write("book.yml", "style: a5\n");
        Set();
        Assert.Equal(0, _pages.Reused);
    }

    [Fact]
    public void A_chapter_whose_drawing_is_another_is_set_again()
    {
        _folder.Write("图.svg", Drawing(4));
        File.AppendAllText(_folder[Name(2)], "\n![图](图.svg)\n");
        Set();
        File.WriteAllText(_folder["图.svg"], Drawing(5));
        Set();
        Assert.Equal(Chapters - 1, _pages.Reused);

        static string Drawing(int width) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"><rect width=\"{width}\" height=\"9\"/></svg>";
    }

    [Fact]
    public void After_any_of_many_edits_the_book_is_the_same_as_if_it_were_set_for_the_first_time()
    {
        var random = new Random(4617);
        var reused = 0;
        for (var edit = 0; edit < Edits; edit++)
        {
            Edit(random);
            var (again, found) = Set();
            var findings = new DiagnosticBag();
            var clean = Typesetter.Set(BookReader.Read(_folder.FullName, new ReadingOptions(), findings)!, Fonts, findings);
            Assert.Equal(PageHash.Of(clean.Pages), PageHash.Of(again.Pages));
            Assert.Equal(clean.Pages.Select(p => (p.Label, p.Begins?.At.ToString(), p.Begins?.Offset)), again.Pages.Select(p => (p.Label, p.Begins?.At.ToString(), p.Begins?.Offset)));
            Assert.Equal(clean.Outline, again.Outline);
            Assert.Equal(Tree(clean.Structure), Tree(again.Structure));
            Assert.Equal(findings.Sorted.Select(f => f.ToString()), found);
            reused += _pages.Reused;
        }

        Assert.InRange(reused, Edits, Edits * Chapters);
    }

    public void Dispose() => _folder.Dispose();

    private static string Name(int number) => $"ch{number:D2}.md";

    private static string Tree(StructureElement element) => $"{element.Role}({string.Concat(element.Children.Select(Tree))})";

    private (TypesetBook Book, IEnumerable<string> Findings) Set()
    {
        var findings = new DiagnosticBag();
        var book = _reading.Recall(BookReader.Read(_folder.FullName, new ReadingOptions(), findings)!);
        var typeset = Typesetter.Set(book, Fonts, findings, _pages);
        return (typeset, findings.Sorted.Select(f => f.ToString()));
    }

    /// <summary>What authors do: words, headings, notes, links, numbers of pages, parts, pictures, settings, chapters that come and go.</summary>
    private void Edit(Random random)
    {
        var path = Name(random.Next(1, Chapters + 1));
        var text = File.Exists(_folder[path]) ? File.ReadAllText(_folder[path]) : $"# 回来的 {path}\n\n正文。\n";
        var other = Name(random.Next(1, Chapters + 1));
        switch (random.Next(12))
        {
            case 0:
                _folder.Write(path, text.Replace("# 第", "# 新的第", StringComparison.Ordinal));
                break;
            case 1:
                _folder.Write(path, text + $"\n## 又一节\n\n见[]({other})。\n");
                break;
            case 2:
                _folder.Write(path, text + $"\n见[那一页]({other} \"页\")，还有㍿。\n");
                break;
            case 3:
                _folder.Write(path, text + $"\n再注。[^n{text.Length}]\n\n[^n{text.Length}]: 注{text.Length}。\n");
                break;
            case 4:
                _folder.Write(path, text.Length > 400 ? text[..200] : text + "\n加一段。\n");
                break;
            case 5:
                _folder.Write("图.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"><rect width=\"{random.Next(1, 40)}\" height=\"9\"/>{(random.Next(2) == 0 ? "<foreignObject/>" : "")}</svg>");
                _folder.Write(path, text + "\n![图](图.svg)\n");
                break;
            case 6:
                _folder.Write("book.yml", $"title: 书 {random.Next(3)}\nnumbering: {(random.Next(2) == 0 ? "auto" : "keep")}\nstyle: {(random.Next(3) == 0 ? "a5" : "b5")}\n");
                break;
            case 7:
                _folder.Write("SUMMARY.md", string.Concat(Enumerable.Range(1, Chapters).OrderBy(_ => random.Next()).Select((n, i) => (i == 2 ? "\n# 部\n\n" : "") + $"- [章 {n}]({Name(n)})\n")));
                break;
            case 8:
                File.Delete(_folder["SUMMARY.md"]);
                break;
            case 9:
                _folder.Write(path, text.Replace("一", "一二", StringComparison.Ordinal)[..System.Math.Min(text.Length, 900)]);
                break;
            default:
                _folder.Write(path, text + $"\n{string.Concat(Enumerable.Repeat("写一段长长的话，让它占去几行。", random.Next(1, 12)))}\n");
                break;
        }
    }
}
