using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Md = Markdig.Syntax.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Turns Markdig's inlines into the book's.</summary>
/// <param name="readNote">Reads a footnote's blocks; null where a note cannot be.</param>
internal sealed partial class InlineReader(ReadingFile file, Func<Footnote, ImmutableArray<Block>?> readNote)
{
    /// <summary>The title of a link that asks for the page of its target: [](ch03.md "页").</summary>
    private const string PageTitle = "页";

    private readonly HtmlTagReader _tags = new(file);

    /// <summary>Where the attributes after a link or a word in bold end.</summary>
    private int _attributesEnd;

    /// <summary>Every line end of the source is a forced one: inside ::: verse.</summary>
    public bool KeepsLines { get; set; }

    /// <summary>The text of a paragraph, heading or cell, with its line ends joined.</summary>
    public ImmutableArray<Inline> Read(Md.ContainerInline? container) => Read(container ?? Enumerable.Empty<Md.Inline>());

    public ImmutableArray<Inline> Read(IEnumerable<Md.Inline> children)
    {
        var inlines = ChineseLineEnds.Join(Children(children, isInLink: false, depth: 0));
        ReportLeftovers(inlines);
        return inlines;
    }

    private ImmutableArray<Inline> Children(IEnumerable<Md.Inline> children, bool isInLink, int depth)
    {
        var builder = new InlineBuilder(file, isInLink);
        foreach (var child in children)
        {
            Add(builder, child, isInLink, depth);
        }

        return builder.Finish();
    }

    private void Add(InlineBuilder to, Md.Inline inline, bool isInLink, int depth)
    {
        var at = file.At(inline);
        switch (inline)
        {
            case Md.LiteralInline literal:
                AddLiteral(to, at, literal.Content.ToString());
                break;
            case Md.LineBreakInline end when end.IsHard || KeepsLines:
                to.Add(new LineBreak(at));
                break;
            case Md.LineBreakInline:
                to.AddText(at, "\n");
                break;
            case Md.CodeInline code:
                to.Add(new Code(at, InlineLanguage().Replace(code.Content, "")));
                break;
            case Md.HtmlEntityInline entity:
                to.AddText(at, entity.Transcoded.ToString());
                break;
            case FormulaInline formula:
                to.Add(new Model.Math(at, file.FormulaOf(formula.Tex, at)));
                break;
            case Md.AutolinkInline auto:
                to.Add(new Link(at, InlineBuilder.Unresolved(auto.IsEmail ? "mailto:" + auto.Url : auto.Url), null, [new Text(at, auto.Url)]));
                break;
            case Md.HtmlInline html:
                _tags.Add(to, html, at);
                break;
            case FootnoteLink note:
                AddNote(to, note, at);
                break;
            case TaskList:
                break;
            case RoleInline role:
                Roles.Read(role, at, isInLink, tex => file.FormulaOf(tex, at)).ToList().ForEach(to.Add);
                break;
            case TagInline tag:
                DirectiveReader.ReportUnknown(file, tag.Text, at);
                break;
            case Md.ContainerInline container when depth > ReadingFile.DeepestNesting:
                file.ReportTooDeep(at);
                to.AddText(at, file.Raw(container));
                break;
            case Md.ContainerInline container:
                AddContainer(to, container, at, isInLink, depth + 1);
                break;
            default:
                to.AddText(at, file.Raw(inline));
                break;
        }
    }

    private void AddContainer(InlineBuilder to, Md.ContainerInline container, Place at, bool isInLink, int depth)
    {
        switch (container)
        {
            case Md.LinkInline { IsImage: true } image:
                AddImage(to, WithSpaces(image.Url, at), PlainText.Of(Children(image, isInLink: true, depth)), image.Title, at);
                break;
            case Md.LinkInline link when isInLink:
                foreach (var child in link)
                {
                    Add(to, child, isInLink, depth);
                }

                break;
            case Md.LinkInline { Url: null or "", FirstChild: null } when EmptyTarget().Match(file.Source.Text, at.Start + at.Length) is { Success: true } target:
                to.Add(new Anchor(at, "", target.Groups[1].Value));
                _attributesEnd = target.Index + target.Length;
                break;
            case Md.LinkInline link:
                to.Add(ReadLink(link, at, depth));
                break;
            case Md.EmphasisInline { DelimiterChar: '^' or '=' or '+' } or Md.EmphasisInline { DelimiterChar: '~', DelimiterCount: 1 }:
                AddExtra(to, (Md.EmphasisInline)container, at, isInLink, depth);
                break;
            case Md.EmphasisInline { DelimiterChar: '~' }:
                to.Add(new Strike(at, Children(container, isInLink, depth)));
                break;
            case Md.EmphasisInline { DelimiterCount: 2 }:
                to.Add(new Strong(at, Merged(Children(container, isInLink, depth))));
                break;
            case Md.EmphasisInline:
                to.Add(new Emphasis(at, Children(container, isInLink, depth)));
                break;
            default:
                if (container is Md.DelimiterInline open && open.ToLiteral() is var mark)
                {
                    to.AddText(at with { Length = mark.Length }, mark); // a bracket that nothing closes
                }

                foreach (var child in container)
                {
                    Add(to, child, isInLink, depth);
                }

                break;
        }
    }

