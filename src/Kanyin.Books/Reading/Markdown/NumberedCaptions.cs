using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>“图 2-4 注意力” in a paragraph below a picture is its caption, instead of the alternative text that stood in for one.</summary>
internal static partial class NumberedCaptions
{
    private const int Longest = 60;

    public static ImmutableArray<Block> Attach(ImmutableArray<Block> blocks)
    {
        var result = ImmutableArray.CreateBuilder<Block>(blocks.Length);
        foreach (var block in blocks)
        {
            if (block is Paragraph words && IsCaption(words) && result is [.., Figure figure] && HasNone(figure))
            {
                result[^1] = figure with { Caption = words.Inlines };
            }
            else
            {
                result.Add(block);
            }
        }

        return result.ToImmutable();
    }

    private static bool HasNone(Figure figure) => figure.Caption.IsEmpty || (figure.Image.Title is null && PlainText.Of(figure.Caption) == figure.Image.Alt);

    private static bool IsCaption(Paragraph paragraph)
    {
        var words = PlainText.Of(paragraph.Inlines).Trim();
        return words.Length <= Longest && Numbered().IsMatch(words) && words[^1] is not ('。' or '：' or '；' or '，' or ':' or '.' or '!' or '！' or '?' or '？');
    }

    /// <summary>图 and a number with its parts, but no sentence that goes on from there: “图 2 所示”.</summary>
    [GeneratedRegex(@"^图\s*(?>[0-9]+(?:[-–.．][0-9]+)*)(?!\s*(?:所示|中[的，可有所]|展示|显示|给出|是|为|的|可以|可见))", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
