using System.Globalization;
using System.Text;

namespace Kanyin.Benchmarks;

/// <summary>A folder of very many chapters in real Chinese Markdown: the files of the guide and the handbook, or those of another folder, again and again, each time with other numbers.</summary>
internal sealed class Library : IDisposable
{
    public const int Files = 4_000;
    public const int Characters = 22_000_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kanyin-library");

    public Library(string source)
    {
        string[] texts = [.. Directory.GetFiles(source, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var (next, at) = (0, 0);
        for (var i = 0; i < Files; i++)
        {
            var text = new StringBuilder();
            while (text.Length < Characters / Files)
            {
                // Whole blocks only: a table or a listing is never cut.
                var rest = texts[next].AsSpan(at);
                var room = (Characters / Files) - text.Length;
                var cut = rest.Length <= room ? -1 : rest[room..].IndexOf("\n\n## ");
                text.Append(cut < 0 ? rest : rest[..(room + cut)]).Append("\n\n");
                (next, at) = cut < 0 ? ((next + 1) % texts.Length, 0) : (next, at + room + cut + 2);
            }

            var number = i.ToString("D4", CultureInfo.InvariantCulture);
            Texts.Add(text.Replace("容器", "容器" + number).ToString());
            File.WriteAllText(Path.Combine(Root, number + ".md"), Texts[^1]);
        }
    }

    public string Root => _folder.FullName;

    public List<string> Texts { get; } = [];

    public void Dispose() => _folder.Delete(recursive: true);
}