    /// <summary>Signs that stay signs where they are no markup: 5~8 and 4~7, C++11 and C++14.</summary>
    private void AddExtra(InlineBuilder to, Md.EmphasisInline mark, Place at, bool isInLink, int depth)
    {
        if (Extras.MayBeMeant(mark.DelimiterChar, file.Source.Text, at)
            && Children(mark, isInLink, depth) is var inlines
            && PlainText.Of(inlines) is var words
            && Extras.IsMeant(mark.DelimiterChar, words))
        {
            foreach (var inline in Extras.Of(mark.DelimiterChar, at, inlines, words))
            {
                to.Add(inline);
            }

            return;
        }

        var sign = new string(mark.DelimiterChar, mark.DelimiterCount);
        to.AddText(at with { Length = sign.Length }, sign);
        foreach (var child in mark)
        {
            Add(to, child, isInLink, depth);
        }

        to.AddText(at with { Start = at.Start + at.Length - sign.Length, Length = sign.Length }, sign);
    }

    /// <summary>**甲****乙**, as some editors export it: one bold after another, whose signs in the middle CommonMark takes for text.</summary>
    private ImmutableArray<Inline> Merged(ImmutableArray<Inline> bold) =>
        [.. bold.Select(i => i is Text t && Source(t).Contains("****", StringComparison.Ordinal) ? t with { Value = t.Value.Replace("****", "", StringComparison.Ordinal) } : i)];

    private Link ReadLink(Md.LinkInline link, Place at, int depth)
    {
        var title = Title(link.Title);
        var words = Children(link, isInLink: true, depth);
        return new Link(at, InlineBuilder.Unresolved(WithSpaces(link.Url, at)), title == PageTitle ? null : title, words) { IsReference = words.IsEmpty, ShowsPage = title == PageTitle };
    }

    private string WithSpaces(string? address, Place at)
    {
        if (address is null || !address.Contains(SpacedAddresses.Space, StringComparison.Ordinal))
        {
            return address ?? "";
        }

        address = address.Replace(SpacedAddresses.Space, ' ');
        file.Report(ReadingFindings.SpacedAddress, at, $"The address has spaces in it: {address}.", $"Write it as <{address}>; other programs see no link here.");
        return address;
    }

    /// <summary>Without what docsify asks for there: ':size=50x100 :no-zoom', ':target=_blank'.</summary>
    private static string? Title(string? title) => title is null || SiteOptions().Replace(title, "").Trim() is not { Length: > 0 } words ? null : words;

    /// <summary>A picture that is not written as Markdown.</summary>
    public ImmutableArray<Inline> Picture(string source, string alt, string? title, string? width, Place at)
    {
        var builder = new InlineBuilder(file, isInLink: false);
        _tags.AddImage(builder, source, alt, title, at, width);
        return builder.Finish();
    }

    private void AddImage(InlineBuilder to, string source, string alt, string? title, Place at) =>
        _tags.AddImage(to, source, alt, Title(title), at, title is not null && SiteSize().Match(title) is { Success: true } size ? size.Groups[1].Value : null);

    private void AddLiteral(InlineBuilder to, Place at, string text)
    {
        // In a table cell Markdig trims the text and leaves the place.
        while (at.Length > text.Length && text.Length > 0 && text[0] != ' ' && file.Source.Text[at.Start] == ' ')
        {
            at = at with { Start = at.Start + 1, Length = at.Length - 1 };
        }

        if (text.StartsWith('{') && to.EndsInMarkup && Extras.Attributes(file.Source.Text, at.Start) is var attributes and > 0)
        {
            _attributesEnd = at.Start + attributes;
        }

        // Markdown may have cut the attributes in pieces, for the _ in them.
        if (at.Start < _attributesEnd && System.Math.Min(_attributesEnd - at.Start, text.Length) is var cut and > 0)
        {
            text = text[cut..];
            at = at with { Start = at.Start + cut, Length = System.Math.Max(0, at.Length - cut) };
        }

        if (text.StartsWith('{') && to.LastImage is { } image && PictureSize.AfterImage(text, ref image) is var length and > 0)
        {
            to.LastImage = image;
            text = text[length..];
            at = at with { Start = at.Start + length, Length = at.Length - length };
        }

        to.AddText(at, text);
    }

    private void AddNote(InlineBuilder to, FootnoteLink link, Place at)
    {
        if (link.IsBackLink)
        {
            return;
        }

        var label = (link.Footnote.Label ?? "").TrimStart('^');
        if (readNote(link.Footnote) is { } blocks)
        {
            to.Add(new Note(at, "", file.Depth == 0 ? label : $"{label}@{file.Source.Path}", blocks));
        }
        else
        {
            file.Report(ReadingFindings.NoteInNote, at, $"The footnote [^{label}] is called inside a footnote; it is left out.", "Say it in the footnote itself.");
        }
    }

