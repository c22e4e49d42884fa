using System.Runtime.InteropServices;

namespace Kanyin.CommandLine;

/// <summary>What the command line takes from the process around it.</summary>
/// <param name="Variable">Looks up an environment variable.</param>
public sealed record Surroundings(TextWriter Output, TextWriter Error, Func<string, string?> Variable, TimeProvider Clock)
{
    /// <summary>The output is a screen that someone watches.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Ends what would go on for ever; in a terminal Ctrl+C ends the program itself.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Where the program lies.</summary>
    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>What runs the program: .NET 10.0.0, linux-x64.</summary>
    public string Runtime { get; init; } = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The date that a reproducible build hands down, or null.</summary>
    internal DateOnly? Date() => SourceDate.Parse(Variable(SourceDate.Variable));
}
