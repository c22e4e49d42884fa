using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Bench")]
[TaskDescription("Measure the parts, the whole tool on books of several lengths, and the peers that are installed")]
public sealed class BenchTask : FrostingTask<BuildContext>
{
    private const string Tool = "output/.dotnet/bin/Kanyin/release/kanyin.dll";
    private const string HanForPeers = "70000";

    public override void Run(BuildContext context)
    {
        DotNet.Run(context, "build", "--configuration", "Release", "--verbosity", "quiet", "src/Kanyin");
        Measure(context, "--filter", "*", "--exporters", "json", "--artifacts", "output/bench");
        Measure(context, "whole", Tool);
        Measure(context, "peers", Tool, HanForPeers);
    }

    private static void Measure(BuildContext context, params string[] arguments) =>
        DotNet.Run(context, ["run", "--configuration", "Release", "--project", "tests/Kanyin.Benchmarks", "--", .. arguments]);
}
