using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Kanyin.CommandLine;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Tests.Solution;

/// <summary>No runner is at hand when a workflow is written: its commands are held to what the tool and the build understand.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Files => [.. Repository.Files.Where(IsWorkflow).Concat(Repository.Files.Where(IsHandbook))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_command_is_one_that_the_tool_or_the_build_has(string path)
    {
        var wrong = Scripts(path).SelectMany(Commands).SelectMany(c => Faults(c).Select(f => $"{c}\n  {f}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_commands_of_the_action_and_of_the_release_are_found()
    {
        Assert.Equal(["dotnet run --no-build --project \"x/src/Kanyin\" -- check \"x\" --format github", "dotnet run --no-build --project \"x/src/Kanyin\" -- publish \"x\" --output \"x\""], Scripts("action.yml").SelectMany(Commands).Where(c => c.Contains("dotnet run", StringComparison.Ordinal)));
        Assert.Contains("dotnet run --project build -- --target Release", Scripts(".github/workflows/release.yml").SelectMany(Commands));
        Assert.Contains("dotnet run --project build -- --target Pages", Scripts(".github/workflows/pages.yml").SelectMany(Commands));
        Assert.Contains("kanyin publish /library --all --output=/out --shard=job/10", Scripts("content/handbook/ch07.md").SelectMany(Commands));
        Assert.Contains("kanyin publish library --all -o out --shard 1/10", Scripts("content/handbook/ch07.md").SelectMany(Commands));
    }

    [Theory]
    [InlineData("kanyin publish book --fast")]
    [InlineData("kanyin print book")]
    [InlineData("dotnet run --project src/Kanyin -- check")]
    [InlineData("dotnet run --project tests/Kanyin.Speed")]
    [InlineData("dotnet run --project build -- --target Bind")]
    [InlineData("dotnet run --project build -- --speed 2")]
    public void A_command_that_does_not_exist_is_told(string command) => Assert.NotEmpty(Faults(command));

    [Fact]
    public void No_script_of_a_workflow_is_put_together_from_what_others_name() // a branch or a folder could be called like a command
    {
        Assert.DoesNotContain(Repository.Files.Where(IsWorkflow).SelectMany(Raw), script => Foreign().IsMatch(script));
    }

    [Fact]
    public void The_workflow_for_other_repositories_can_be_told_what_the_action_can()
    {
        var action = Yaml(Repository.Read("action.yml"), "inputs");
        var workflow = Yaml(Repository.Read(".github/workflows/book.yml"), "on", "workflow_call", "inputs");
        Assert.Equal(Facts(action, "description", "default"), Facts(workflow, "description", "default"));
        Assert.All(workflow.Children.Values, i => Assert.Equal("string", i["type"].ToString()));

        var steps = (YamlSequenceNode)Yaml(Repository.Read(".github/workflows/book.yml"), "jobs", "book")["steps"];
        Assert.Equal(["actions/checkout@v4", "actions/checkout@v4", "./.kanyin"], steps.Select(s => s["uses"].ToString()));
        Assert.Equal(".kanyin", steps[1]["with"]["path"].ToString());
        Assert.Equal(action.Children.Keys.Select(k => $"{k}: ${{{{ inputs.{k} }}}}"), ((YamlMappingNode)steps[2]["with"]).Children.Select(pair => $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public void A_book_needs_five_lines_and_they_name_what_there_is()
    {
        var workflow = Fence().Matches(Repository.Read("content/handbook/ch07.md").ReplaceLineEndings("\n")).Select(m => m.Groups["text"].Value).Single(t => t.Contains("/book.yml@", StringComparison.Ordinal));
        Assert.Equal(5, workflow.TrimEnd().Split('\n').Length);
        var job = Yaml(workflow, "jobs", "book");
        Assert.EndsWith("/kanyin/.github/workflows/book.yml@main", job["uses"].ToString(), StringComparison.Ordinal);
        Assert.Subset(Yaml(Repository.Read("action.yml"), "inputs").Children.Keys.Select(k => k.ToString()).ToHashSet(), ((YamlMappingNode)job["with"]).Children.Keys.Select(k => k.ToString()).ToHashSet());
    }

    private static YamlMappingNode Yaml(string text, params string[] path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)path.Aggregate(stream.Documents[0].RootNode, (node, key) => node[key]);
    }

    private static IEnumerable<string> Facts(YamlMappingNode inputs, params string[] facts) => inputs.Children.Select(i => $"{i.Key}: {string.Join(", ", facts.Select(f => i.Value[f]))}");

    private static bool IsWorkflow(string path) => path == "action.yml" || (path.StartsWith(".github/workflows/", StringComparison.Ordinal) && path.EndsWith(".yml", StringComparison.Ordinal));

    private static bool IsHandbook(string path) => path.StartsWith("content/handbook/ch", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>What stands for a value that only the run knows becomes a word: ${{ … }} and $((…)) a number, $NAME an x.</summary>
    private static IEnumerable<string> Scripts(string path) => Raw(path).Select(script => Variable().Replace(Number().Replace(script, "1"), "x"));

    private static IEnumerable<string> Raw(string path)
    {
        var text = Repository.Read(path).ReplaceLineEndings("\n");
        return IsWorkflow(path) ? RunsOf(text)
            : Fence().Matches(text).SelectMany(m => m.Groups["language"].Value == "yaml" ? RunsOf(m.Groups["text"].Value) : [m.Groups["text"].Value]);
    }

    /// <summary>Every script below the key run; and args, with which a container of our image runs the tool, as one command.</summary>
    private static IEnumerable<string> RunsOf(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var pairs = stream.Documents.SelectMany(d => d.AllNodes).OfType<YamlMappingNode>().SelectMany(m => m.Children).ToLookup(pair => pair.Key.ToString(), pair => pair.Value);
        return [.. pairs["run"].Select(script => script.ToString()), .. pairs["args"].OfType<YamlSequenceNode>().Select(words => $"kanyin {string.Join(' ', words)}")];
    }

    private static IEnumerable<string> Commands(string script) =>
        script.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(line => Spaces().Replace(line.Split(" #")[0].Split(" > ")[0].Trim(), " ")).Where(line => line.Length > 0);

    private static IEnumerable<string> Faults(string command)
    {
        string[] words = [.. CommandLineParser.SplitCommandLine(command)];
        if (words is ["kanyin", .. var arguments])
        {
            return FaultsOfTool(arguments);
        }

        if (words is not ["dotnet", "run", ..])
        {
            return [];
        }

        var project = words[Array.IndexOf(words, "--project") + 1];
        string[] own = [.. words.SkipWhile(w => w != "--").Skip(1)];
        return project switch
        {
            "build" => FaultsOfBuild(own),
            "src/Kanyin" or "x/src/Kanyin" => FaultsOfTool(own),
            _ => Directory.Exists(Path.Combine(Repository.Root, project)) ? [] : [$"There is no project {project}."],
        };
    }

    private static IEnumerable<string> FaultsOfTool(string[] arguments) =>
        new Tool(new Surroundings(TextWriter.Null, TextWriter.Null, _ => null, TimeProvider.System)).Grammar().Parse(arguments).Errors.Select(e => e.Message);

    /// <summary>The build is no library: its targets are known by their attribute, its options by its usage.</summary>
    private static IEnumerable<string> FaultsOfBuild(string[] arguments)
    {
        var usage = Repository.Read("build/Usage.cs");
        var targets = Repository.Files.Where(f => f.StartsWith("build/Tasks/", StringComparison.Ordinal)).SelectMany(f => Target().Matches(Repository.Read(f))).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, value) = arguments[i].Split('=', 2) is [var before, var after] ? (before, after) : (arguments[i], arguments.ElementAtOrDefault(i + 1));
            if (name.StartsWith('-') && !Option(usage, name))
            {
                yield return $"The build has no option {name}.";
            }

            if (name is "--target" or "-t" && !targets.Contains(value ?? ""))
            {
                yield return $"The build has no target {value}.";
            }
        }
    }

    private static bool Option(string usage, string name) => Regex.IsMatch(usage, $@"(?<![\w-]){Regex.Escape(name)}(?![\w-])");

    [GeneratedRegex("""\[TaskName\("(\w+)"\)\]""")]
    private static partial Regex Target();

    [GeneratedRegex(@"^```(?<language>bash|sh|yaml)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\$\{\{.*?\}\}|\$\(\(.*?\)\)")]
    private static partial Regex Number();

    /// <summary>Whatever is not of the workflow's own matrix.</summary>
    [GeneratedRegex(@"\$\{\{(?!\s*matrix\.\w+\s*\}\})")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\$\{[^}]*\}|\$[A-Za-z_]\w*")]
    private static partial Regex Variable();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
