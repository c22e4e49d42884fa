using System.Text;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class BookNameTests
{
    [Theory]
    [InlineData("guide", "guide")]
    [InlineData("刊印 手册", "刊印 手册")]
    [InlineData("a/b\\c:d", "a-b-c-d")]
    [InlineData("what?\t*", "what---")]
    [InlineData(" .name. ", "name")]
    [InlineData("...", "book")]
    [InlineData("", "book")]
    [InlineData("con", "con-book")]
    [InlineData("LPT1.notes", "LPT1.notes-book")]
    [InlineData("console", "console")]
    public void A_name_is_made_safe_for_every_file_system(string name, string expected) => Assert.Equal(expected, BookName.Safe(name));

    [Fact]
    public void A_long_Chinese_name_leaves_room_for_its_extension() => Assert.Equal(198, Encoding.UTF8.GetByteCount(BookName.Safe(new string('书', 85))));

    [Fact]
    public void A_folder_keeps_its_dots_and_a_file_loses_its_extension()
    {
        using var folder = new TemporaryFolder();
        folder.Write("v1.2/a.b.md", "");

        Assert.Equal("v1.2", BookName.Of(folder["v1.2"] + Path.DirectorySeparatorChar));
        Assert.Equal("a.b", BookName.Of(folder["v1.2/a.b.md"]));
    }
}
