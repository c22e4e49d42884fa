using Cake.Core;
using Cake.Frosting;
using Kanyin.Releases;

namespace Kanyin.Build.Tasks;

[TaskName("Pages")]
[TaskDescription("Write the download page of a release to pages/, to be served as it is")]
public sealed class PagesTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            DownloadPage.Write(context.Release ?? OnlyRelease(context.ReleaseFolder), context.PagesFolder);
            context.Display.Stop();
            context.Log.Write(Cake.Core.Diagnostics.Verbosity.Normal, Cake.Core.Diagnostics.LogLevel.Information, "{0}", Path.Combine(context.PagesFolder, "index.html"));
        }
        catch (RefusedException e)
        {
            throw new CakeException(ExitCode.Findings, "No page: " + e.Message);
        }
    }

    private static string OnlyRelease(string folder)
    {
        string[] releases = Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Where(release => !Path.GetFileName(release).StartsWith('.'))] : [];
        return releases switch
        {
            [var only] => only,
            [] => throw new RefusedException($"there is no release in {folder}; --target Release makes one, --release names one elsewhere."),
            _ => throw new RefusedException($"there are {releases.Length} releases in {folder}; --release names one."),
        };
    }
}
