using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kanyin.CommandLine;

/// <summary>The book that kanyin new makes. Its files lie in the folder NewBook, which is itself a book that publishes.</summary>
internal static class NewBook
{
    private const string Prefix = "NewBook/", Settings = "book.yml", TitleThere = "title: 我的书";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The files, in the order of their names, with forward slashes.</returns>
    public static IReadOnlyList<string> Write(string folder, string title)
    {
        var files = Names().ToList();
        foreach (var name in files)
        {
            var text = Read(name);
            if (name == Settings)
            {
                // Every JSON string is a YAML one (YAML 1.2.2, 1.2): no title, whatever is in it, breaks the file.
                text = text.Replace(TitleThere, $"title: {JsonSerializer.Serialize(title, Readable)}", StringComparison.Ordinal);
            }

            EditionFile.Write(Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar)), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }

        return files;
    }

    private static IEnumerable<string> Names() =>
        typeof(NewBook).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(NewBook).Assembly.GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
