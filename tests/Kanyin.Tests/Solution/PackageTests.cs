using System.Xml.Linq;
using Xunit;

namespace Kanyin.Tests.Solution;

/// <summary>Others' code comes in by lock files only, and what is known against it is asked at every run.</summary>
public sealed class PackageTests
{
    private static readonly XDocument Properties = XDocument.Parse(Repository.Read("Directory.Build.props"));

    [Fact]
    public void Every_project_has_its_packages_locked()
    {
        var projects = Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).ToArray();
        Assert.True(projects.Length > 5);
        Assert.All(projects, path => Assert.Contains(Path.GetDirectoryName(path)!.Replace('\\', '/') + "/packages.lock.json", Repository.Files));
        Assert.Equal("true", Properties.Descendants("RestorePackagesWithLockFile").Single().Value);
    }

    [Fact]
    public void Every_package_is_locked_with_the_hash_of_its_content()
    {
        var locks = Repository.Files.Where(path => path.EndsWith("packages.lock.json", StringComparison.Ordinal)).ToArray();
        Assert.All(locks, path =>
        {
            var text = Repository.Read(path);
            Assert.Equal(text.Split("\"resolved\":").Length, text.Split("\"contentHash\":").Length);
        });
    }

    [Fact]
    public void A_run_that_must_hold_takes_only_what_is_locked()
    {
        var mode = Properties.Descendants("RestoreLockedMode").Single();
        Assert.Equal(("true", "'$(CI)' == 'true'"), (mode.Value, mode.Attribute("Condition")?.Value));
        Assert.Contains("\nexport CI=true\n", Repository.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dotnet list package --vulnerable --include-transitive")]
    [InlineData("npm audit --omit=dev")]
    public void Every_run_asks_what_is_known_against_the_packages(string command) =>
        Assert.Contains(Repository.Read(".ci/run").Split('\n'), line => line.StartsWith("audit ", StringComparison.Ordinal) && line.Contains(command, StringComparison.Ordinal));

    [Theory]
    [InlineData("src/Cake.Kanyin/PACKAGE.md")]
    [InlineData("content/handbook/ch07.md")]
    public void Who_copies_the_script_gets_the_packages_of_now(string path)
    {
        var version = Properties.Descendants("Version").Single().Value;
        Assert.Contains($"#tool dotnet:?package=kanyin&version={version}\n#addin nuget:?package=Cake.Kanyin&version={version}\n", Repository.Read(path).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
