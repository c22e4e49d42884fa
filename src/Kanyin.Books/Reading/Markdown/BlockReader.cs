using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Extensions.Yaml;
using Md = Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Turns Markdig's blocks into the book's.</summary>
internal sealed partial class BlockReader
{
    private readonly ReadingFile _file;
    private readonly Md.MarkdownDocument _document;
    private readonly InlineReader _inlines;
    private readonly HtmlReader _html;
    private readonly TableReader _tables;
    private readonly Callouts _callouts;
    private readonly DirectiveReader _directives;
    private readonly Dictionary<Footnote, ImmutableArray<Block>> _notes = [];
    private bool _isInNote;

    /// <summary>Between docsify's comments, where headings are the labels of tabs.</summary>
    private bool _isInTabs;

    public BlockReader(ReadingFile file, Md.MarkdownDocument document)
    {
        (_file, _document) = (file, document);
        _inlines = new InlineReader(file, ReadNote);
        _html = new HtmlReader(file);
        _tables = new TableReader(file, _inlines);
        _callouts = new Callouts(file, _inlines);
        _directives = new DirectiveReader(file, ReadAll);
    }

    public ImmutableArray<Block> Read()
    {
        var blocks = ReadAll(_document, 0);
        foreach (var unused in _document.OfType<Md.LinkReferenceDefinitionGroup>().SelectMany(g => g).OfType<FootnoteLinkReferenceDefinition>().Where(d => !_notes.ContainsKey(d.Footnote)))
        {
            var label = (unused.Footnote.Label ?? "").TrimStart('^');
            _file.Report(ReadingFindings.UnusedNote, _file.At(unused), $"The footnote [^{label}] is written but never called; it will not be printed.", $"Call it with [^{label}], or delete it.");
        }

        LinkDefinitions.ReportUnused(_file, _document);
        return blocks;
    }

    /// <param name="from">The first child to read.</param>
    /// <param name="to">The child after the last one; null for all.</param>
    private ImmutableArray<Block> ReadAll(Md.ContainerBlock container, int depth, int from = 0, int? to = null)
    {
        if (depth > ReadingFile.DeepestNesting)
        {
            var at = _file.At(container);
            _file.ReportTooDeep(at);
            return [new Paragraph(at, [new Text(at, _file.Raw(container))])];
        }

        var blocks = new List<Block>();
        for (var i = from; i < (to ?? container.Count); i++)
        {
            if (container[i] is DirectiveBlock)
            {
                i = _directives.Read(blocks, container, i, to ?? container.Count, depth);
            }
            else if (container[i] is Md.HtmlBlock { Type: Md.HtmlBlockType.Comment } comment && TabsMark().Match(comment.Lines.ToString()) is { Success: true } mark)
            {
                _isInTabs = mark.Groups[1].Value == "start";
            }
            else if (_isInTabs && container[i] is Md.HeadingBlock tab)
            {
                blocks.Add(new Paragraph(_file.At(tab), [new Strong(_file.At(tab), Unstressed(ReadHeading(tab, _file.At(tab)).Inlines))]));
            }
            else if (container[i] is Md.HtmlBlock aside && HtmlAsides.KindOf(aside) is { } kind && HtmlAsides.EndOf(container, i, to ?? container.Count) is { } close)
            {
                blocks.Add(Callouts.Of(_file, kind, null, _file.At(aside), ReadAll(container, depth + 1, i + 1, close))!);
                i = close;
            }
            else if (container[i] is Md.HtmlBlock html)
            {
                blocks.AddRange(_html.Read(HtmlReader.Gather(container, html, ref i), html));
            }
            else
            {
                Add(blocks, container[i], i > 0 ? container[i - 1] : null, depth);
            }
        }

        return NumberedCaptions.Attach(LooseAnchors.Attach(blocks));
    }

