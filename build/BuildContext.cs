using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using Kanyin.Build.Display;

namespace Kanyin.Build;

/// <summary>The books of this run, opened once: each task asks them for its stage.</summary>
public sealed class BuildContext : FrostingContext
{
    private static readonly HashSet<string> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        "target", "book", "output", "release", "keep-going", "verbosity", "tree", "description", "dryrun", "version",
    };

    public BuildContext(ICakeContext context, IStageDisplay display)
        : base(context)
    {
        ArgumentNullException.ThrowIfNull(display);
        Display = display;
        Display.IsQuiet = Log.Verbosity < Verbosity.Normal;
        try
        {
            RefuseUnknownOptions();
            KeepGoing = Arguments.HasArgument("keep-going");
            Root = FindRoot();
            Output = Arguments.HasArgument("output") ? ValueOf("output") : Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(Root, "output"));
            Release = Arguments.HasArgument("release") ? ValueOf("release") : null;
            Date = SourceDate.Parse(System.Environment.GetEnvironmentVariable(SourceDate.Variable));
            BookPaths = Arguments.HasArgument("book") ? ValuesOf("book") : BooksInContent();
            Books = OpenBooks();
        }
        catch (UsageException e)
        {
            throw new CakeException(ExitCode.Usage, e.Message);
        }
    }

    public IStageDisplay Display { get; }

    public bool KeepGoing { get; }

    /// <summary>The folder of the repository.</summary>
    public string Root { get; }

    public string Output { get; }

    public string ReleaseFolder => Path.Combine(Output, "release");

    public string PagesFolder => Path.Combine(Output, "pages");

    /// <summary>The folder of the release that is asked for, or null.</summary>
    public string? Release { get; }

    /// <summary>The date of books that have none of their own, when the surroundings name one.</summary>
    public DateOnly? Date { get; }

    public IReadOnlyList<string> BookPaths { get; }

    public IReadOnlyList<Publication> Books { get; }

    /// <summary>Ends the run, unless it is to keep going.</summary>
    public void StopForErrors()
    {
        if (!KeepGoing)
        {
            throw new CakeException(ExitCode.Findings, "Nothing was written, because of the errors above; --keep-going writes all the same.");
        }
    }

    private Publication[] OpenBooks()
    {
        var publisher = new Publisher(new PublishSettings(Output, KeepGoing, Date), Display, TimeProvider.System);
        var books = BookPaths.Select(publisher.Open).ToArray();
        foreach (var same in books.GroupBy(book => book.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            throw new UsageException($"Two books are called {same.Key}; publish them into different folders with --output.");
        }

        return books;
    }

    private string[] BooksInContent()
    {
        var content = Path.Combine(Root, "content");
        var books = Directory.Exists(content)
            ? Directory.GetDirectories(content).Where(folder => File.Exists(Path.Combine(folder, "book.yml")) || File.Exists(Path.Combine(folder, "SUMMARY.md")))
            : [];
        string[] found = [.. books.Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw new UsageException($"There is no book in {content}: a folder with book.yml or SUMMARY.md.");
    }

    private void RefuseUnknownOptions()
    {
        foreach (var name in Arguments.GetArguments().Keys.Where(name => !Options.Contains(name)))
        {
            throw new UsageException($"There is no option --{name}. --help lists what there is.");
        }

        foreach (var flag in new[] { "keep-going", "tree", "description", "dryrun" })
        {
            if (Arguments.GetArguments(flag).FirstOrDefault(value => value.Length > 0) is { } value)
            {
                throw new UsageException($"--{flag} takes no value, but '{value}' follows it.");
            }
        }
    }

    private string ValueOf(string option) => ValuesOf(option)[^1];

    private string[] ValuesOf(string option)
    {
        string[] values = [.. Arguments.GetArguments(option)];
        return values.All(value => !string.IsNullOrWhiteSpace(value)) ? values : throw new UsageException($"--{option} needs a value.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kanyin.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"Kanyin.slnx is not above {AppContext.BaseDirectory}.");
    }
}
