using System.CommandLine;
using Kanyin.CommandLine;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class ExamplesTests
{
    private static readonly RootCommand Root = new Tool(new Surroundings(TextWriter.Null, TextWriter.Null, _ => null, TimeProvider.System)).Grammar();

    [Fact]
    public void Every_command_shows_examples_that_it_understands()
    {
        Assert.All(Root.Subcommands.Prepend(Root), command =>
        {
            var examples = Examples.Of(command);
            Assert.NotEmpty(examples);
            Assert.All(examples, line => Assert.Empty(Root.Parse(line["kanyin ".Length..]).Errors));
        });
    }

    [Fact]
    public void Help_ends_with_examples()
    {
        Assert.EndsWith("Examples:\n  kanyin inspect my-book\n", ToolRun.Run("inspect", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("  kanyin publish my-book\n", ToolRun.Run("--help").Output, StringComparison.Ordinal);
    }
}
