using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>Writes one content document. Running text and lists are here; displays, inlines and notes are in the files beside it.</summary>
internal sealed partial class XhtmlWriter : IDisposable
{
    private const string Stylesheet = "../styles/book.css";

    private readonly ContentDocument _document;
    private readonly Volume _volume;
    private readonly XhtmlPage _page;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The file's first heading is its h1, and the only one.</summary>
    private readonly HeadingRanks _ranks = new();

    /// <summary>What the next paragraph begins with: a task's box or a note's way back.</summary>
    private Action? _leadIn;

    private XhtmlWriter(ContentDocument document, Volume volume)
    {
        _document = document;
        _volume = volume;
        _page = new XhtmlPage(volume.Metadata.Language, document.Title, Stylesheet, document.Kind.Body);
    }

    /// <summary>Documents are written in reading order, for the sake of the printed pages.</summary>
    public static EpubFile Write(ContentDocument document, Volume volume)
    {
        using var writer = new XhtmlWriter(document, volume);
        volume.Order.Add(writer.Path);
        var page = document.IsPart ? writer.PartPage() : writer.Chapter();
        return new EpubFile(writer.Path, EpubFile.Xhtml, page, !writer._page.HasFormulas ? null : volume.Formulas is null ? "mathml" : "svg");
    }

    private string Path => $"text/{_document.Name}";

    public void Dispose() => _page.Dispose();

    private byte[] PartPage()
    {
        _page.Open("section", ("epub:type", "part"), ("role", "doc-part"), ("class", "part"), ("aria-labelledby", "part-title"));

        // A title from the front matter stands at the same place as the part's; its page begins after this one.
        WriteAll(_volume.Pages.Within(Place.Of(_document.Chapter.File)).Take(1));
        _page.Leaf("h1", _document.Title, ("id", "part-title"));
        return _page.ToBytes();
    }

    private byte[] Chapter()
    {
        var kind = _document.Kind;
        var heading = _document.BeginsInside ? null : _document.Headings.FirstOrDefault();
        _page.Open(
            "section",
            ("id", _document.IsFirst ? NewId(_document.Chapter.Id) : null),
            ("class", _document.Chapter.Depth > 0 || _document.GoesOn ? "section" : "chapter"),
            ("epub:type", kind.Type),
            ("role", kind.Role),
            ("aria-labelledby", heading is null ? null : XmlText.Id(heading.Id)),
            ("aria-label", heading is null ? _document.Title : null));
        _page.NewLine();
        Write(_document.Blocks);
        WriteNotes();
        return _page.ToBytes();
    }

    private void Write(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
            _page.NewLine();
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                WriteHeading(heading);
                break;
            case Paragraph paragraph:
                WriteParagraph(paragraph);
                break;
            case List list:
                WriteList(list);
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case Quote quote:
                _page.Open("blockquote", ("class", quote.IsVerse ? "verse" : null));
                Write(quote.Blocks);
                _page.Close();
                break;
            case Callout callout:
                WriteCallout(callout);
                break;
            case Table table:
                WriteTable(table);
                break;
            case Figure figure:
                WriteFigure(figure);
                break;
            case MathBlock math:
                WritePageStarts(math.At);
                _page.Open("div", ("class", math.Formula.Tag is null ? "math" : "math tagged"));
                WriteFormula(math.Formula, isDisplay: true);
                if (math.Formula.Tag is { } tag)
                {
                    _page.Leaf("span", tag.Printed, ("class", "tag"));
                }

                _page.Close();
                break;
            case Definitions definitions:
                WriteDefinitions(definitions);
                break;
            case Break:
                _page.Empty("hr");
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteHeading(Heading heading)
    {
        WritePageStarts(heading);
        if (!ContentDocument.HasWords(heading))
        {
            _page.Open("div", ("id", NewId(heading.Id))); // nothing to announce, but links may lead here
            Write(heading.Inlines);
            _page.Close();
            return;
        }

        _page.Open($"h{_ranks.Enter(_ranks.IsEmpty ? 0 : heading.Level)}", ("id", NewId(heading.Id)));
        if (heading.Printed is { } number)
        {
            _page.Leaf("span", number.Text, ("class", number.Gap.Length > 0 ? "number" : "closed-number"));
            _page.Text(number.Gap);
        }

        Write(heading.Inlines);
        _page.Close();
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        _page.Open("p", ("class", HoldsOnlyPictures(paragraph) ? "pictures" : paragraph.IsAttribution ? "attribution" : paragraph.IsContinued ? "continued" : null));
        WriteLeadIn();
        Write(paragraph.Inlines);
        _page.Close();
    }

    /// <summary>A picture as wide as the page must not be moved to the right by an indent.</summary>
    private bool HoldsOnlyPictures(Paragraph paragraph) =>
        Descendants.AllInlines([paragraph]).All(i => i is Image or Link or Anchor or LineBreak || (i is Text text && string.IsNullOrWhiteSpace(text.Value)))
        && Descendants.AllInlines([paragraph]).OfType<Image>().Any(i => _volume.Pictures.Find(i) is not null);

    private void WriteLeadIn()
    {
        var leadIn = _leadIn;
        _leadIn = null;
        leadIn?.Invoke();
    }

    private void WriteList(List list)
    {
        var start = list.Start is { } first and not 1 ? XmlNumber(first) : null;
        var hasBoxes = list.Items.Any(i => i.IsChecked is not null);
        _page.Open(list.Start is null ? "ul" : "ol", ("start", start), ("class", hasBoxes ? "tasks" : null));
        _page.NewLine();
        foreach (var item in list.Items)
        {
            _page.Open("li");
            _leadIn = item.IsChecked is { } isChecked ? () => WriteBox(isChecked) : null;
            WriteItem(item.Blocks, list.IsTight);
            _page.Close();
            _page.NewLine();
        }

        _page.Close();
    }

    private void WriteBox(bool isChecked)
    {
        _page.Leaf("span", isChecked ? "☑" : "☐", ("class", "task-box"), ("role", "img"), ("aria-label", isChecked ? "已完成" : "未完成"));
        _page.Text(" ");
    }

    /// <summary>A tight item's paragraphs have no p of their own.</summary>
    private void WriteItem(ImmutableArray<Block> blocks, bool isTight)
    {
        if (isTight || blocks is not [Paragraph, ..])
        {
            WriteLeadIn();
        }

        foreach (var (index, block) in blocks.Index())
        {
            if (isTight && index == 0 && block is Paragraph paragraph)
            {
                Write(paragraph.Inlines);
            }
            else
            {
                Write(block);
            }
        }
    }

    /// <summary>The id as it is written, or null when the file already has it: the first place wins.</summary>
    private string? NewId(string id)
    {
        var name = XmlText.Id(id);
        if (!_ids.Add(name))
        {
            return null;
        }

        _volume.Order.Add($"{Path}#{name}");
        return name;
    }

    private static string XmlNumber(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
