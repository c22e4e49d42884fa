using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Takes the typed labels out of captions, and gives every caption its own where the book's numbers are computed: by chapter, 图 1-1 (6.4).</summary>
/// <param name="numbers">Null where typed labels stand.</param>
internal sealed class Captions(ComputedNumbers? numbers) : TreeRewriter
{
    private readonly Dictionary<(string Chapter, string Word), int> _counts = [];

    /// <summary>1 or A; empty in chapters without a number, where captions count through the book.</summary>
    private string _chapter = "";

    public ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters) =>
        [.. chapters.Select(c => c with { Blocks = [.. c.Blocks.Select(Labelled)] })];

    protected override Inline Changed(Inline inline) => inline;

    /// <summary>A note that is called twice would be counted twice.</summary>
    protected override Note Rewrite(Note note) => note;

    protected override Block Changed(Block block) => block switch
    {
        Figure f => Labelled(f with { Image = Relabelled(f.Image), Caption = Parted(f.Caption, out var typed) }, "图", typed, hasWords: !f.Caption.IsEmpty),
        Table t => Labelled(t with { Caption = Parted(t.Caption, out var typed) }, "表", typed, hasWords: !t.Caption.IsEmpty),
        CodeBlock { Title: { } title } c => TypedLabel.Parse(title) is { } label
            ? Labelled(c with { Title = title[label.Length..] }, "代码", label.Label, hasWords: true)
            : Labelled(c, "代码", null, hasWords: true),
        _ => block,
    };

    /// <summary>Headings are known by reference, so they are not copied.</summary>
    private Block Labelled(Block block)
    {
        if (block is not Heading heading)
        {
            return Rewrite([block])[0];
        }

        _chapter = numbers?.ChapterOf(heading) ?? _chapter;
        return heading;
    }

    private Captioned Labelled(Captioned block, string word, CaptionLabel? typed, bool hasWords) =>
        block with { Typed = typed, TypedAt = typed is null ? null : PlaceOf(typed, block), Label = numbers is null ? typed : hasWords ? Next(typed is null ? word : TypedLabel.KindOf(typed.Word)) : null };

    private CaptionLabel Next(string word)
    {
        var count = _counts[(_chapter, word)] = _counts.GetValueOrDefault((_chapter, word)) + 1;
        var number = count.ToString(CultureInfo.InvariantCulture);
        return new CaptionLabel(word, _chapter.Length > 0 ? $"{_chapter}-{number}" : number);
    }

    /// <summary>A typed label that is not printed must not be read out either.</summary>
    private Image Relabelled(Image image) => numbers is null ? image : image with { Alt = WithoutLabel(image.Alt), Title = image.Title is null ? null : WithoutLabel(image.Title) };

    private static string WithoutLabel(string words) => TypedLabel.Parse(words) is { } label && label.Length < words.Length ? words[label.Length..] : words;

    /// <summary>A caption in a paragraph of its own has left its words their place; others are in the block.</summary>
    private static Place? PlaceOf(CaptionLabel label, Captioned block)
    {
        var words = block switch
        {
            Figure f => f.Caption,
            Table t => t.Caption,
            _ => [],
        };
        var near = words.OfType<Text>().FirstOrDefault()?.At ?? block.At;
        var line = near.File.Text.AsSpan(System.Math.Min(near.Start, near.File.Text.Length));
        line = line[..System.Math.Min(line.Length, System.Math.Max(near.Length, TypedLabel.Reach))];
        var begin = line.IndexOf(label.Word, StringComparison.Ordinal);
        var number = begin < 0 ? -1 : line[begin..].IndexOf(label.Number, StringComparison.Ordinal);
        return number < 0 ? null : near with { Start = near.Start + begin, Length = number + label.Number.Length };
    }

    /// <summary>The words without a label; a caption of one sentence has no full stop (6.4).</summary>
    private static ImmutableArray<Inline> Parted(ImmutableArray<Inline> caption, out CaptionLabel? label)
    {
        var typed = TypedLabel.Parse(HeadingWords.Leading(caption, TypedLabel.Reach));
        label = typed?.Label;
        var words = typed is null ? caption : HeadingWords.Without(caption, typed.Length);
        return words is [.., Text { Value: [.., '。'] value } last] && PlainText.Of(words).Count(c => c == '。') == 1
            ? words.SetItem(words.Length - 1, last with { Value = value[..^1] })
            : words;
    }
}
