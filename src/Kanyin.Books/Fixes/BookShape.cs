using System.Text;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Rules.Typography;
using Kanyin.Books.Model;

namespace Kanyin.Books.Fixes;

/// <summary>
/// What a fix must leave as it is: everything a book is made of (blocks, emphasis, links and where they lead, code, ids), and every
/// letter and digit of its words. Punctuation, spaces and the width of characters are what fixes are about, and not of the shape.
/// </summary>
internal static partial class BookShape
{
    /// <summary>The shape of each chapter, by file.</summary>
    public static Dictionary<string, string> Of(Book book) =>
        book.Chapters.ToDictionary(c => c.File.Path, c => Of(c.Id, BookDump.Of(c.Blocks)), StringComparer.Ordinal);

    private static string Of(string id, string dump)
    {
        var shape = new StringBuilder(id, dump.Length);
        foreach (var line in dump.AsSpan().EnumerateLines())
        {
            // depth, place, node
            var node = line.TrimStart(' ');
            shape.Append('\n').Append(' ', line.Length - node.Length);
            node = node[(node.IndexOf(' ') + 1)..];
            if (node.StartsWith("text "))
            {
                AppendLetters(shape, node);
            }
            else if (node.StartsWith("image "))
            {
                shape.Append(Caption().Replace(node.ToString(), m => AppendLetters(new StringBuilder(), m.Value).ToString()));
            }
            else
            {
                shape.Append(node);
            }
        }

        return shape.ToString();
    }

    private static StringBuilder AppendLetters(StringBuilder shape, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            var folded = Folded(c);
            if (char.IsLetterOrDigit(folded) || char.IsSurrogate(folded))
            {
                shape.Append(folded);
            }
        }

        return shape;
    }

    /// <summary>As the rules on width and on look-alikes write it; kana, whose marks become part of them, are left out.</summary>
    private static char Folded(char c) => c is >= '０' and <= 'ｚ' ? (char)(c - '０' + '0')
        : c is (>= '｡' and <= 'ﾟ') or 'ー' or (>= 'ァ' and <= 'ヺ') ? ' '
        : Ideographs.LookAlikes.GetValueOrDefault(c, c);

    /// <summary>The words of a picture, which are its caption.</summary>
    [GeneratedRegex("""(?<=" (?:alt|title) ")(?:[^"\\]|\\.)*(?=")""")]
    private static partial Regex Caption();
}
