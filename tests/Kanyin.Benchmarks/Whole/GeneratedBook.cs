using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Benchmarks.Whole;

/// <summary>
/// A technical book of any length in real Chinese: the sentences of the guide and the handbook in an order drawn by lot, so that no
/// page comes twice and nothing is packed better than a real book would be; with headings, lists, tables, code, notes and links.
/// The same length gives the same book.
/// </summary>
internal sealed partial class GeneratedBook
{
    private const int HanInChapter = 4_200;
    private const int HanInSection = 900;

    private static readonly SearchValues<char> LeadingOut = SearchValues.Create("[]{}<>\\");

    private readonly Random _lot = new(20_261_126);
    private readonly string[] _sentences;
    private readonly string[] _displays;

    public GeneratedBook(IEnumerable<string> sources)
    {
        var blocks = sources.Order(StringComparer.Ordinal).Select(File.ReadAllText).SelectMany(BlocksOf).ToList();
        _displays = [.. blocks.Where(b => Code().IsMatch(b) || (b.StartsWith('|') && IsWhole(b)))];
        _sentences = [.. blocks.Where(b => HanIn(b[..1]) == 1).SelectMany(b => Sentence().Matches(b.ReplaceLineEndings("")).Select(m => m.Value)).Where(s => HanIn(s) > 5 && IsWhole(s)).Distinct()];
    }

    public static int HanIn(string text) => text.Count(c => c is >= '\u4E00' and <= '\u9FFF');

    /// <summary>Writes the chapters into a folder and returns how many Han they have.</summary>
    public int Write(string folder, int han)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "book.yml"), "title: 排印所得\nlanguage: zh-CN\nauthors: [刊印]\n");
        var written = 0;
        for (var chapter = 1; written < han; chapter++)
        {
            var text = Chapter(chapter, Math.Min(HanInChapter, han - written));
            File.WriteAllText(Path.Combine(folder, chapter.ToString("D4", CultureInfo.InvariantCulture) + ".md"), text);
            written += HanIn(text);
        }

        return written;
    }

    private string Chapter(int number, int han)
    {
        var text = new StringBuilder();
        var notes = new StringBuilder();
        var (has, sections, calls) = (0, 0, 0);
        text.Append(CultureInfo.InvariantCulture, $"# 第 {number} 章 {Title()}\n\n");
        while (has < han)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {number}.{++sections} {Title()}\n\n");
            for (var end = Math.Min(han, has + HanInSection); has < end;)
            {
                var block = Block(number, ref calls, notes);
                has += HanIn(block);
                text.Append(block).Append("\n\n");
            }
        }

        return text.Append(notes).ToString();
    }

    private string Block(int chapter, ref int calls, StringBuilder notes)
    {
        switch (_lot.Next(12))
        {
            case 0:
                return _displays[_lot.Next(_displays.Length)];
            case 1:
                return string.Join('\n', Enumerable.Range(0, 3).Select(_ => "- " + Next()));
            case 2 when chapter > 1:
                return string.Create(CultureInfo.InvariantCulture, $"{Next()}参见[上一章]({chapter - 1:D4}.md)和 <https://example.com/{_lot.Next(100_000)}>。");
            case 3:
                notes.Append(CultureInfo.InvariantCulture, $"[^{++calls}]: {Next()}\n\n");
                return string.Create(CultureInfo.InvariantCulture, $"{Next()}[^{calls}]");
            default:
                return string.Concat(Enumerable.Range(0, _lot.Next(2, 6)).Select(_ => Next()));
        }
    }

    private string Next() => _sentences[_lot.Next(_sentences.Length)];

    private string Title() => Han().Match(Next()).Value;

    private static IEnumerable<string> BlocksOf(string text)
    {
        var block = new StringBuilder();
        var isCode = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (line.Length > 0 || isCode)
            {
                block.Append(line).Append('\n');
            }
            else if (block.Length > 0)
            {
                yield return block.ToString().TrimEnd();
                block.Clear();
            }
        }
    }

    /// <summary>Nothing in it leads out of it, and every mark that opens closes.</summary>
    private static bool IsWhole(string text) =>
        !text.AsSpan().ContainsAny(LeadingOut) && !Reference().IsMatch(text)
        && text.Count(c => c == '`') % 2 == 0 && text.Count(c => c == '*') % 4 == 0 && text.Count(c => c == '$') % 2 == 0
        && text.Count(c => c == '“') == text.Count(c => c == '”') && text.Count(c => c == '（') == text.Count(c => c == '）');

    [GeneratedRegex("[^。！？]+[。！？]”?")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\A```(?!markdown|md)[a-z]+\n(?:(?!```).*\n)+```\z")]
    private static partial Regex Code();

    [GeneratedRegex("[图表第][ 0-9一二三四五六七八九十]+|附录|[0-9]节")]
    private static partial Regex Reference();

    [GeneratedRegex("[\u4E00-\u9FFF]{2,12}")]
    private static partial Regex Han();
}
