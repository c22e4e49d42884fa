using Xunit;

namespace Kanyin.Tests.Reading.Contents;

public sealed class FolderOrderTests
{
    private static string Order(params string[] files)
    {
        using var book = new TempBook();
        foreach (var file in files)
        {
            book.Add(file, "文");
        }

        return string.Join(' ', book.Read().Chapters.Select(c => new string('+', c.Depth) + c.File.Path + (c.Part is null ? "" : "|" + c.Part)));
    }

    [Fact]
    public void Numbers_count_as_numbers() =>
        Assert.Equal("1.md 1.2_b/x.md 1.10_a/x.md 2.md 10.md", Order("10.md", "1.md", "2.md", "1.10_a/x.md", "1.2_b/x.md"));

    [Fact]
    public void Han_numerals_count_after_第_and_at_the_beginning() =>
        Assert.Equal("第一章.md 第二章.md 第十章.md 第十一章.md 第二十章.md", Order("第二十章.md", "第十一章.md", "第二章.md", "第一章.md", "第十章.md"));

    [Fact]
    public void Prefaces_come_first_and_appendices_last() =>
        Assert.Equal("README.md 前言.md 01.md 中.md 后记.md 附录.md", Order("附录.md", "中.md", "01.md", "前言.md", "README.md", "后记.md"));

    [Fact]
    public void A_folders_page_stands_for_the_folder() =>
        Assert.Equal("01-a.md 02-b/README.md +02-b/1.md +02-b/2.md 03.md", Order("02-b/2.md", "02-b/README.md", "02-b/1.md", "03.md", "01-a.md"));

    [Fact]
    public void A_folder_without_a_page_is_a_part() =>
        Assert.Equal("01_basic/x.md|basic 01_basic/y.md a.md single/z.md", Order("a.md", "01_basic/x.md", "01_basic/y.md", "single/z.md"));

    [Fact]
    public void Files_about_the_project_are_not_in_the_book() =>
        Assert.Equal("a.md b/CHANGELOG.md", Order("a.md", "LICENSE.md", "CONTRIBUTING.md", "CHANGELOG.md", "README_en.md", "_sidebar.md", ".github/x.md", "node_modules/p/README.md", "b/CHANGELOG.md"));

    [Fact]
    public void Docs_hold_the_chapters_when_the_root_has_only_a_README() =>
        Assert.Equal("docs/1.md docs/2.md", Order("README.md", "LICENSE.txt", "docs/2.md", "docs/1.md", "other/x.md"));

    [Fact]
    public void A_link_that_leaves_the_folder_is_not_followed()
    {
        using var outside = new TempBook().Add("secret.md", "# 密");
        using var book = new TempBook().Add("a.md", "# 甲\n\n[x](out.md)\n[y](in.md)");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Making links needs a privilege there.");
        }

        File.CreateSymbolicLink(Path.Combine(book.Folder, "out.md"), Path.Combine(outside.Folder, "secret.md"));
        Directory.CreateSymbolicLink(Path.Combine(book.Folder, "loop"), book.Folder);
        File.CreateSymbolicLink(Path.Combine(book.Folder, "in.md"), Path.Combine(book.Folder, "a.md"));
        Assert.Equal(["a.md", "in.md"], book.Read().Chapters.Select(c => c.File.Path));
    }
}
