using System.Collections.Frozen;
using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Md = Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Reads the children of a container from one index up to another.</summary>
internal delegate ImmutableArray<Block> ChildReader(Md.ContainerBlock container, int depth, int from, int? to);

/// <summary>Does what a line asks for that speaks to the tool a book was written for.</summary>
internal sealed class DirectiveReader(ReadingFile file, ChildReader read)
{
    // What they hold is read as if they were not there.
    private static readonly FrozenSet<string> Arrangements = FrozenSet.Create(
        "raw", "tabs", "tabpane", "tab", "code", "content-ref", "columns", "column", "steps", "stepper", "step", "details", "expand", "toc", "more", "button", "center", "badge", "icon", "param",
        "children", "section", "toc-tree", "cards", "card", "lead", "accordion", "updates", "update", "embed", "file", "openapi", "openapi-operation",
        "swagger", "swagger-description", "swagger-parameter", "swagger-response", "prompt", "list");

    private readonly HtmlTagReader _tags = new(file);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>The index of the last child that belongs to the directive at <paramref name="index"/>.</summary>
    public int Read(List<Block> to, Md.ContainerBlock container, int index, int end, int depth)
    {
        var block = (DirectiveBlock)container[index];
        var at = file.At(block);
        if (IsBareSnippet(block) && index + 2 < end && container[index + 1] is Md.ParagraphBlock paths && IsBareSnippet(container[index + 2]))
        {
            foreach (var path in file.Raw(paths).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                AddInclude(to, Include.Of(path, null), path, file.At(paths));
            }

            return index + 2;
        }

        if (Include.Parse(block.Text) is { } include)
        {
            AddInclude(to, include, block.Text, at);
        }
        else if (ShortTag.Parse(block.Text) is { } tag)
        {
            return AddTag(to, tag, container, index, end, depth);
        }
        else if (block.Text.StartsWith("@tab", StringComparison.Ordinal))
        {
            to.Add(Callouts.Label(at, block.Text[block.Text.IndexOf(' ', StringComparison.Ordinal)..].Trim()));
        }
        else if (block.Text[0] == '*')
        {
            file.Report(ReadingFindings.Abbreviation, at, $"What an abbreviation stands for is not printed: {block.Text[1..]}", "Say it in the text where the abbreviation is used first.");
        }

        // What is left is the place of a table of contents, or mdBook's title for the browser.
        return index;
    }

    private static bool IsBareSnippet(Md.Block block) => block is DirectiveBlock { Text: var text } && text.Trim('-') == "8<";

    private void AddInclude(List<Block> to, Include include, string line, Place at) =>
        to.AddRange(file.Includes?.Read(include, line, at, file) ?? [new Paragraph(at, [new Code(at, line)])]);

    private int AddTag(List<Block> to, ShortTag tag, Md.ContainerBlock container, int index, int end, int depth)
    {
        var at = file.At(container[index]);
        if (!tag.IsEnd && EndOf(tag, container, index, end) is { } last && CalloutOf(tag, at, () => read(container, depth + 1, index + 1, last)) is { } callout)
        {
            to.Add(callout);
            return last;
        }

        if (tag is { Name: "figure", IsEnd: false })
        {
            AddFigure(to, tag, at);
        }
        else if (tag is { Name: "embed", IsEnd: false } && tag["url"] is { } url)
        {
            to.Add(new Paragraph(at, [new Link(at, InlineBuilder.Unresolved(url), null, [new Text(at, url)])]));
        }
        else if (tag is { Name: "include", IsEnd: false } && tag.Positional(0) is { } path && TextFile.IsMarkdown(path))
        {
            AddInclude(to, Include.Of(path, null), ((DirectiveBlock)container[index]).Text, at);
        }
        else if (tag is { Name: "@mermaid/diagram", IsEnd: false } && tag["content"] is { } diagram)
        {
            to.Add(CodeBlocks.Read(at, "mermaid", null, diagram.Replace("\\n", "\n", StringComparison.Ordinal)));
        }
        else if (!Arrangements.Contains(tag.Name))
        {
            // Its end says no more than its beginning did.
            if (!tag.IsEnd)
            {
                _reported.Add(tag.Name);
            }

            if (!tag.IsEnd || !_reported.Contains(tag.Name))
            {
                ReportUnknown(file, ((DirectiveBlock)container[index]).Text, at);
            }
        }
        else if (!tag.IsEnd && LabelOf(tag) is { Length: > 0 } words)
        {
            to.Add(Callouts.Label(at, words));
        }

        return index;
    }

