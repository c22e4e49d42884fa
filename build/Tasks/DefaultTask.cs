using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Default")]
[TaskDescription("Publish")]
[IsDependentOn(typeof(PublishTask))]
public sealed class DefaultTask : FrostingTask<BuildContext>;
