namespace Kanyin.Tests.Publishing;

/// <summary>A folder for one test, gone when it ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kanyin-");

    public string this[string path] => Path.Combine(_folder.FullName, path);

    public string FullName => _folder.FullName;

    /// <summary>Writes a file and the folders it needs; the returned path is absolute.</summary>
    public string Write(string path, string text)
    {
        var full = this[path];
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string Write(string path, byte[] bytes)
    {
        File.WriteAllBytes(Write(path, ""), bytes);
        return this[path];
    }

    public IEnumerable<string> Files() =>
        _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
