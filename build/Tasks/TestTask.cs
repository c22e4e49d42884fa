using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Test")]
[TaskDescription("dotnet test")]
public sealed class TestTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => DotNet.Run(context, "test");
}
