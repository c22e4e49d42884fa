using Kanyin.Books.Fixes;
using Kanyin.Books.Reading;

namespace Kanyin.CommandLine;

/// <summary>check --fix: mends the files, or shows what it would do.</summary>
internal static class FixedBook
{
    /// <returns>Whether that was all: after a dry run nothing is checked.</returns>
    public static bool Mend(Surroundings around, string path, bool dryRun)
    {
        if (string.IsNullOrWhiteSpace(path) || !Path.Exists(path))
        {
            return false; // the check says so
        }

        var corrections = Corrector.Correct(path, new ReadingOptions(around.Date()));
        var folder = BookReader.FolderOf(path);
        var mended = corrections.Files.Length;
        foreach (var file in corrections.Files)
        {
            if (dryRun)
            {
                LineDiff.Write(file, around.Output);
            }
            else if (!FixedFiles.Write(folder, file))
            {
                mended--;
                around.Error.WriteLine($"{file.Before.Path} was left alone: it holds control characters, or has changed meanwhile.");
            }
        }

        foreach (var finding in corrections.LeftOut)
        {
            around.Error.WriteLine(finding);
        }

        around.Error.WriteLine($"{Counted.Of(mended, "file")} {(dryRun ? "can be " : "")}mended; findings with a fix: {corrections.Count}");
        return dryRun;
    }
}
