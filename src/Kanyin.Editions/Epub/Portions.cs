using System.Collections.Immutable;
using System.Text;
using Kanyin.Books.Model;
using Math = System.Math;

namespace Kanyin.Editions.Epub;

/// <summary>Cuts what is too long for one file: old readers stand still for minutes over a file of a megabyte (epub.md 30).</summary>
internal sealed class Portions(EpubProfile profile)
{
    /// <summary>Bytes of XHTML, about.</summary>
    private const int Most = 200_000;

    /// <summary>From here on a heading is a good place to begin a new file.</summary>
    private const int Enough = Most / 2;

    /// <summary>A block heavier than this is cut itself.</summary>
    private const int HeaviestBlock = Most / 4;

    // What the tags around them take.
    private const int TagsOfBlock = 60;
    private const int TagsOfInline = 20;
    private const int TagsOfToken = 35;
    private const int TagsOfNote = 380; // the call, the note and the way back

    /// <summary>What MathML makes of a character of TeX, or a drawing.</summary>
    private readonly int _tagsOfSign = profile == EpubProfile.Kindle ? 130 : 20;

    public IEnumerable<ImmutableArray<Block>> Of(ImmutableArray<Block> blocks)
    {
        if (blocks.Sum(Weight) <= Most)
        {
            return [blocks];
        }

        return Filled([.. blocks.SelectMany(b => Weight(b) > HeaviestBlock ? Cut(b) : [b])]);
    }

    private IEnumerable<ImmutableArray<Block>> Filled(ImmutableArray<Block> blocks)
    {
        var start = 0;
        var weight = 0L;
        for (var i = 0; i < blocks.Length; i++)
        {
            var own = Weight(blocks[i]);
            var isFull = weight + own > Most || (weight >= Enough && blocks[i] is Heading && blocks[i - 1] is not Heading);
            if (isFull && FirstHeadingBefore(blocks, i) is var end && end > start)
            {
                yield return blocks[start..end];
                weight = blocks[end..i].Sum(Weight);
                start = end;
            }

            weight += own;
        }

        yield return blocks[start..];
    }

    /// <summary>Headings stay with what they head.</summary>
    private static int FirstHeadingBefore(ImmutableArray<Block> blocks, int end)
    {
        while (end > 0 && blocks[end - 1] is Heading)
        {
            end--;
        }

        return end;
    }

    private long Weight(Block block) =>
        Descendants.AllBlocks([block]).Sum(b => TagsOfBlock + b switch
        {
            CodeBlock code => Encoding.UTF8.GetByteCount(code.Text) + ((long)TagsOfToken * code.Tokens.Length),
            MathBlock math => _tagsOfSign * math.Formula.Tex.Length,
            Table table => (long)TagsOfInline * table.Columns.Length * (table.Head.Length + table.Body.Length),
            _ => 0,
        })
        + Descendants.AllInlines([block]).Sum(i => (long)WeightOfOwn(i));

    private int WeightOfOwn(Inline inline) => inline switch
    {
        Text text => Encoding.UTF8.GetByteCount(text.Value),
        Code code => TagsOfInline + Encoding.UTF8.GetByteCount(code.Value),
        Books.Model.Math math => _tagsOfSign * math.Formula.Tex.Length,
        Note => TagsOfNote,
        _ => 2 * TagsOfInline,
    };

    private IEnumerable<Block> Cut(Block block) => block switch
    {
        Paragraph paragraph => Groups(paragraph.Inlines.SelectMany(Cut), i => Descendants.AllInlines([new Paragraph(i.At, [i])]).Sum(x => (long)WeightOfOwn(x)))
            .Select((g, n) => paragraph with { Inlines = g, IsContinued = paragraph.IsContinued || n > 0 }),
        CodeBlock code => Cut(code),
        Table table => Groups(table.Body, r => Weight(table with { Head = [], Body = [r] })).Select((g, n) => n == 0 ? table with { Body = g } : table with { Head = [], Caption = [], Label = null, Body = g }),
        List list => Cut(list),
        Quote quote => Groups(quote.Blocks.SelectMany(b => Weight(b) > HeaviestBlock ? Cut(b) : [b]), Weight).Select(g => quote with { Blocks = g }),
        _ => [block],
    };

    private IEnumerable<Block> Cut(List list)
    {
        var before = 0;
        foreach (var group in Groups(list.Items, i => TagsOfInline + i.Blocks.Sum(Weight)))
        {
            yield return list with { Start = list.Start + before, Items = group };
            before += group.Length;
        }
    }

    /// <summary>At the ends of lines, the first of which has the title.</summary>
    private static IEnumerable<Block> Cut(CodeBlock code)
    {
        var token = 0;
        for (var start = 0; start < code.Text.Length;)
        {
            var end = start + HeaviestBlock >= code.Text.Length ? code.Text.Length : EndOfLine(code.Text, start);
            var text = code.Text[start..(code.Text[end - 1] == '\n' ? end - 1 : end)];
            var tokens = ImmutableArray.CreateBuilder<CodeToken>();
            for (; token < code.Tokens.Length && code.Tokens[token].Start < end; token++)
            {
                // A token that goes beyond the end is cut with it; its rest is plain.
                var at = code.Tokens[token].Start - start;
                tokens.Add(code.Tokens[token] with { Start = at, Length = Math.Min(code.Tokens[token].Length, text.Length - at) });
            }

            yield return code with { Title = start == 0 ? code.Title : null, Label = start == 0 ? code.Label : null, Text = text, Tokens = [.. tokens.Where(t => t.Length > 0)] };
            start = end;
        }
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.LastIndexOf('\n', start + HeaviestBlock, HeaviestBlock);
        return end > start ? end + 1 : Whole(text, start + HeaviestBlock);
    }

    /// <summary>Long words are cut after a sentence, if there is one.</summary>
    private static IEnumerable<Inline> Cut(Inline inline)
    {
        if (inline is not Text { Value: { Length: > HeaviestBlock } value } text)
        {
            yield return inline;
            yield break;
        }

        for (var start = 0; start < value.Length;)
        {
            var end = Math.Min(value.Length, start + (HeaviestBlock / 3)); // Han has three bytes
            if (end < value.Length)
            {
                var sentence = value.LastIndexOfAny(['。', '！', '？', '.', ' '], end - 1, end - start);
                end = sentence > start ? sentence + 1 : Whole(value, end);
            }

            yield return text with { Value = value[start..end] };
            start = end;
        }
    }

    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static IEnumerable<ImmutableArray<T>> Groups<T>(IEnumerable<T> items, Func<T, long> weigh)
    {
        var group = ImmutableArray.CreateBuilder<T>();
        var weight = 0L;
        foreach (var item in items)
        {
            var own = weigh(item);
            if (group.Count > 0 && weight + own > HeaviestBlock)
            {
                yield return group.DrainToImmutable();
                weight = 0;
            }

            group.Add(item);
            weight += own;
        }

        if (group.Count > 0)
        {
            yield return group.DrainToImmutable();
        }
    }
}