    private void Add(List<Block> to, Md.Block block, Md.Block? before, int depth)
    {
        var at = _file.At(block);
        switch (block)
        {
            case Md.HeadingBlock heading:
                to.AddRange(Accident(heading, at));
                break;
            case Md.ParagraphBlock paragraph:
                AddParagraph(to, paragraph, at, before);
                break;
            case Md.ListBlock list:
                to.Add(ReadList(list, at, depth));
                break;
            case FormulaBlock formula:
                to.Add(new MathBlock(at, _file.FormulaOf(formula.Tex.ToString().Trim(), at)));
                break;
            case Md.FencedCodeBlock { Info: "math" } fenced:
                to.Add(new MathBlock(at, _file.FormulaOf(fenced.Lines.ToString().ReplaceLineEndings("\n").Trim(), at)));
                break;
            case Md.FencedCodeBlock { Info: ['{', .., '}'] } fenced when FencedDirectives.Read(fenced, at, _file, _inlines) is { } made:
                to.AddRange(made);
                break;
            case Md.FencedCodeBlock { Info: "toc" } fenced when TocOfFiles().IsMatch(fenced.Lines.ToString()):
                break;
            case Md.FencedCodeBlock fenced:
                to.Add(CodeBlocks.Read(at, fenced.Info, fenced.Arguments, Expanded(fenced, at)));
                break;
            case VerbatimBlock verbatim:
                to.Add(DirectiveReader.Read(_file, verbatim, at));
                break;
            case YamlFrontMatterBlock:
                break;
            case Md.CodeBlock code:
                to.Add(CodeBlocks.Read(at, null, null, code.Lines.ToString()));
                break;
            case Md.QuoteBlock quote:
                to.Add(ReadQuote(quote, at, depth));
                break;
            case CustomContainer { Info: "verse" or "poem" or "poetry" or "诗" } verse:
                to.Add(ReadVerse(verse, at, depth));
                break;
            case CustomContainer container:
                to.AddRange(_callouts.Read(container, at, ReadAll(container, depth + 1)));
                break;
            case AdmonitionBlock admonition:
                to.AddRange(_callouts.Read(admonition, at, ReadAll(admonition, depth + 1, from: admonition.HasTitle ? 1 : 0)));
                break;
            case DefinitionList definitions:
                to.Add(ReadDefinitions(definitions, at, depth));
                break;
            case Markdig.Extensions.Tables.Table table:
                to.Add(_tables.Read(table, at));
                break;
            case Md.ThematicBreakBlock:
                to.Add(new Break(at));
                break;
            case FootnoteGroup or Md.LinkReferenceDefinitionGroup or Md.BlankLineBlock:
                break;
            case Md.ContainerBlock other:
                to.AddRange(ReadAll(other, depth + 1));
                break;
            default:
                to.Add(new Paragraph(at, [new Text(at, _file.Raw(block))]));
                break;
        }
    }

    private string Expanded(Md.FencedCodeBlock fenced, Place at)
    {
        var code = fenced.Lines.ToString();
        return _file.Includes?.Expanded(code, at, _file) ?? code;
    }

    /// <summary>A sentence with --- below it was meant to be a sentence and a line.</summary>
    private ImmutableArray<Block> Accident(Md.HeadingBlock block, Place at)
    {
        var heading = ReadHeading(block, at);
        if (block is { IsSetext: true, Level: 2 } && Accidents.IsSentence(PlainText.Of(heading.Inlines)))
        {
            _file.Report(ReadingFindings.SentenceOverLine, at, "The line of - below this sentence would make it a heading; it is read as a sentence and a line.", "Put an empty line between them.");
            return [new Paragraph(at, heading.Inlines), new Break(at)];
        }

        if (Accidents.IsTight(_file.Raw(block)))
        {
            _file.Report(ReadingFindings.TightHeading, at, "There is no space after the # of this heading.", "Put one there: other programs take the line for text.");
        }

        return [heading];
    }

    private Heading ReadHeading(Md.HeadingBlock block, Place at)
    {
        var inlines = Trimmed(_inlines.Read(block.Inline));
        var (anchor, isUnnumbered) = ("", false);
        if (inlines is [.., Text last] && HeadingAttributes().Match(last.Value) is { Success: true } match)
        {
            anchor = match.Groups["id"].Value;
            isUnnumbered = Unnumbered().IsMatch(match.Value);
            inlines = Trimmed([.. inlines[..^1], last with { Value = last.Value[..match.Index] }]);
        }

        return new Heading(at, block.Level, "", anchor, null, null, inlines) { IsUnnumbered = isUnnumbered };
    }

