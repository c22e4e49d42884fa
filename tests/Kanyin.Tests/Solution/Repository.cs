namespace Kanyin.Tests.Solution;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "output", "node_modules", ".vs", ".idea", "bin", "obj"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file of the repository, relative to its root, with forward slashes.</summary>
    public static IEnumerable<string> Files { get; } = [.. FilesIn(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> FilesIn(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => file.Name != ".git").Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(FilesIn));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kanyin.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }

        return folder.FullName;
    }
}
