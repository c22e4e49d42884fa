using Kanyin.CommandLine;

namespace Kanyin.Tests.Publishing;

/// <summary>The real command line, in this process.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static ToolRun Run(params string[] args) => RunWith([], args);

    public static ToolRun RunWith(Dictionary<string, string> environment, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = new Tool(new Surroundings(output, error, name => environment.GetValueOrDefault(name), TimeProvider.System)).Run(args);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
