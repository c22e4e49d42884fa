using Kanyin.Tests.Publishing;
using Kanyin.Watching;
using Xunit;

namespace Kanyin.Tests.Watching;

public sealed class FolderWatchTests : IDisposable
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public FolderWatchTests() => _folder.Write("书/a.md", "# 一\n");

    [Fact]
    public async Task A_file_that_holds_something_else_is_a_change()
    {
        using var watch = new FolderWatch(_folder["书"], TimeProvider.System);
        var changed = watch.ChangedAsync(_stop.Token);
        _folder.Write("书/a.md", "# 二\n");
        await changed.WaitAsync(Enough, _stop.Token);
    }

    [Fact]
    public async Task A_save_by_renaming_is_one_change()
    {
        using var watch = new FolderWatch(_folder["书"], TimeProvider.System);
        var changed = watch.ChangedAsync(_stop.Token);
        File.Move(_folder["书/a.md"], _folder["书/a.md~"]);
        File.WriteAllText(_folder["书/.a.tmp"], "# 二\n");
        File.Move(_folder["书/.a.tmp"], _folder["书/a.md"]);
        await changed.WaitAsync(Enough, _stop.Token);
        await NothingChanges(watch);
    }

    [Fact]
    public async Task A_save_without_a_change_is_none()
    {
        using var watch = new FolderWatch(_folder["书"], TimeProvider.System);
        _folder.Write("书/a.md", "# 一\n");
        _folder.Write("书/output/x.pdf", "output");
        _folder.Write("书/.a.md.swp", "swap");
        await NothingChanges(watch);
    }

    [Fact]
    public async Task A_folder_may_go_and_come_back()
    {
        using var watch = new FolderWatch(_folder["书"], TimeProvider.System);
        Directory.Move(_folder["书"], _folder["别处"]);
        await watch.ChangedAsync(_stop.Token).WaitAsync(Enough, _stop.Token);
        Directory.Move(_folder["别处"], _folder["书"]);
        await watch.ChangedAsync(_stop.Token).WaitAsync(Enough, _stop.Token);
        _folder.Write("书/图/b.md", "# 二\n");
        await watch.ChangedAsync(_stop.Token).WaitAsync(Enough, _stop.Token);
    }

    [Fact]
    public async Task Another_folder_of_the_same_name_is_watched_in_its_place()
    {
        _folder.Write("新/a.md", "# 新\n");
        using var watch = new FolderWatch(_folder["书"], TimeProvider.System);
        Directory.Move(_folder["书"], _folder["旧"]);
        Directory.Move(_folder["新"], _folder["书"]);
        await watch.ChangedAsync(_stop.Token).WaitAsync(Enough, _stop.Token);
        _folder.Write("书/a.md", "# 更新\n");
        await watch.ChangedAsync(_stop.Token).WaitAsync(Enough, _stop.Token);
    }

    [Fact]
    public async Task Beside_a_single_file_the_folders_are_left_alone()
    {
        using var watch = new FolderWatch(_folder["书/a.md"], TimeProvider.System);
        _folder.Write("书/图/b.md", "# 二\n");
        await NothingChanges(watch);
        var changed = watch.ChangedAsync(_stop.Token);
        _folder.Write("书/a.md", "# 三\n");
        await changed.WaitAsync(Enough, _stop.Token);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _folder.Dispose();
    }

    /// <summary>Longer than a round.</summary>
    private static async Task NothingChanges(FolderWatch watch)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch.ChangedAsync(stop.Token));
    }
}
