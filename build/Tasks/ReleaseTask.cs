using Cake.Core;
using Cake.Frosting;
using Kanyin.Releases;

namespace Kanyin.Build.Tasks;

[TaskName("Release")]
[TaskDescription("Publish every edition of what is committed, and gather them under their version in release/")]
public sealed class ReleaseTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var release = new Release(context.BookPaths, context.Output, context.Date, context.Display, TimeProvider.System);
            var folder = release.Make((files, seconds) => Materials.Write(context, Path.Combine(files, "sbom.cdx.json"), seconds));
            context.Display.Stop();
            context.Log.Write(Cake.Core.Diagnostics.Verbosity.Normal, Cake.Core.Diagnostics.LogLevel.Information, "{0}", folder);
        }
        catch (RefusedException e)
        {
            throw new CakeException(ExitCode.Findings, "No release: " + e.Message);
        }
    }
}
