using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Releases;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Releases;

public sealed class ReleaseNotesTests
{
    [Fact]
    public void The_first_version_lists_its_chapters() =>
        Assert.Equal("# 《书》1.0.0\n\n第一次发布。\n\n## 各章\n\n- 第一章 甲\n- 第二章 乙\n\n", ReleaseNotes.Of(Book(("01.md", "# 第一章 甲\n\n话。\n"), ("02.md", "# 第二章 乙\n\n话。\n")), null, "1.0.0"));

    [Fact]
    public void Chapters_and_their_sections_are_told_apart()
    {
        var before = Book(("01.md", "# 第一章 甲\n\n## 起\n\n话。\n\n## 承\n\n话。\n\n## “转”\n\n话。\n"), ("02.md", "# 第二章 乙\n\n话。\n"), ("03.md", "# 第三章 丙\n\n话。\n"));
        var now = Book(("01.md", "# 第一章 甲\n\n## 起\n\n话。\n\n## “转”\n\n新话。\n\n## 合\n\n话。\n"), ("02.md", "# 第二章 乙\n\n话。\n"), ("04.md", "# 第四章 丁\n\n话。\n"));
        Assert.Equal(
            "# 《书》1.1.0\n\n## 新增的章\n\n- 第四章 丁\n\n## 改动的章\n\n- 第一章 甲：新增“合”；改写“‘转’”；删去“承”\n\n## 删去的章\n\n- 第三章 丙\n",
            ReleaseNotes.Of(now, before, "1.1.0"));
    }

    [Fact]
    public void A_chapter_that_only_moved_is_the_same_chapter()
    {
        var before = Book(("01.md", "# 甲\n\n话。\n"));
        Assert.Equal("# 《书》1.0.1\n\n各章没有改动。\n", ReleaseNotes.Of(Book(("a.md", "# 甲\n\n话。\n")), before, "1.0.1"));
        Assert.Equal("# 《书》1.0.1\n\n## 改动的章\n\n- 甲\n", ReleaseNotes.Of(Book(("a.md", "# 甲\n\n新话。\n")), before, "1.0.1"));
    }

    private static Book Book(params (string Path, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        folder.Write("book.yml", "title: 书\n");
        foreach (var (path, text) in files)
        {
            folder.Write(path, text);
        }

        return BookReader.Read(folder["."], new ReadingOptions(), new DiagnosticBag())!;
    }
}
