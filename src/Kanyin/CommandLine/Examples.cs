using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kanyin.CommandLine;

/// <summary>What to type, below the help of a command.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> Lines = new(StringComparer.Ordinal)
    {
        ["kanyin"] = ["kanyin new my-book", "kanyin preview my-book", "kanyin publish my-book"],
        ["new"] = ["kanyin new my-book", "kanyin new tea --title 茶经今读"],
        ["publish"] = ["kanyin publish my-book", "kanyin publish notes.md --pdf -o out", "kanyin publish my-book --for print", "kanyin publish library --all --shard 3/10"],
        ["preview"] = ["kanyin preview my-book", "kanyin preview notes.md --port 8080"],
        ["booklet"] = ["kanyin booklet my-book", "kanyin booklet my-book --signature 32 -o out"],
        ["check"] = ["kanyin check my-book", "kanyin check my-book --watch", "kanyin check my-book --fix --dry-run", "kanyin check my-book --format sarif --min-severity warning"],
        ["verify"] = ["kanyin verify output/my-book/my-book.epub"],
        ["inspect"] = ["kanyin inspect my-book"],
        ["rules"] = ["kanyin rules"],
        ["lines"] = ["kanyin lines --measure 20 \"他说：“走吧。”\"", "kanyin lines --measure 24 --indent 2 --font serif \"一段文字\""],
        ["doctor"] = ["kanyin doctor", "kanyin doctor -o out"],
    };

    /// <summary>Those of a command; none for one that has none yet.</summary>
    public static IReadOnlyList<string> Of(Command command) => Lines.GetValueOrDefault(command is RootCommand ? "kanyin" : command.Name, []);

    /// <summary>Lets --help show them.</summary>
    public static RootCommand AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Help((SynchronousCommandLineAction)help.Action!);
        return root;
    }

    private sealed class Help(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => usual.ClearsParseErrors;

        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in Of(parseResult.CommandResult.Command))
            {
                output.WriteLine("  " + line);
            }

            return code;
        }
    }
}
