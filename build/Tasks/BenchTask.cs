using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Bench")]
[TaskDescription("Run all benchmarks")]
public sealed class BenchTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) =>
        DotNet.Run(context, "run", "--configuration", "Release", "--project", "tests/Kanyin.Benchmarks", "--", "--filter", "*");
}
