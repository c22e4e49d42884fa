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
    private static readonly FrozenSet<string> Arrangements = FrozenSet.Create("raw", "tabs", "tabpane", "tab", "code", "content-ref", "columns", "column", "steps", "stepper", "step", "details", "expand", "toc", "more");

    private readonly HtmlTagReader _tags = new(file);

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
        else if (!Arrangements.Contains(tag.Name))
        {
            file.Report(ReadingFindings.UnknownDirective, at, $"{((DirectiveBlock)container[index]).Text} is not known; it is left out.", "What stands between it and its end is kept as it is.");
        }
        else if (!tag.IsEnd && tag.Name is "tab" or "code" or "details" or "expand" && (tag["title", "name", "header"] ?? tag.Positional(0)) is { Length: > 0 } words)
        {
            to.Add(Callouts.Label(at, words));
        }

        return index;
    }

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
    private static Callout? CalloutOf(ShortTag tag, Place at, Func<ImmutableArray<Block>> blocks)
    {
        var isNamed = tag.Name is "hint" or "callout" or "admonition" or "alert" or "notice";
        var kind = isNamed ? tag["style", "type", "kind", "context", "color"] ?? tag.Positional(0) ?? "note" : tag.Name;
        var title = tag["title"] ?? tag.Positional(isNamed && tag["style", "type", "kind", "context", "color"] is null ? 1 : 0);
        return Callouts.IsKnown(kind) ? Callouts.Of(kind, title, at, blocks()) : isNamed ? Callouts.Of("note", title, at, blocks()) : null;
    }

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
