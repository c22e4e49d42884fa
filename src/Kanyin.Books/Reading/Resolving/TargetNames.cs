using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>What the places that links lead to are called in running text.</summary>
internal sealed class TargetNames
{
    private const char NoBreakSpace = '\u00A0';

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The number of the chapter that 第二节 needs to be found, with its gap taken out.</summary>
    private string _chapter = "";

    /// <summary>What the section is called that the place at hand lies in.</summary>
    private string _section = "";

    public TargetNames(ImmutableArray<Chapter> chapters)
    {
        foreach (var chapter in chapters)
        {
            var first = chapter.Blocks.OfType<Heading>().FirstOrDefault();
            _chapter = chapter.Depth == 0 ? "" : _chapter;
            _names.TryAdd(chapter.Id, first is null ? Quoted(chapter.Title, isChapter: true) : NameOf(first));
            _section = _names[chapter.Id];
            foreach (var block in chapter.Blocks)
            {
                Add(block);
            }
        }
    }

    /// <summary>Null when nothing has the id.</summary>
    public string? Of(string id) => _names.GetValueOrDefault(id);

    private void Add(Block block)
    {
        if (block is Heading heading)
        {
            _section = NameOf(heading);
            _names.TryAdd(heading.Id, _section);
        }

        var name = block is Captioned captioned ? NameOf(captioned) : _section;
        if (block is Captioned { Id.Length: > 0 } target)
        {
            _names.TryAdd(target.Id, name);
        }

        foreach (var anchor in Descendants.WithInner(Descendants.OwnInlines(block)).OfType<Anchor>())
        {
            _names.TryAdd(anchor.Id, name);
        }

        foreach (var child in Descendants.ChildBlocks(block))
        {
            // A heading that is quoted is no section of the book.
            var section = _section;
            Add(child);
            _section = section;
        }
    }

    private string NameOf(Captioned block) => block switch
    {
        { Label: { } label } => label.Text,
        Figure { Caption.IsEmpty: false } f => Quoted(PlainText.Of(f.Caption), isChapter: false),
        Table { Caption.IsEmpty: false } t => Quoted(PlainText.Of(t.Caption), isChapter: false),
        CodeBlock { Title.Length: > 0 } c => Quoted(c.Title, isChapter: false),
        _ => _section,
    };

    private string NameOf(Heading heading)
    {
        var isChapter = heading.Level == 1;
        var title = Quoted(PlainText.Of(heading.Inlines), isChapter);
        if (isChapter)
        {
            _chapter = heading.Printed?.Style == NumberStyle.Chapter ? Spaced(heading.Printed.Text) : "";
        }

        return heading.Printed switch
        {
            null => title,
            { Style: NumberStyle.Decimal or NumberStyle.ArabicBare or NumberStyle.ArabicDot or NumberStyle.ArabicPause } number when isChapter => $"第{NoBreakSpace}{ValuesOf(number)}{NoBreakSpace}章",
            { Style: NumberStyle.Decimal or NumberStyle.AppendixDecimal } number => $"{ValuesOf(number)}{NoBreakSpace}节",
            { Style: NumberStyle.Section } number => _chapter + Spaced(number.Text),
            { Style: NumberStyle.Chapter or NumberStyle.Part or NumberStyle.Ordinal or NumberStyle.Appendix } number => Spaced(number.Text),
            _ => title,
        };
    }

    private static string ValuesOf(SectionNumber number) =>
        number.Text.EndsWith('.') || number.Style is NumberStyle.ArabicPause ? number.Values[^1].ToString(CultureInfo.InvariantCulture) : number.Text;

    /// <summary>GB/T 15834: 《》 around the titles of chapters, “” around those of sections, figures and tables; the same marks inside become the inner ones.</summary>
    private static string Quoted(string title, bool isChapter)
    {
        title = title.Trim();
        return title.Length == 0 ? ""
            : isChapter ? $"《{title.Replace('《', '〈').Replace('》', '〉')}》"
            : $"“{title.Replace('“', '‘').Replace('”', '’')}”";
    }

    /// <summary>第3章 as 第 3 章, in which no line ends (BR4); 第三章 stays.</summary>
    private static string Spaced(string number)
    {
        var text = new StringBuilder();
        foreach (var c in number.Where(c => !char.IsWhiteSpace(c)))
        {
            if (text.Length > 0 && char.IsAsciiLetterOrDigit(c) != char.IsAsciiLetterOrDigit(text[^1]))
            {
                text.Append(NoBreakSpace);
            }

            text.Append(c);
        }

        return text.ToString();
    }
}