    private void AddParagraph(List<Block> to, Md.ParagraphBlock block, Place at, Md.Block? before)
    {
        if (block.Inline is { FirstChild: FormulaInline { IsDisplay: true, NextSibling: null } formula })
        {
            to.Add(new MathBlock(at, _file.FormulaOf(formula.Tex, at)));
            return;
        }

        if (ModuleLines().IsMatch(_file.Raw(block)))
        {
            return;
        }

        if (to.Count > 0 && BlockLabels.Of(block) is { IsEmpty: false } labels && BlockLabels.On(to[^1], labels, at, tex => _file.FormulaOf(tex, to[^1].At)) is { } labelled)
        {
            to[^1] = labelled;
            return;
        }

        if (_callouts.Tip(block, at) is { } tip)
        {
            to.Add(tip);
            return;
        }

        if (Paragraphs.Indented(block) is { Count: > 1 } several)
        {
            to.AddRange(several.Select(p => Paragraphs.Make(_file.At(p[0].Span.Start, p[^1].Span.End + 1), _inlines.Read(p))).OfType<Block>());
            return;
        }

        var inlines = Paragraphs.WithoutAttributes(_inlines.Read(block.Inline), out var isCaption);
        if (isCaption && to is [.., Figure figure])
        {
            to[^1] = figure with { Caption = inlines };
            return;
        }

        if (Accidents.IsIndentedProse(block))
        {
            _file.Report(ReadingFindings.IndentedProse, at, "Four spaces before a paragraph make it code; these words are read as a paragraph.", "Take the spaces away.");
        }

        if (Paragraphs.Make(at, inlines) is not { } made)
        {
            return;
        }

        to.Add(made is Paragraph p && Continues(before, block) ? p with { IsContinued = true } : made);
    }

    /// <summary>PG5: a formula or another display stands in the middle of a sentence, and no blank line parts it from the rest.</summary>
    private bool Continues(Md.Block? before, Md.ParagraphBlock paragraph)
    {
        if (before is null or Md.HeadingBlock or Md.ParagraphBlock or Md.ThematicBreakBlock or Md.HtmlBlock or YamlFrontMatterBlock or DefinitionTerm)
        {
            return false;
        }

        if (before is not FormulaBlock && !IsInSentence(before))
        {
            return false;
        }

        // A list's span takes in the blank lines after it, so the text before the paragraph is asked, not the span.
        var above = _file.Source.Text.AsSpan(0, paragraph.Span.Start);
        return above[above.TrimEnd(" \t\r\n>").Length..].Count('\n') <= 1;
    }

    /// <summary>The words above a display stop at a word or a comma: “运行” is in a sentence, “如下：” is not.</summary>
    private bool IsInSentence(Md.Block display) =>
        display.Parent is { } parent && parent.IndexOf(display) is > 0 and var index && parent[index - 1] is Md.ParagraphBlock above
        && _file.Source.Text.AsSpan(0, above.Span.End + 1).TrimEnd() is [.., var last] && (char.IsLetterOrDigit(last) || last is '，' or '、' or ',' or '`');

    private List ReadList(Md.ListBlock block, Place at, int depth)
    {
        int? start = !block.IsOrdered ? null : int.TryParse(block.OrderedStart, out var first) ? first : 1;
        return new List(at, start, !block.IsLoose, [.. block.OfType<Md.ListItemBlock>().Select(item => new ListItem(_file.At(item), Task(item)?.Checked, ReadAll(item, depth + 1)))]);
    }

    private static TaskList? Task(Md.ListItemBlock item) => item is [Md.ParagraphBlock { Inline.FirstChild: TaskList task }, ..] ? task : null;

    private Block ReadQuote(Md.QuoteBlock quote, Place at, int depth) =>
        quote is [Md.ParagraphBlock first, ..] && _callouts.Alert(first) is { } alert
            ? new Callout(at, alert.Kind, alert.Title, [.. alert.Body, .. ReadAll(quote, depth + 1, from: 1)])
            : QuoteOf(at, ReadAll(quote, depth + 1));

