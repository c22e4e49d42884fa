using System.IO.Compression;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck;
using Kanyin.Tests.Solution;

namespace Kanyin.Tests.EpubCheck;

/// <summary>The small book of the folder Book, without a fault until a test puts one in.</summary>
internal sealed class TestEpub
{
    private const string Folder = "tests/Kanyin.Tests/EpubCheck/Book/";

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public TestEpub()
    {
        foreach (var path in Repository.Files.Where(f => f.StartsWith(Folder, StringComparison.Ordinal)))
        {
            _files.Add(path[Folder.Length..], File.ReadAllBytes(Path.Combine(Repository.Root, path)));
        }
    }

    public string this[string path]
    {
        get => Encoding.UTF8.GetString(_files[path]);
        set => _files[path] = Encoding.UTF8.GetBytes(value);
    }

    public void Set(string path, byte[] bytes) => _files[path] = bytes;

    public void Remove(string path) => _files.Remove(path);

    public byte[] Bytes(string path) => _files[path];

    /// <summary>Puts words in the place of others, which must be there once or more; the first is replaced.</summary>
    public void Replace(string path, string old, string with)
    {
        var at = this[path].IndexOf(old, StringComparison.Ordinal);
        this[path] = at < 0 ? throw new ArgumentException($"{path} has no “{old}”.") : string.Concat(this[path].AsSpan(0, at), with, this[path].AsSpan(at + old.Length));
    }

    /// <summary>The archive, mimetype first and stored; entries may be added that the dictionary could not hold.</summary>
    public byte[] Zip(Action<ZipArchive>? more = null)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in _files.OrderBy(f => f.Key != "mimetype"))
            {
                using var entry = zip.CreateEntry(path, path == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(bytes);
            }

            more?.Invoke(zip);
        }

        return output.ToArray();
    }

    public IReadOnlyList<Diagnostic> Check() => Check(Zip());

    public static IReadOnlyList<Diagnostic> Check(byte[] zip)
    {
        var bag = new DiagnosticBag();
        EpubChecker.Check(new MemoryStream(zip), "book.epub", bag);
        return bag.Sorted;
    }

    public static string[] Ids(IEnumerable<Diagnostic> findings) => [.. findings.Select(f => f.Kind.Id).Distinct()];
}