    /// <summary>A tag that nothing can be made of, wherever it stands; one that only arranges needs no word.</summary>
    public static void ReportUnknown(ReadingFile file, string text, Place at)
    {
        if (ShortTag.Parse(text) is { } tag && !Arrangements.Contains(tag.Name) && !(tag.IsEnd && text.StartsWith("{{", StringComparison.Ordinal)) && !Callouts.IsKnown(tag.Name) && !IsCallout(tag))
        {
            file.Report(ReadingFindings.UnknownDirective, at, $"{text} is not known; it is left out.", "What stands between it and its end is kept as it is.");
        }
    }

    /// <summary>What stands between tags that keep Markdown away.</summary>
    public static Block Read(ReadingFile file, VerbatimBlock block, Place at)
    {
        var (tag, text) = (block.Tag, block.Text.ToString().TrimEnd('\n'));
        return tag.Name is "katex" or "math"
            ? new MathBlock(at, file.FormulaOf(text.Trim().Trim('$').Trim(), at))
            : CodeBlocks.Read(at, tag.Name is "mermaid" or "plantuml" ? tag.Name : tag["lang", "language"] ?? LanguageOf(tag.Positional(0)), null, text);
    }

    /// <summary>Hexo writes codeblock lang:js.</summary>
    private static string? LanguageOf(string? word) => word is not null && word.StartsWith("lang:", StringComparison.Ordinal) ? word[5..] : word;

    /// <summary>What a tag calls the thing below it.</summary>
    private static string? LabelOf(ShortTag tag) => tag.Name switch
    {
        "tab" or "code" or "details" or "expand" => tag["title", "name", "header"] ?? tag.Positional(0),
        "swagger" => tag["summary"],
        "swagger-parameter" => tag["name"],
        "update" => tag["date"],
        "card" => tag["title"],
        _ => null,
    };

    /// <summary>The index of the tag that ends this one; null when none does.</summary>
    private static int? EndOf(ShortTag tag, Md.ContainerBlock container, int index, int end)
    {
        var open = 1;
        for (var i = index + 1; i < end; i++)
        {
            if (container[i] is DirectiveBlock other && ShortTag.Parse(other.Text) is { } found && found.Name == tag.Name && (open += found.IsEnd ? -1 : 1) == 0)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>A hint, or a shortcode that is called by the kind itself.</summary>
    private Callout? CalloutOf(ShortTag tag, Place at, Func<ImmutableArray<Block>> blocks)
    {
        var isNamed = IsCallout(tag);
        var kind = isNamed ? tag["style", "type", "kind", "context", "color"] ?? tag.Positional(0) ?? "note" : tag.Name;
        var title = tag["title"] ?? tag.Positional(isNamed && tag["style", "type", "kind", "context", "color"] is null ? 1 : 0);
        return Callouts.IsKnown(kind) ? Callouts.Of(file, kind, title, at, blocks()) : isNamed ? Callouts.Of(file, "note", title, at, blocks()) : null;
    }

    private static bool IsCallout(ShortTag tag) => tag.Name is "hint" or "callout" or "admonition" or "alert" or "notice";

    private void AddFigure(List<Block> to, ShortTag tag, Place at)
    {
        var line = new InlineBuilder(file);
        _tags.AddImage(line, tag["src"] ?? tag.Positional(0) ?? "", tag["alt"] ?? "", tag["caption", "title"], at, tag["width"], null, tag["id"]);
        if (Paragraphs.Make(at, line.Finish()) is { } figure)
        {
            to.Add(figure);
        }
    }
}
