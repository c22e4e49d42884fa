using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Verify")]
[TaskDescription("Read the editions back; ask qpdf and EPUBCheck too where they are installed")]
[IsDependentOn(typeof(PdfTask))]
[IsDependentOn(typeof(EpubTask))]
public sealed class VerifyTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var book in context.Books.Where(book => book.IsRead))
        {
            book.Verify(pdf: true, epub: true);
            Judge.Ask(context, book, "qpdf", ["--check", book.PdfPath]);
            Judge.Ask(context, book, "epubcheck", [book.EpubPath]);
            if (book.WriteReport() is { } summary)
            {
                context.Display.Reported(book, summary);
            }
        }
    }
}
