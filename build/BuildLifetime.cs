using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using Kanyin.Releases;

namespace Kanyin.Build;

/// <summary>Shows the progress while tasks run, and notes at the end whether a finding was an error.</summary>
public sealed class BuildLifetime(Outcome outcome) : FrostingLifetime<BuildContext>
{
    public override void Setup(BuildContext context, ISetupContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        context.Display.Start(context.Books, info.TasksToExecute.Sum(task => StagesOf(task.Name)) * context.Books.Count);
    }

    public override void Teardown(BuildContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        context.Display.Stop();
        if (info.Successful && context.Books.Any(book => book.HasErrors))
        {
            context.Log.Error("{0}", "error: There are errors; see the findings above.");
            outcome.ExitCode = ExitCode.Findings;
        }
    }

    /// <summary>Setting the pages is counted with the PDF.</summary>
    private static int StagesOf(string task) => task switch
    {
        "Check" or "Epub" or "Verify" => 1,
        "Pdf" => 2,
        "Release" => Release.Stages,
        _ => 0,
    };
}