    private Block QuoteOf(Place at, ImmutableArray<Block> blocks) =>
        Verse.Is(blocks) ? new Quote(at, blocks, IsVerse: true) : Labels.Of(_file, at, blocks) is { } callout ? callout : new Quote(at, blocks);

    /// <summary>::: verse, in which every line end of the source is one of the poem.</summary>
    private Quote ReadVerse(CustomContainer container, Place at, int depth)
    {
        _inlines.KeepsLines = true;
        var blocks = ReadAll(container, depth + 1);
        _inlines.KeepsLines = false;
        return new Quote(at, blocks, blocks.All(b => b is Paragraph));
    }

    private Definitions ReadDefinitions(DefinitionList list, Place at, int depth)
    {
        var items = new List<Definition>();
        foreach (var item in list.OfType<DefinitionItem>())
        {
            var terms = item.OfType<DefinitionTerm>().Select(t => _inlines.Read(t.Inline)).ToImmutableArray();
            var meaning = ReadAll(item, depth + 1, from: terms.Length);
            if (terms.IsEmpty && items.Count > 0)
            {
                items[^1] = items[^1] with { Meanings = items[^1].Meanings.Add(meaning) };
            }
            else
            {
                items.Add(new Definition(_file.At(item), terms, [meaning]));
            }
        }

        return new Definitions(at, [.. items]);
    }

    /// <summary>A note's blocks, read once; null inside another note, which has no page foot of its own.</summary>
    private ImmutableArray<Block>? ReadNote(Footnote note)
    {
        if (_isInNote)
        {
            _notes.TryAdd(note, []);
            return null;
        }

        if (!_notes.TryGetValue(note, out var blocks) || blocks.IsEmpty)
        {
            _isInNote = true;
            blocks = ReadAll(note, 1);
            _isInNote = false;
            _notes[note] = blocks;
        }

        return blocks;
    }

    private static ImmutableArray<Inline> Unstressed(ImmutableArray<Inline> inlines) => inlines is [Strong strong] ? strong.Inlines : inlines;

    private static ImmutableArray<Inline> Trimmed(ImmutableArray<Inline> inlines)
    {
        if (inlines is [.., Text last])
        {
            var value = last.Value.TrimEnd();
            if (value.Length == 0)
            {
                return Trimmed(inlines[..^1]);
            }

            inlines = inlines.SetItem(inlines.Length - 1, last with { Value = value });
        }

        if (inlines is [Text first, ..])
        {
            var value = first.Value.TrimStart();
            inlines = value.Length == 0 ? inlines[1..] : inlines.SetItem(0, first with { Value = value });
        }

        return inlines;
    }

    // {#id}, {#id .class key=value} and kramdown's {: #id }; of the classes only .unnumbered, for short -, has a meaning in print.
    // docsify writes :id=name and {docsify-ignore}.
    /// <summary>What a page of MDX asks its site's program for; nothing of it is printed.</summary>
    [GeneratedRegex("""^(?:import\s+(?:[\w*{}$,\s]{1,200}?\s+from\s+)?["'][^"'\n]{1,300}["'];?\s*)+$""")]
    private static partial Regex ModuleLines();

    /// <summary>d2lbook's list of the files below a page, which is no listing.</summary>
    [GeneratedRegex(@"^\s*(?::[\w-]+:[^\n]*\s*)*[\w./-]+(?:\s+[\w./-]+)*\s*$")]
    private static partial Regex TocOfFiles();

    [GeneratedRegex(@"\s*(?:\{:?\s*(?:#(?<id>[^\s{}]+)|\.[\w-]+|-)(?:\s+[^{}]*)?\}|\{docsify-ignore(?:-all)?\}|\s:id=(?<id>[\w-]+))\s*$")]
    private static partial Regex HeadingAttributes();

    [GeneratedRegex(@"(?<=[{:\s])(?:-|\.unnumbered)(?=[\s}])")]
    private static partial Regex Unnumbered();

    [GeneratedRegex(@"^\s*<!--\s*tabs:(start|end)\s*-->\s*$")]
    private static partial Regex TabsMark();
}
