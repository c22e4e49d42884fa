using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Markdig.Extensions.CustomContainers;
using Md = Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Notes set apart: GitHub's > [!NOTE] (a title may follow on the line) and ::: containers.</summary>
internal sealed partial class Callouts(ReadingFile file, InlineReader inlines)
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["note"] = "说明",
        ["tip"] = "提示",
        ["important"] = "重要",
        ["warning"] = "警告",
        ["caution"] = "小心",
    }.ToFrozenDictionary();

    // What other tools call the same five.
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["note"] = "note info abstract summary tldr quote cite example question help faq seealso todo",
        ["tip"] = "tip hint success check done",
        ["important"] = "important",
        ["warning"] = "warning warn attention alert",
        ["caution"] = "caution danger error bug failure fail missing",
    }.SelectMany(e => e.Value.Split(' '), (e, alias) => (alias, e.Key)).ToFrozenDictionary(e => e.alias, e => e.Key);

    // Containers that only arrange what they hold.
    private static readonly FrozenSet<string> Arrangements = FrozenSet.Create("code-group", "code-tabs", "tabs", "tab", "center", "left", "right", "raw", "v-pre", "div", "details-group", "align");

    /// <summary>The alert that a quote's first paragraph opens, with what is left of that paragraph; null for an ordinary quote.</summary>
    public (string Kind, ImmutableArray<Inline> Title, ImmutableArray<Block> Body)? Alert(Md.ParagraphBlock first)
    {
        var match = AlertMark().Match(file.Raw(first));
        if (!match.Success)
        {
            return null;
        }

        // As in Obsidian, where the mark began, an unknown kind is a note that is called by it.
        var name = match.Groups[1].Value;
        var isKnown = Kinds.TryGetValue(name.ToLowerInvariant(), out var kind);
        kind ??= "note";

        var children = Without(first, match.Length);
        var lineEnd = children.FindIndex(i => i is Md.Inlines.LineBreakInline);
        var line = lineEnd < 0 ? children : children[..lineEnd];
        var title = Paragraphs.WithoutIndent(inlines.Read(line));
        var rest = lineEnd < 0 ? [] : children[(lineEnd + 1)..];
        var body = rest.Count == 0 ? null : Paragraphs.Make(file.At(rest[0].Span.Start, first.Span.End + 1), inlines.Read(rest));
        var given = match.Groups["label"] is { Length: > 0 } label ? label.Value.Trim() : isKnown ? NameOf(kind) : name;
        return (kind, title.IsEmpty ? [new Text(file.At(first), given)] : title, body is null ? [] : [body]);
    }

    /// <summary>docsify's ?> and !>; null for an ordinary paragraph.</summary>
    public Callout? Tip(Md.ParagraphBlock paragraph, Place at)
    {
        var match = TipMark().Match(file.Raw(paragraph));
        if (!match.Success)
        {
            return null;
        }

        var kind = match.Value[0] == '?' ? "tip" : "warning";
        return Paragraphs.Make(at, inlines.Read(Without(paragraph, match.Length))) is { } body ? new Callout(at, kind, [new Text(at, NameOf(kind))], [body]) : null;
    }

    /// <summary>The text of a paragraph without the mark at its beginning, which is plain text there.</summary>
    private static List<Md.Inlines.Inline> Without(Md.ParagraphBlock paragraph, int mark)
    {
        var cut = paragraph.Span.Start + mark;
        var children = (paragraph.Inline ?? Enumerable.Empty<Md.Inlines.Inline>()).ToList();
        foreach (var literal in children.TakeWhile(i => i.Span.Start < cut).OfType<Md.Inlines.LiteralInline>())
        {
            var length = System.Math.Min(literal.Content.Length, cut - literal.Span.Start);
            literal.Content.Start += length;
            literal.Span.Start += length;
        }

        return [.. children.Where(i => i is not Md.Inlines.LiteralInline { Content.IsEmpty: true })];
    }

    /// <summary>What a block of MkDocs becomes.</summary>
    public IEnumerable<Block> Read(AdmonitionBlock block, Place at, ImmutableArray<Block> blocks)
    {
        var title = block.HasTitle ? inlines.Read(((Md.ParagraphBlock)block[0]).Inline) : [];
        if (block.Kind.Length == 0)
        {
            return [new Paragraph(at, [new Strong(at, title)]), .. blocks];
        }

        // Its kinds are open: an unknown one is a note with its own name.
        var kind = Kinds.GetValueOrDefault(block.Kind, "note");
        return [new Callout(at, kind, title.IsEmpty ? [new Text(at, NameOf(kind))] : title, blocks)];
    }

    public static bool IsKnown(string name) => Kinds.ContainsKey(name.ToLowerInvariant());

    /// <summary>A callout of any tool's kind; null when the kind is not known.</summary>
    public static Callout? Of(ReadingFile file, string name, string? title, Place at, ImmutableArray<Block> blocks) =>
        Kinds.TryGetValue(name.ToLowerInvariant(), out var kind) ? new Callout(at, kind, [new Text(at, title ?? NameOf(file, kind))], blocks) : null;

    /// <summary>In the script of the file; the other four names are the same in both.</summary>
    private static string NameOf(ReadingFile file, string kind) => kind == "note" && file.IsTraditional ? "說明" : Names[kind];

    private string NameOf(string kind) => NameOf(file, kind);

    /// <summary>The name of what folds or lies behind a tab, above it.</summary>
    public static Paragraph Label(Place at, string words) => new(at, [new Strong(at, [new Text(at, words)])]);

    /// <summary>What a ::: container becomes.</summary>
    public IEnumerable<Block> Read(CustomContainer container, Place at, ImmutableArray<Block> blocks)
    {
        var attributes = $"{container.Info} {container.Arguments}".Trim();
        if (PandocAttributes().IsMatch(attributes))
        {
            return OfClasses(attributes, at, blocks) is { } classed ? [classed] : blocks;
        }

        var (name, title) = NameOf(container);
        if (Of(file, name, title.Length > 0 ? title : null, at, blocks) is { } callout)
        {
            return [callout];
        }

        if (name == "details")
        {
            return [Label(at, title.Length > 0 ? title : file.IsTraditional ? "詳細資訊" : "详细信息"), .. blocks];
        }

        if (name.Length > 0 && !Arrangements.Contains(name))
        {
            file.Report(ReadingFindings.UnknownContainer, at, $"::: {name} is not known; what it holds is kept as it is.", "Known are note, tip, important, warning, caution, details and verse.");
        }

        return blocks;
    }

    /// <summary>Quarto's {.callout-note}, whose first heading is its title, and the {.rmdnote} of bookdown's books; null for classes that only arrange.</summary>
    private Callout? OfClasses(string attributes, Place at, ImmutableArray<Block> blocks)
    {
        var kind = ClassOfNote().Matches(attributes).Select(m => m.Groups["kind"].Value).FirstOrDefault(IsKnown);
        if (kind is null)
        {
            return null;
        }

        var title = QuotedTitle().Match(attributes) is { Success: true } quoted ? quoted.Groups["title"].Value : null;
        return title is null && blocks is [Heading { Inlines: { IsEmpty: false } words }, .. var rest] ? Of(file, kind, null, at, [.. rest])! with { Title = words } : Of(file, kind, title, at, blocks);
    }

    /// <summary>note, and Docusaurus' note[標題] and MyST's {note}.</summary>
    private static (string Name, string Title) NameOf(CustomContainer container)
    {
        var (name, title) = ((container.Info ?? "").Trim(), (container.Arguments ?? "").Trim());
        if (Bracketed().Match($"{name} {title}") is { Success: true } bracketed)
        {
            (name, title) = (bracketed.Groups[1].Value, bracketed.Groups[2].Value.Trim());
        }

        name = name.Trim('{', '}').ToLowerInvariant();
        return (name == "admonition" ? "note" : name, title);
    }

    // The second part is docsify's: [!NOTE|style:flat|label:标题].
    [GeneratedRegex(@"^\[!([A-Za-z]+)(?:\|(?:[^\]\n]*\|)?label:(?<label>[^\]|\n]+)[^\]\n]*|\|[^\]\n]*)?\][+-]?[ \t]*")]
    private static partial Regex AlertMark();

    [GeneratedRegex(@"^[?!]>[ \t]+(?=\S)")]
    private static partial Regex TipMark();

    [GeneratedRegex(@"^([\w-]+)\[(.*)\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\{\s*[.#][^{}]*\}$")]
    private static partial Regex PandocAttributes();

    [GeneratedRegex(@"(?<=[{\s])\.(?:callout-|rmd)?(?<kind>[A-Za-z]+)(?=[\s}])")]
    private static partial Regex ClassOfNote();

    [GeneratedRegex("""\btitle\s*=\s*["'](?<title>[^"'\n]+)["']""")]
    private static partial Regex QuotedTitle();
}
