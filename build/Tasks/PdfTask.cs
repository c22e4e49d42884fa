using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Pdf")]
[TaskDescription("Set the pages and write the PDFs")]
[IsDependentOn(typeof(CheckTask))]
public sealed class PdfTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var book in context.Books.Where(book => !book.WritePdf()))
        {
            context.StopForErrors();
        }
    }
}
