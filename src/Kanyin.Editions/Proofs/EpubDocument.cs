using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Kanyin.Editions.Epub;
using Kanyin.Editions.Mathematics;

namespace Kanyin.Editions.Proofs;

/// <summary>Reads one document of an EPUB back.</summary>
internal sealed class EpubDocument
{
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <summary>So many characters after the mark of a page say whether it stands where the page begins.</summary>
    private const int AfterMark = 80;

    private static readonly HashSet<string> _inlines = new(["a", "code", "em", "kbd", "mark", "rt", "ruby", "s", "span", "strong", "sub", "sup", "u"], StringComparer.Ordinal);

    private readonly string _path;
    private readonly StringBuilder _words = new();
    private readonly List<(XElement Mark, int At)> _marks = [];
    private readonly List<string> _links = [];
    private readonly List<string> _pictures = [];
    private readonly List<string> _calls = [];

    private EpubDocument(string path) => _path = path;

    public static EpubText.Document Read(string path, XElement root)
    {
        var body = new EpubDocument(path);
        foreach (var child in root.Elements(Html + "body"))
        {
            body.Collect(child);
        }

        return new EpubText.Document(
            path,
            BookText.Squeeze(body._words.ToString()),
            [.. root.Descendants(Html + "aside").Where(IsNote).Select(a => NoteOf(path, a))],
            [.. root.Descendants().Attributes("id").Select(a => a.Value)],
            [.. root.Descendants(Html + "a").Attributes("href").Select(a => a.Value)],
            [.. root.Descendants().Where(IsAbsentPicture).Select(e => BookText.Squeeze(e.Value))])
        {
            Pictures = [.. body._pictures],
            AuthorLinks = [.. body._links],
            Calls = [.. body._calls],
            WaysBack = [.. root.Descendants(Html + "aside").Where(IsNote).SelectMany(n => n.Descendants(Html + "a").Where(a => Role(a) == "doc-backlink").Select(a => (IdOf(n), FragmentOf(a))))],
            Headings = root.Descendants().Where(e => RankOf(e) > 0 && IdOf(e).Length > 0).DistinctBy(IdOf, StringComparer.Ordinal).ToDictionary(IdOf, e => (RankOf(e), WordsOf(path, e)), StringComparer.Ordinal),
            PageStarts = [.. body._marks.Select(m => (IdOf(m.Mark), m.Mark.Attribute("aria-label")?.Value ?? "", body.After(m.At)))],
            Tables = [.. root.Descendants(Html + "table").Select(t => string.Join('\n', t.Descendants(Html + "tr").Select(r => string.Join('\t', r.Elements().Select(c => WordsOf(path, c))))))],
        };
    }

    private static EpubText.Note NoteOf(string path, XElement aside)
    {
        var note = new EpubDocument(path);
        aside.Nodes().ToList().ForEach(note.Collect);
        return new EpubText.Note(IdOf(aside), BookText.Squeeze(note._words.ToString()), [.. note._links], [.. note._pictures]);
    }

    private static string WordsOf(string path, XElement element)
    {
        var words = new EpubDocument(path);
        element.Nodes().ToList().ForEach(words.Collect);
        return BookText.Squeeze(words._words.ToString()).Replace(BookText.Call.ToString(), "", StringComparison.Ordinal);
    }

    private void Collect(XNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is XText text)
        {
            _words.Append(text.Value);
        }
        else if (node is XElement math && math.Name.NamespaceName == MathMl.Namespace)
        {
            _words.Append(math.Attribute("alttext")?.Value);
        }
        else if (node is XElement drawing && drawing.Name == SvgFormulas.Name)
        {
            _words.Append(drawing.Element(SvgFormulas.Title)?.Value);
        }
        else if (node is XElement element && !IsNote(element) && !IsAbsentPicture(element) && !IsOurs(element))
        {
            CollectElement(element);
        }
    }

    private void CollectElement(XElement element)
    {
        if (Role(element) == "doc-noteref")
        {
            _words.Append(BookText.Call);
            _calls.Add(FragmentOf(element));
            return;
        }

        if (Role(element) == "doc-pagebreak")
        {
            _marks.Add((element, _words.Length));
        }
        else if (element.Name == Html + "a" && element.Attribute("href") is { } href && !element.Ancestors(Html + "nav").Any())
        {
            _links.Add(EpubText.Target(_path, href.Value));
        }
        else if (element.Name == Html + "img")
        {
            _pictures.Add(EpubText.Resolve(_path, element.Attribute("src")?.Value ?? ""));
        }

        var isBlock = !_inlines.Contains(element.Name.LocalName);
        _words.Append(isBlock ? "\n" : "");
        foreach (var child in element.Nodes())
        {
            Collect(child);
        }

        _words.Append(isBlock ? "\n" : "");
    }

    /// <summary>The words that follow a mark, up to the end of their block: a table's next cell may be elsewhere on the page.</summary>
    private string After(int at) => BookText.Squeeze(_words.ToString(at, Math.Min(AfterMark, _words.Length - at)).TrimStart().Split('\n')[0]);

    private static string? Role(XElement element) => element.Attribute("role")?.Value;

    private static string IdOf(XElement element) => element.Attribute("id")?.Value ?? "";

    private static string FragmentOf(XElement link) => link.Attribute("href")?.Value.TrimStart('#') ?? "";

    private static int RankOf(XElement element) =>
        element.Name.Namespace == Html && element.Name.LocalName is ['h', >= '1' and <= '6' and var rank] ? rank - '0' : 0;

    private static bool IsNote(XElement element) => Role(element) == "doc-footnote";

    private static bool IsAbsentPicture(XElement element) => element.Attribute("class")?.Value == "absent";

    /// <summary>What the edition adds to the author's words.</summary>
    private static bool IsOurs(XElement element) => Role(element) == "doc-backlink" || element.Attribute("class")?.Value == "task-box";
}
