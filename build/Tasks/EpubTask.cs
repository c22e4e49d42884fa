using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Epub")]
[TaskDescription("Write the EPUBs")]
[IsDependentOn(typeof(CheckTask))]
public sealed class EpubTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var book in context.Books.Where(book => !book.WriteEpub()))
        {
            context.StopForErrors();
        }
    }
}
