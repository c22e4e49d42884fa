using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A quotation is verse when the author broke every paragraph into short lines; who wrote it may stand below, after a dash.</summary>
internal static class Verse
{
    /// <summary>In Latin letters; a Han character takes two.</summary>
    private const int LongestLine = 40;

    public static bool Is(ImmutableArray<Block> blocks) =>
        blocks.Any(b => b is Paragraph p && !p.IsAttribution) && blocks.All(b => b is Paragraph p && (p.IsAttribution || IsStanza(p)));

    private static bool IsStanza(Paragraph paragraph)
    {
        var (lines, width) = (1, 0);
        foreach (var inline in Descendants.AllInlines([paragraph with { Inlines = [.. paragraph.Inlines.Where(i => i is not Note)] }]))
        {
            switch (inline)
            {
                case LineBreak:
                    (lines, width) = (lines + 1, 0);
                    break;
                case Text text:
                    width += text.Value.Sum(c => ChineseLineEnds.IsChinese(c) ? 2 : 1);
                    break;
                case Emphasis or Strong or Ruby or Anchor:
                    break;
                default:
                    return false;
            }

            if (width > LongestLine)
            {
                return false;
            }
        }

        return lines > 1;
    }
}
