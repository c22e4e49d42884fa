using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Md = Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Blocks of raw HTML. Elements that only arrange (div, center) are seen through, so that Markdown between their tags stays what it is.</summary>
internal sealed partial class HtmlReader(ReadingFile file)
{
    /// <summary>Stands for a &lt; that begins no tag: the same length, so that places stay right. U+FDD0 is no character.</summary>
    private const char LiteralLess = '\uFDD0';

    /// <summary>Elements inside each other; the parser takes quadratic time on more.</summary>
    private const int DeepestElement = 200;

    /// <summary>Without it the parser would put script and style into a head.</summary>
    private const string Body = "<body>";

    /// <summary>How many HTML blocks one table or list may be cut into.</summary>
    private const int MostPieces = 100;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsKeepingSourceReferences = true });

    private readonly HtmlTagReader _tags = new(file);

    /// <summary>&lt;name and &lt;/name of every tag in the file.</summary>
    private readonly Lazy<HashSet<string>> _all = new(() => TagName().Matches(file.Source.Text).Select(m => m.Value).ToHashSet(StringComparer.OrdinalIgnoreCase));

    private int _start;
    private bool _isExact;

    /// <summary>An HTML block and those after it that finish the table or list which a blank line cut in two.</summary>
    public static string Gather(Md.ContainerBlock container, Md.HtmlBlock first, ref int index)
    {
        var text = first.Lines.ToString();
        var (whole, open) = (text, OpenStructures(text));
        for (var next = index + 1; open > 0 && next < System.Math.Min(container.Count, index + MostPieces) && container[next] is Md.HtmlBlock more; next++)
        {
            var piece = more.Lines.ToString();
            whole += "\n\n" + piece;
            open += OpenStructures(piece);
            if (open <= 0)
            {
                index = next;
                return whole;
            }
        }

        return text;
    }

    public IEnumerable<Model.Block> Read(string html, Md.HtmlBlock block)
    {
        var at = file.At(block);
        if (block.Type is Md.HtmlBlockType.Comment or Md.HtmlBlockType.ProcessingInstruction or Md.HtmlBlockType.DocumentType or Md.HtmlBlockType.CData)
        {
            return [];
        }

        if (Depth(html) > DeepestElement)
        {
            file.ReportTooDeep(at);
            return [new Paragraph(at, [new Text(at, html)])];
        }

        // Inside a quote the lines are not the source's, so that only the block's own place is known.
        _start = block.Span.Start;
        _isExact = string.CompareOrdinal(file.Source.Text, _start, html, 0, html.Length) == 0;
        var text = WithoutPlaceholders(html, at);
        var dressed = MarkdownInside.Read(text);
        _isExact &= ReferenceEquals(text, dressed);
        var blocks = new List<Model.Block>();
        ReadBlocks(Parser.ParseDocument(Body + dressed).Body!, blocks, at);
        return blocks;
    }

    private static int OpenStructures(string html) => Structure().Matches(html).Sum(m => m.Groups[1].Length == 0 ? 1 : -1);

    private static int Depth(string html)
    {
        var (depth, deepest) = (0, 0);
        foreach (Match tag in Tag().Matches(html))
        {
            depth += HtmlTags.IsVoid(tag.Groups[2].Value) ? 0 : tag.Groups[1].Length == 0 ? 1 : -1;
            deepest = System.Math.Max(deepest, depth = System.Math.Max(0, depth));
        }

        return deepest;
    }

    /// <summary>&lt;name> that is no element and is never closed is a placeholder: text.</summary>
    private string WithoutPlaceholders(string html, Place at)
    {
        StringBuilder? result = null;
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups[2].Value;
            if (HtmlTags.Of(name) != HtmlTag.Unknown || tag.Groups[3].Length > 0 || IsComponent(name, tag.Groups[1].Length == 0 ? "</" : "<"))
            {
                continue;
            }

            result ??= new StringBuilder(html);
            result[tag.Index] = LiteralLess;
            file.Report(ReadingFindings.UnknownTag, At(tag.Index, tag.Length, at), $"{tag.Value} is not an HTML tag; it is kept as text.", $"Write it as code, `{tag.Value}`.");
        }

        return result?.ToString() ?? html;
    }

    /// <summary>Its partner may stand in another block, after an empty line.</summary>
    private bool IsComponent(string name, string partner) => _all.Value.Contains(partner + name);

    private Place At(int offset, int length, Place otherwise) => _isExact ? new Place(file.Source, _start + offset, length) : otherwise;

    // AngleSharp counts positions from 1.
    private Place At(IElement element, Place otherwise) =>
        element.SourceReference is { } source && source.Position.Position > Body.Length ? At(source.Position.Position - 1 - Body.Length, 0, otherwise) : otherwise;

    private void ReadBlocks(INode parent, List<Model.Block> to, Place at)
    {
        var line = new InlineBuilder(file);
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && (HtmlTags.IsBlock(HtmlTags.Of(element.LocalName)) || HoldsBlocks(element)))
            {
                Flush();
                at = At(element, at);
                AddAnchor(element, to, at);
                ReadBlock(element, to, at);
            }
            else
            {
                ReadInline(node, line, at);
            }
        }

        Flush();

        void Flush()
        {
            if (Paragraphs.Make(at, ChineseLineEnds.Join(line.Finish())) is { } paragraph)
            {
                to.Add(paragraph);
            }

            line = new InlineBuilder(file);
        }
    }

    private static bool HoldsBlocks(IElement element) =>
        HtmlTags.Of(element.LocalName) is HtmlTag.Transparent or HtmlTag.Unknown or HtmlTag.Link && element.QuerySelectorAll("*").Any(e => HtmlTags.IsBlock(HtmlTags.Of(e.LocalName)));

    private static void AddAnchor(IElement element, List<Model.Block> to, Place at)
    {
        if (HtmlTags.Of(element.LocalName) != HtmlTag.Heading && HtmlTagReader.Anchor(HtmlTags.Of(element.LocalName), element.GetAttribute) is { } name)
        {
            to.Add(new Paragraph(at, [new Anchor(at, "", name)]));
        }
    }

    private void ReadBlock(IElement element, List<Model.Block> to, Place at)
    {
        switch (HtmlTags.Of(element.LocalName))
        {
            case HtmlTag.Heading:
                to.Add(new Heading(at, element.LocalName[1] - '0', "", element.Id ?? "", null, null, Inlines(element, at)));
                break;
            case HtmlTag.BulletList or HtmlTag.OrderedList:
                to.Add(ReadList(element, at));
                break;
            case HtmlTag.Quote:
                var quoted = Blocks(element, at);
                to.Add(new Quote(at, quoted, Verse.Is(quoted)));
                break;
            case HtmlTag.Preformatted:
                var language = element.QuerySelector("code")?.ClassList.FirstOrDefault(c => c.StartsWith("language-", StringComparison.Ordinal))?[9..];
                to.Add(CodeBlocks.Read(at, language, null, Restored(element.TextContent)));
                break;
            case HtmlTag.Rule:
                to.Add(new Break(at));
                break;
            case HtmlTag.Table when element.LocalName == "table":
                if (HtmlTables.Read(element, at, Inlines, file) is { } table)
                {
                    to.Add(table);
                }

                break;
            case HtmlTag.Figure:
                ReadFigure(element, to, at);
                break;
            case HtmlTag.Tab:
                if ((element.GetAttribute("label") ?? element.GetAttribute("title") ?? element.GetAttribute("name") ?? element.GetAttribute("value")) is { Length: > 0 } label)
                {
                    to.Add(Callouts.Label(at, label));
                }

                ReadBlocks(element, to, at);
                break;
            case HtmlTag.Summary:
                to.Add(new Paragraph(at, [new Strong(at, Inlines(element, at))]));
                break;
            case HtmlTag.Definitions:
                to.Add(ReadDefinitions(element, at));
                break;
            case HtmlTag.Division when element.ClassList is ["warning" or "note" or "tip" or "info" or "important" or "caution" or "danger"] && Blocks(element, at) is { IsEmpty: false } noted:
                to.Add(Callouts.Of(file, element.ClassList[0]!, null, at, noted)!);
                break;
            default:
                if (HtmlTags.Of(element.LocalName) == HtmlTag.Unknown)
                {
                    ReportUnknown(element, at);
                }

                ReadBlocks(element, to, at);
                break;
        }
    }

    private ImmutableArray<Model.Block> Blocks(INode parent, Place at)
    {
        var blocks = new List<Model.Block>();
        ReadBlocks(parent, blocks, at);
        return NumberedCaptions.Attach(LooseAnchors.Attach(blocks));
    }

    private List ReadList(IElement element, Place at)
    {
        var items = element.Children.Where(c => c.LocalName == "li").Select(li => new ListItem(At(li, at), null, Blocks(li, At(li, at)))).ToImmutableArray();
        int? start = element.LocalName == "ol" ? int.TryParse(element.GetAttribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var first) ? first : 1 : null;
        return new List(at, start, items.All(i => i.Blocks.Length <= 1), items);
    }

    private void ReadFigure(IElement element, List<Model.Block> to, Place at)
    {
        var caption = element.QuerySelector("figcaption");
        var words = caption is null ? [] : Inlines(caption, at);
        caption?.Remove();
        var blocks = Blocks(element, at);
        to.AddRange(words.IsEmpty ? blocks : blocks switch
        {
            [Figure figure] => [figure with { Caption = words }],
            [Table table] => [table with { Caption = words }],
            _ => blocks.Add(new Paragraph(at, words)),
        });
    }

    private Definitions ReadDefinitions(IElement element, Place at)
    {
        var items = new List<Definition>();
        foreach (var child in element.QuerySelectorAll("dt, dd"))
        {
            var isTerm = child.LocalName == "dt";
            if (items.Count == 0 || (isTerm && !items[^1].Meanings.IsEmpty))
            {
                items.Add(new Definition(At(child, at), [], []));
            }

            items[^1] = isTerm ? items[^1] with { Terms = items[^1].Terms.Add(Inlines(child, at)) } : items[^1] with { Meanings = items[^1].Meanings.Add(Blocks(child, at)) };
        }

        return new Definitions(at, [.. items]);
    }

    /// <summary>A cell or a caption holds running text only: its blocks follow each other with line breaks between.</summary>
    private ImmutableArray<Inline> Inlines(INode parent, Place at)
    {
        var line = new InlineBuilder(file);
        foreach (var child in parent.ChildNodes)
        {
            ReadInline(child, line, at);
        }

        return Paragraphs.WithoutIndent(ChineseLineEnds.Join(line.Finish()));
    }

    private void ReadInline(INode node, InlineBuilder to, Place at)
    {
        if (node is IText text)
        {
            to.AddText(at, Spaces().Replace(Restored(text.Data), m => m.Value.Contains('\n', StringComparison.Ordinal) ? "\n" : " "));
        }

        if (node is not IElement element)
        {
            return;
        }

        at = At(element, at);
        var tag = HtmlTags.Of(element.LocalName);
        if (HtmlTags.IsBlock(tag) && !to.IsEmpty && tag != HtmlTag.Rule)
        {
            to.Add(new LineBreak(at));
        }

        if (tag == HtmlTag.Unknown)
        {
            ReportUnknown(element, at);
        }

        _tags.Open(to, tag, element.LocalName, at, element.GetAttribute);
        if (tag == HtmlTag.Dropped)
        {
            return;
        }

        foreach (var child in element.ChildNodes)
        {
            ReadInline(child, to, at);
        }

        if (HtmlTagReader.IsPaired(tag))
        {
            to.Close(element.LocalName);
        }
    }

    private void ReportUnknown(IElement element, Place at) =>
        file.Report(ReadingFindings.UnknownTag, at, $"<{element.LocalName}> is not an HTML tag; it is left out and the text inside it is kept.");

    private static string Restored(string text) => text.Replace(LiteralLess, '<');

    [GeneratedRegex(@"<(/?)(?:table|ul|ol|dl)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Structure();

    [GeneratedRegex(@"<(/?)([A-Za-z][A-Za-z0-9_.:-]*)([^<>]*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9_.:-]*")]
    private static partial Regex TagName();

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Spaces();
}
