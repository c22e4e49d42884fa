using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Resolving;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>
/// Paragraphs that are captions: “图 2-4 注意力” below a picture, instead of the alternative text that stood in for one; “表 2-1 …”
/// above or below a table; pandoc's “Table: …” and “: …”. An {#id} at their end names what they belong to.
/// </summary>
internal static partial class NumberedCaptions
{
    private const int Longest = 60;

    public static ImmutableArray<Block> Attach(ImmutableArray<Block> blocks)
    {
        var result = ImmutableArray.CreateBuilder<Block>(blocks.Length);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not Paragraph words || Marked(words) is not { } caption)
            {
                result.Add(blocks[i]);
            }
            else if (result is [.., Figure figure] && !caption.IsOfTable && HasNone(figure))
            {
                result[^1] = caption.On(figure with { Caption = caption.Words });
            }
            else if (caption.IsOfTable && i + 1 < blocks.Length && blocks[i + 1] is Table { Caption.IsEmpty: true } below && !(AwaitsCaption(result) && IsBelow(blocks, i + 2)))
            {
                result.Add(caption.On(below with { Caption = caption.Words }));
                i++;
            }
            else if (caption.IsOfTable && AwaitsCaption(result))
            {
                result[^1] = caption.On((Table)result[^1] with { Caption = caption.Words });
            }
            else
            {
                result.Add(words);
            }
        }

        return result.ToImmutable();
    }

    /// <param name="Anchor">From {#id}, or empty.</param>
    private sealed record Caption(bool IsOfTable, ImmutableArray<Inline> Words, string Anchor)
    {
        public Captioned On(Captioned block) => Anchor.Length == 0 ? block : block with { Anchors = block.Anchors.Add(Anchor) };
    }

    private static bool HasNone(Figure figure) => figure.Caption.IsEmpty || (figure.Image.Title is null && PlainText.Of(figure.Caption) == figure.Image.Alt);

    private static bool AwaitsCaption(ImmutableArray<Block>.Builder result) => result is [.., Table { Caption.IsEmpty: true }];

    /// <summary>Between two tables a caption belongs to the one below it, unless that has its own below.</summary>
    private static bool IsBelow(ImmutableArray<Block> blocks, int index) =>
        index < blocks.Length && blocks[index] is Paragraph p && Marked(p) is { IsOfTable: true } && !(index + 1 < blocks.Length && blocks[index + 1] is Table);

    private static Caption? Marked(Paragraph paragraph)
    {
        var (inlines, anchor) = WithoutId(paragraph.Inlines);
        var words = PlainText.Of(inlines);
        if (Mark().Match(words) is { Success: true } mark)
        {
            return new Caption(true, HeadingWords.Without(inlines, mark.Length), anchor);
        }

        var isCaption = words.Length <= Longest && Numbered().IsMatch(words) && words.TrimEnd()[^1] is not ('。' or '：' or '；' or '，' or ':' or '.' or '!' or '！' or '?' or '？');
        return isCaption ? new Caption(TypedLabel.KindOf(words.TrimStart()) == "表", inlines, anchor) : null;
    }

    private static (ImmutableArray<Inline> Inlines, string Anchor) WithoutId(ImmutableArray<Inline> inlines) =>
        inlines is [.., Text { Value: [.., '}'] } last] && Id().Match(last.Value) is { Success: true } match
            ? (inlines.SetItem(inlines.Length - 1, last with { Value = last.Value[..match.Index] }), match.Groups["id"].Value)
            : (inlines, "");

    /// <summary>What pandoc marks the caption of a table with.</summary>
    [GeneratedRegex(@"^(?:(?:Table\s*:|表\s*[:：])\s*|:\s+)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    /// <summary>图 or 表 and a number with its parts, but no sentence that goes on from there: “图 2 所示”.</summary>
    [GeneratedRegex($@"^\s*(?=图|表|[Ff]ig|[Tt]able){TypedLabel.Pattern}(?!\s*(?:所示|中[的，可有所]|展示|显示|给出|列|汇总|总结|对比|是|为|的|可以(?:看|发现|得|知|说|观察|明显|清楚)|可见(?:[，,]|$)|(?:show|list|give|compare|is|are)))", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s*\{:?\s*#(?<id>[^\s{}]+)[^{}]*\}$")]
    private static partial Regex Id();
}