    /// <summary>What Markdown did not understand and would print as it was typed.</summary>
    private void ReportLeftovers(ImmutableArray<Inline> inlines)
    {
        var stars = 0;
        Place? first = null;
        foreach (var text in inlines.OfType<Text>())
        {
            if (text.Value.Contains("**", StringComparison.Ordinal) && UnescapedStars().Count(Source(text)) is var count and > 0)
            {
                first ??= PlaceOf(text, UnescapedStars().Match(Source(text)));
                stars += count;
                if (stars >= 2)
                {
                    file.Report(ReadingFindings.LooseStars, first.Value, "The asterisks here are not bold: they will be printed.", "Put no space inside ** and, if need be, one outside.");
                    stars = int.MinValue;
                }
            }

            if (text.Value.Contains("[^", StringComparison.Ordinal) && UndefinedNote().Match(Source(text)) is { Success: true } note)
            {
                file.Report(ReadingFindings.UndefinedNote, PlaceOf(text, note), $"The footnote {note.Value} is called but not written.", $"Add a line {note.Value}: …");
            }

            if (text.Value.Contains(']') || text.Value.Contains('】'))
            {
                ReportUnreadLink(text);
            }
        }
    }

    private void ReportUnreadLink(Text text)
    {
        var source = Source(text);
        if (UndefinedReference().Match(source) is { Success: true } reference)
        {
            file.Report(ReadingFindings.UndefinedReference, PlaceOf(text, reference), $"{reference.Value} has no definition; it is printed as it stands.", $"Add a line [{reference.Groups["label"].Value}]: address");
        }

        if (SpacedAddress().Match(source) is { Success: true } spaced)
        {
            file.Report(ReadingFindings.UnreadLink, PlaceOf(text, spaced), "An address with a blank in it is not read as one; the brackets are printed.", $"Write (<{spaced.Groups["address"].Value}>).");
        }
        else if (ChineseBrackets().Match(source) is { Success: true } chinese)
        {
            file.Report(ReadingFindings.UnreadLink, PlaceOf(text, chinese), $"{chinese.Value} is not read as a link; it is printed as it stands.", "A link is written [words](address).");
        }
    }

    private Place PlaceOf(Text text, Match match) => file.At(text.At.Start + match.Index, text.At.Start + match.Index + match.Length);

    private string Source(Text text) => file.Source.Text.Substring(text.At.Start, text.At.Length);

    [GeneratedRegex(@"(?<!\\)\*\*")]
    private static partial Regex UnescapedStars();

    [GeneratedRegex(@"(?<!\\)\[\^[^\]\s]+\]")]
    private static partial Regex UndefinedNote();

    /// <summary>[words][label], but neither a[i][j] nor [1][2], which cites.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_\])\\!])\[(?!\d+\])[^\[\]\n]{1,80}\]\[(?!\^|\d+\])(?<label>[^\[\]\n]{1,80})\](?![\[(A-Za-z0-9_])")]
    private static partial Regex UndefinedReference();

    /// <summary>[words](a path to a text or a picture, with a blank in it).</summary>
    [GeneratedRegex(@"(?<!\\)\[[^\[\]\n]{0,200}\]\((?<address>[^()<>\s\\""][^()<>\n\\""]{0,200}[ ][^()<>\n\\""]{0,200}\.(?:md|markdown|html?|png|jpe?g|gif|svg|webp|pdf)(?:#[^()\s]{0,200})?)\)", RegexOptions.IgnoreCase)]
    private static partial Regex SpacedAddress();

    /// <summary>[words]（address） and 【words】(address), which input methods make of a link.</summary>
    [GeneratedRegex(@"(?<!\\)(?:\[[^\[\]\n]{1,80}\]（[^（）()\s]{1,200}?）|【[^【】\n]{1,80}】\([^（）()\s]{1,200}?\))(?<=\.(?:md|markdown|html?|png|jpe?g|gif|svg|webp)(?:\#[^（）()\s]{0,200})?[）)])", RegexOptions.IgnoreCase)]
    private static partial Regex ChineseBrackets();

    [GeneratedRegex(@"(?<=^|\s):(?:size|target|no-zoom|ignore|disabled|class|id|crossorgin|include|type)(?:=\S+)?(?=\s|$)")]
    private static partial Regex SiteOptions();

    [GeneratedRegex(@"(?<=^|\s):size=([0-9]+%?)")]
    private static partial Regex SiteSize();

    /// <summary>MkDocs: `#!python range(10)` says the language of the words.</summary>
    [GeneratedRegex(@"^#!\w+ (?=\S)")]
    private static partial Regex InlineLanguage();

    /// <summary>After [](), which MkDocs' autorefs make a target of: { #name }.</summary>
    [GeneratedRegex(@"\G\{\s*#([^\s{}]+)\s*\}")]
    private static partial Regex EmptyTarget();
}
