using System.CommandLine;

namespace Kanyin.CommandLine;

/// <summary>kanyin new: a small book that publishes at once, to write over.</summary>
internal static class NewCommand
{
    public static Command Create(Surroundings around)
    {
        var folder = new Argument<string>("folder") { Description = "The book's folder: one that does not exist yet, or an empty one." };
        var title = new Option<string?>("--title") { Description = "The book's title; without it, the folder's name.", HelpName = "TITLE" };
        var command = new Command("new", "Make a small book that publishes at once, to write over.") { folder, title };
        command.SetAction(parsed => Make(parsed.GetRequiredValue(folder), parsed.GetValue(title), around.Output));
        return command;
    }

    private static int Make(string folder, string? title, TextWriter output)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new UsageException("The name of the folder is empty.");
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(full))
        {
            throw new UsageException($"{folder} is a file; a book is a folder.");
        }

        if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any())
        {
            throw new UsageException($"The folder {folder} is not empty; a new book needs one that is.");
        }

        var files = NewBook.Write(full, string.IsNullOrWhiteSpace(title) ? Path.GetFileName(full) : title);
        var name = BookName.Of(full);
        output.WriteLine($"{folder}: {string.Join(", ", files)}");
        output.WriteLine($"Write over them, then: kanyin publish {Quoted(folder)}");
        output.WriteLine($"The book will be {Path.Combine("output", name, name + ".pdf")} and {name}.epub.");
        return ExitCode.Success;
    }

    /// <summary>As a shell takes it for one word, on every system.</summary>
    private static string Quoted(string path) => path.Any(char.IsWhiteSpace) ? $"\"{path}\"" : path;
}
