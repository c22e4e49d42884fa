using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Kanyin;

/// <summary>Runs the tool as a process of its own; Cake finds it among its tools and on the PATH, and fails the build on any exit code but 0.</summary>
internal sealed class KanyinRunner(ICakeContext cake) : Tool<KanyinSettings>(cake.FileSystem, cake.Environment, cake.ProcessRunner, cake.Tools)
{
    public void Run(Core.IO.Path path, KanyinSettings settings)
    {
        var arguments = new ProcessArgumentBuilder().Append(settings.Command).AppendQuoted(path.FullPath);
        settings.AddOptions(arguments);
        Run(settings, arguments);
    }

    protected override string GetToolName() => "kanyin";

    protected override IEnumerable<string> GetToolExecutableNames() => ["kanyin", "kanyin.exe"];
}
