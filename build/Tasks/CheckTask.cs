using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Check")]
[TaskDescription("Read the books and report what is wrong with them")]
public sealed class CheckTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // Every book is reported before the run may stop.
        bool[] mayGoOn = [.. context.Books.Select(book => book.Check())];
        if (mayGoOn.Contains(false))
        {
            context.StopForErrors();
        }
    }
}
