using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Publish")]
[TaskDescription("Check, Pdf, Epub, Verify")]
[IsDependentOn(typeof(CheckTask))]
[IsDependentOn(typeof(PdfTask))]
[IsDependentOn(typeof(EpubTask))]
[IsDependentOn(typeof(VerifyTask))]
public sealed class PublishTask : FrostingTask<BuildContext>;
