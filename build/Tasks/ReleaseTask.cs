using System.Reflection;
using System.Security.Cryptography;
using Cake.Frosting;

namespace Kanyin.Build.Tasks;

[TaskName("Release")]
[TaskDescription("Publish, then gather the editions with their version and SHA256SUMS in release/")]
[IsDependentOn(typeof(PublishTask))]
public sealed class ReleaseTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var version = typeof(ReleaseTask).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Directory.CreateDirectory(context.ReleaseFolder);
        var sums = new List<string>();
        foreach (var edition in context.Books.Where(book => book.IsRead).SelectMany(book => new[] { book.PdfPath, book.EpubPath }))
        {
            var name = $"{Path.GetFileNameWithoutExtension(edition)}-{version}{Path.GetExtension(edition)}";
            File.Copy(edition, Path.Combine(context.ReleaseFolder, name), overwrite: true);
            sums.Add($"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(edition)))}  {name}\n");
        }

        File.WriteAllText(Path.Combine(context.ReleaseFolder, "SHA256SUMS"), string.Concat(sums));
    }
}
