using System.Diagnostics;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_program_that_is_ended_leaves_nothing_half_written(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs kill");
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 40; i++)
        {
            folder.Write($"book/ch{i:D2}.md", $"# 第 {i} 章\n\n" + string.Concat(Enumerable.Range(0, 120).Select(n => $"第 {n} 段，写得长一些，好让写文件的时候长一些，来得及打断。\n\n")));
        }

        // The signal comes while a file is being written; a machine that was faster is tried again.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var tool = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, "publish", folder["book"], "-o", folder["out"]]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            while (!tool.HasExited && !(Directory.Exists(folder["out/book"]) && Directory.EnumerateFiles(folder["out/book"], ".*.unfinished").Any()))
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            using var kill = Process.Start("kill", [$"-{signal}", tool.Id.ToString()]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            await tool.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.DoesNotContain(folder.Files(), file => file.EndsWith(".unfinished", StringComparison.Ordinal));
            if (tool.ExitCode == (signal == "INT" ? 130 : 143))
            {
                return;
            }

            Directory.Delete(folder["out"], recursive: true);
        }

        Assert.Fail("the program was never met while it wrote");
    }
}
