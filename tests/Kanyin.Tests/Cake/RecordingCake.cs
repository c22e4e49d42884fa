using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Tooling;
using Kanyin.Tests.Publishing;

namespace Kanyin.Tests.Cake;

/// <summary>Cake as a build has it, but for its processes: they are written down and end at once with the given code.</summary>
internal sealed class RecordingCake : ICakeContext, IProcessRunner
{
    private readonly int _exitCode;

    public RecordingCake(TemporaryFolder folder, int exitCode = 0, bool hasTool = true)
    {
        _exitCode = exitCode;
        FileSystem = new FileSystem();
        Environment = new Bare(folder.FullName);
        Globber = new Globber(FileSystem, Environment);
        Configuration = new CakeConfiguration(new Dictionary<string, string>());
        Tools = new ToolLocator(Environment, new ToolRepository(Environment), new ToolResolutionStrategy(FileSystem, Environment, Globber, Configuration, Log));
        if (hasTool)
        {
            Tools.RegisterFile(folder.Write("kanyin", ""));
        }
    }

    public List<string> Commands { get; } = [];

    public IFileSystem FileSystem { get; }

    public ICakeEnvironment Environment { get; }

    public IGlobber Globber { get; }

    public ICakeLog Log { get; } = new NullLog();

    public ICakeArguments Arguments => throw new NotSupportedException();

    public IProcessRunner ProcessRunner => this;

    public IRegistry Registry => throw new NotSupportedException();

    public IToolLocator Tools { get; }

    public ICakeDataResolver Data => throw new NotSupportedException();

    public ICakeConfiguration Configuration { get; }

    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        Commands.Add($"{filePath.GetFilenameWithoutExtension()} {settings.Arguments.Render()}");
        return new Ended(_exitCode);
    }

    /// <summary>A folder to work in and no variables: no PATH on which a tool of this machine could be found. Cake's own would move the whole process.</summary>
    private sealed class Bare(string folder) : ICakeEnvironment
    {
        public DirectoryPath WorkingDirectory { get; set; } = folder;

        public DirectoryPath ApplicationRoot => WorkingDirectory;

        public ICakePlatform Platform { get; } = new CakePlatform();

        public ICakeRuntime Runtime { get; } = new CakeRuntime();

        public DirectoryPath GetSpecialPath(SpecialPath path) => WorkingDirectory;

        public string? GetEnvironmentVariable(string variable) => null;

        public IDictionary<string, string?> GetEnvironmentVariables() => new Dictionary<string, string?>();
    }

    private sealed class Ended(int exitCode) : IProcess
    {
        public void WaitForExit()
        {
        }

        public bool WaitForExit(int milliseconds) => true;

        public int GetExitCode() => exitCode;

        public IEnumerable<string> GetStandardError() => [];

        public IEnumerable<string> GetStandardOutput() => [];

        public void Kill()
        {
        }

        public void Dispose()
        {
        }
    }
}
