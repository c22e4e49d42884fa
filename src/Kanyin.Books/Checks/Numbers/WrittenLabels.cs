using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>
/// Every label that begins a piece of text anywhere in the book, be it recognised as a caption or not: a figure whose caption
/// stands in a cell or a heading is there all the same.
/// </summary>
internal sealed class WrittenLabels
{
    private readonly HashSet<(string Kind, string Number)> _labels = [];

    public WrittenLabels(Book book)
    {
        foreach (var block in book.Chapters.SelectMany(c => c.AllBlocks()))
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
        Paragraph p => PlainText.Of(p.Inlines).Split('\n').Concat(Alternatives(p.Inlines)),
        Heading h => [PlainText.Of(h)],
        Table t => t.Head.Concat(t.Body).SelectMany(r => r.Cells).Select(c => PlainText.Of(c.Inlines)),
        Figure f => [f.Image.Alt, f.Image.Title ?? "", PlainText.Of(f.Caption)],
        CodeBlock c => c.Text.Split('\n').Take(1).Select(l => l.TrimStart('#', '/', '-', '*', ' ')),
        _ => [],
    };

    private static IEnumerable<string> Alternatives(IEnumerable<Inline> inlines) => inlines.OfType<Image>().SelectMany(i => new[] { i.Alt, i.Title ?? "" });
}
