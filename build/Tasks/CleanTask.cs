using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Clean")]
[TaskDescription("Remove what these books' publishing has written, and nothing else")]
public sealed class CleanTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var book in context.Books)
        {
            Remove(book.PdfPath);
            Remove(book.EpubPath);
        }

        foreach (var folder in new[] { context.ReleaseFolder, context.PagesFolder }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Remove(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder))
        {
            File.Delete(path);
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }
}
