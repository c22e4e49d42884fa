using System.Text;
using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Fixes;

namespace Kanyin.CommandLine;

/// <summary>check --renumber: makes the typed numbers count, or shows what it would do.</summary>
internal static class RenumberedBook
{
    public static void Make(Publication book, bool dryRun, Surroundings around)
    {
        var files = 0;
        var edits = book.Book is { } read ? Renumbering.Of(read) : [];
        foreach (var group in edits.GroupBy(e => e.At.File).OrderBy(g => g.Key.Path, StringComparer.Ordinal))
        {
            var file = new CorrectedFile(group.Key, After(group.Key, group));
            if (dryRun)
            {
                LineDiff.Write(file, around.Output);
            }
            else if (!FixedFiles.Write(book.Folder, file))
            {
                around.Error.WriteLine($"{group.Key.Path} was left alone: it holds control characters, or has changed meanwhile.");
                continue;
            }

            files++;
        }

        around.Error.WriteLine($"{Counted.Of(files, "file")} {(dryRun ? "can be " : "")}renumbered");
    }

    private static string After(SourceFile file, IEnumerable<Edit> edits)
    {
        var text = new StringBuilder(file.Text.Length);
        var done = 0;
        foreach (var (at, put) in edits.OrderBy(e => e.At.Start))
        {
            text.Append(file.Text, done, at.Start - done).Append(put);
            done = at.Start + at.Length;
        }

        return text.Append(file.Text, done, file.Text.Length - done).ToString();
    }
}
