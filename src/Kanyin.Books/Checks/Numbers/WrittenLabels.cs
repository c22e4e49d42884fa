using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>
/// Every label that begins a piece of text anywhere in the book, be it recognised as a caption or not: a figure whose caption
/// stands in a cell or a heading is there all the same.
/// </summary>
internal sealed class WrittenLabels
{
    private readonly HashSet<(string Kind, string Number)> _labels = [];

    public WrittenLabels(ImmutableArray<(Chapter Chapter, Block Block)> blocks)
    {
        foreach (var (_, block) in blocks)
        {
            if (block is Captioned { Label: { } label })
            {
                Add(label);
            }

            foreach (var words in Beginnings(block))
            {
                if (TypedLabel.Parse(words.Length > TypedLabel.Reach ? words[..TypedLabel.Reach] : words) is { } typed)
                {
                    Add(typed.Label);
                }
            }
        }
    }

    public bool Has(CaptionLabel label) => _labels.Contains(KeyOf(label));

    /// <summary>Whether labels of this kind, with as many parts, are used at all.</summary>
    public bool Uses(CaptionLabel label) => _labels.Count(l => l.Kind == TypedLabel.KindOf(label.Word) && Parts(l.Number) == Parts(TypedLabel.Plain(label.Number))) >= 2;

    private void Add(CaptionLabel label) => _labels.Add(KeyOf(label));

    private static (string Kind, string Number) KeyOf(CaptionLabel label) => (TypedLabel.KindOf(label.Word), TypedLabel.Plain(label.Number));

    private static int Parts(string number) => number.Count(c => c == '.');

    private static IEnumerable<string> Beginnings(Block block) => block switch
    {
        Paragraph p => Beginnings(p.Inlines),
        Heading h => [PlainText.Of(h)],
        Table t => t.Head.Concat(t.Body).SelectMany(r => r.Cells).SelectMany(c => Beginnings(c.Inlines)),
        Figure f => Beginnings(f.Caption).Concat([f.Image.Alt, f.Image.Title ?? ""]),
        CodeBlock c => [c.Text.AsSpan(0, System.Math.Min(c.Text.Length, TypedLabel.Reach)).TrimStart("#/-* ").ToString()],
        _ => [],
    };

    /// <summary>The first words, those after each line break, and what is told of pictures.</summary>
    private static IEnumerable<string> Beginnings(ImmutableArray<Inline> inlines)
    {
        for (var i = 0; i < inlines.Length; i++)
        {
            if (inlines[i] is Image image)
            {
                yield return image.Alt;
                yield return image.Title ?? "";
            }
            else if ((i == 0 || inlines[i - 1] is LineBreak or Image or Anchor) && FirstText(inlines[i]) is { } words)
            {
                yield return words;
            }
        }
    }

    private static string? FirstText(Inline inline) => inline is Text text ? text.Value : Descendants.Children(inline).Select(FirstText).FirstOrDefault();
}
