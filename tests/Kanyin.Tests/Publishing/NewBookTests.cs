using Kanyin.Books.Reading;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class NewBookTests
{
    private static readonly string[] Made = ["SUMMARY.md", "book.yml", "ch01.md", "ch02.md", "images/way.svg", "preface.md"];

    [Theory]
    [InlineData("my-book")]
    [InlineData("我的 书")]
    [InlineData("shelf/第二本")]
    public void A_new_book_publishes_at_once_without_a_finding(string name)
    {
        using var folder = new TemporaryFolder();
        var made = ToolRun.Run("new", folder[name]);
        Assert.Equal((ExitCode.Success, ""), (made.ExitCode, made.Error));
        Assert.Equal(Made.Select(file => $"{name}/{file}"), folder.Files());

        var run = ToolRun.Run("publish", folder[name], "-o", folder["out"]);
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.EndsWith(": all present in both editions\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_what_it_made_and_what_to_do_next()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("new", folder["我的 书"]);
        Assert.Equal(
            $"{folder["我的 书"]}: {string.Join(", ", Made)}\nWrite over them, then: kanyin publish \"{folder["我的 书"]}\"\n"
            + $"The book will be {Path.Combine("output", "我的 书", "我的 书.pdf")} and 我的 书.epub.\n",
            run.Output);
    }

    [Theory]
    [InlineData("茶事", "茶事")]
    [InlineData("茶事", "茶: 从#树到\"杯\"", "--title", "茶: 从#树到\"杯\"")]
    [InlineData("茶事", "茶事", "--title", " ")]
    [InlineData("012", "012")] // neither a number nor true: YAML would take it for one
    [InlineData("true", "true")]
    public void The_title_is_the_one_given_or_the_folders_name(string name, string title, params string[] options)
    {
        using var folder = new TemporaryFolder();
        ToolRun.Run(["new", folder[name], .. options]);
        var found = new Kanyin.Books.Diagnostics.DiagnosticBag();
        Assert.Equal(title, BookReader.Read(folder[name], new ReadingOptions(), found)!.Metadata.Title);
        Assert.Empty(found.Sorted);
    }

    [Fact]
    public void An_empty_folder_will_do()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Success, ToolRun.Run("new", folder.FullName).ExitCode);
        Assert.Equal(Made, folder.Files());
    }

    [Theory]
    [InlineData("book", "is not empty")]
    [InlineData("book/notes.md", "is a file")]
    [InlineData("", "is empty")]
    public void Nothing_is_written_over_what_is_there(string path, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("book/notes.md", "# 笔记\n");
        var run = ToolRun.Run("new", path.Length == 0 ? "" : folder[path]);
        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(["book/notes.md"], folder.Files());
    }
}
