using System.Text;
using Kanyin.Books.Fixes;
using Kanyin.Books.Reading;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Fixes;

/// <summary>typography.md section 8, the fixes that are safe.</summary>
public sealed class CorrectorTests
{
    [Theory]
    [InlineData("很好,走吧.", "很好，走吧。")] // PU01
    [InlineData("很好, 走吧.", "很好，走吧。")]
    [InlineData("真的吗??", "真的吗？？")]
    [InlineData("他说\"好\"", "他说“好”")] // PU03
    [InlineData("不是，，而是", "不是，而是")] // PU07
    [InlineData("等等...", "等等……")] // PU09
    [InlineData("列奥纳多•达芬奇", "列奥纳多·达芬奇")] // PU13
    [InlineData("上午 10：30 出发", "上午 10:30 出发")] // PU14
    [InlineData("３个Ａ", "3个A")] // WD01
    [InlineData("好｡", "好。")] // WD02
    [InlineData("中文 ，字", "中文，字")] // SP03
    [InlineData("中文 ,字", "中文，字")]
    [InlineData("重 5kg 和 50 %", "重 5 kg 和 50%")] // SP04
    [InlineData("“ 好 ”", "“好”")] // SP07
    [InlineData("⼀个⼈", "一个人")] // CH01
    [InlineData("　　正文", "正文")] // SP05
    [InlineData("## 概述。", "## 概述")] // PU18
    public void What_is_certain_is_mended(string before, string after) => Assert.Equal($"# 书\n\n{after}\n", Fixed($"# 书\n\n{before}\n"));

    [Theory]
    [InlineData("`很好,走吧`，$a,b$，<https://a.cn/好,走>")]
    [InlineData("转义的很好\\,走吧，引用的很好&#44;走吧")]
    [InlineData("[很好](a,好.md \"好,走\")")]
    [InlineData("**注意：** 请看")]
    [InlineData("She said: hello, world... and 50 %.")]
    [InlineData("```\n很好,走吧.\n```")]
    [InlineData("共３. 个")]
    public void What_is_not_prose_stays(string text) => Assert.Equal($"# 书\n\n{text}\n".Replace("３", "3", StringComparison.Ordinal), Fixed($"# 书\n\n{text}\n"));

    [Fact]
    public void Places_hold_across_emphasis_links_quotations_and_line_ends() =>
        Assert.Equal("# 书\r\n\r\n> **好**，走，\r\n> [吧](b)。然后 `x`，再\r\n> 来。\r\n", Fixed("# 书\r\n\r\n> **好**,走,\r\n> [吧](b).然后 `x`，，再\r\n> 来.\r\n"));

    [Theory]
    [InlineData("１. 甲", "TYPO020")] // would begin a list
    [InlineData("＃ 甲", null)]
    public void A_fix_that_would_change_more_is_left_out(string text, string? id)
    {
        using var folder = new TemporaryFolder();
        var corrections = Corrector.Correct(folder.Write("a.md", $"# 书\n\n{text}\n"), new ReadingOptions());
        Assert.Empty(corrections.Files);
        Assert.Equal(id is null ? [] : [$"The fix of {id} here would change more than it says; it is left out."], corrections.LeftOut.Select(d => d.Message));
    }

    [Fact]
    public void A_heading_that_others_link_to_keeps_its_anchor()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", "# 书\n\n见[乙](b.md#第３节)，很好,走。\n");
        folder.Write("b.md", "# 乙\n\n## 第３节\n\n很好,走。\n");
        var corrections = Corrector.Correct(folder.FullName, new ReadingOptions());
        Assert.Equal(["# 书\n\n见[乙](b.md#第３节)，很好，走。\n", "# 乙\n\n## 第３节\n\n很好，走。\n"], corrections.Files.Select(f => f.After));
    }

    [Fact]
    public void Every_byte_that_no_fix_is_about_stays()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.md", [.. Encoding.UTF8.Preamble, .. "# 书\r\n\n好,走。\r\n\t\r\n末行"u8]);
        Assert.Equal(ExitCode.Success, ToolRun.Run("check", path, "--fix").ExitCode);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "# 书\r\n\n好，走。\r\n\t\r\n末行"u8], File.ReadAllBytes(path));
        Assert.Equal(["a.md"], folder.Files());
    }

    [Fact]
    public void A_dry_run_shows_a_unified_diff_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.md", "# 书\n\n甲\n\n好,走。\n\n乙\n");
        var run = ToolRun.Run("check", path, "--fix", "--dry-run");
        Assert.Equal("--- a/a.md\n+++ b/a.md\n@@ -2,6 +2,6 @@\n \n 甲\n \n-好,走。\n+好，走。\n \n 乙\n", run.Output);
        Assert.Equal("1 file can be mended; findings with a fix: 1\n", run.Error);
        Assert.Equal("# 书\n\n甲\n\n好,走。\n\n乙\n", File.ReadAllText(path));
        Assert.Equal(ExitCode.Usage, ToolRun.Run("check", path, "--dry-run").ExitCode);
    }

    [Fact]
    public void A_file_with_control_characters_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.md", "# 书\n\n\u0007好,走。\n");
        Assert.Contains("a.md was left alone", ToolRun.Run("check", path, "--fix").Error, StringComparison.Ordinal);
        Assert.Equal("# 书\n\n\u0007好,走。\n", File.ReadAllText(path));
    }

    private static string Fixed(string text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.md", text);
        var corrections = Corrector.Correct(path, new ReadingOptions());
        Assert.Empty(corrections.LeftOut);
        return corrections.Files.SingleOrDefault()?.After ?? text;
    }
}
