using System.Globalization;
using System.Text;

namespace Kanyin.Benchmarks;

/// <summary>A folder of very many chapters in real Chinese Markdown: the files of the guide and the handbook, or those of another folder, again and again, parted before headings of the second level.</summary>
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
            // Sections are not equally long: what one file has too much, the next has less.
            var due = (long)Characters * (i + 1) / Files;
            var text = new StringBuilder();
            do
            {
                var rest = texts[next].AsSpan(at);
                var room = (int)Math.Max(1, due - Length - text.Length);
                var cut = rest.Length <= room ? -1 : rest[room..].IndexOf("\n\n## ");
                text.Append(cut < 0 ? rest : rest[..(room + cut)]).Append("\n\n");
                (next, at) = cut < 0 ? ((next + 1) % texts.Length, 0) : (next, at + room + cut + 2);
            }
            while (Length + text.Length < due);

            Texts.Add(text.ToString());
            Length += text.Length;
            File.WriteAllText(Path.Combine(Root, i.ToString("D4", CultureInfo.InvariantCulture) + ".md"), Texts[^1]);
        }
    }

    public string Root => _folder.FullName;

    public List<string> Texts { get; } = [];

    /// <summary>The characters of all texts: <see cref="Characters"/>, and less than a section more.</summary>
    public long Length { get; private set; }

    public void Dispose() => _folder.Delete(recursive: true);
}
