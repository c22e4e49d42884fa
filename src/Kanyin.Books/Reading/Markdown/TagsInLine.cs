using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A shortcode of Hugo in running text, Liquid's raw, or an icon: nothing of it is printed.</summary>
internal sealed class TagInline : LeafInline
{
    public required string Text { get; init; }
}

/// <summary>Takes icons, and {{&lt; button >}}文{{&lt; /button >}} out of the words. Of Liquid only raw: other {% … %} in a sentence is what the sentence is about.</summary>
internal sealed partial class TagsInLine : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertRange(0, [new Parser('{', Tag()), new Parser(':', Icon())]);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    [GeneratedRegex(@"\G(?:\{\{[<%]\s*/?\s*\w[^{}\n]{0,500}?[>%]\}\}|\{%-?\s*(?:end)?raw\s*-?%\}|\{\{/\*[^\n]{0,500}?\*/\}\})")]
    private static partial Regex Tag();

    // The icons of MkDocs Material, which are pictures on its own site, and the attributes glued to them.
    [GeneratedRegex(@"\G:(?:material|fontawesome|octicons|simple)(?:-[a-z0-9]{1,40}){1,10}:(?:\{[^{}\n]*\})?[ \t]*")]
    private static partial Regex Icon();

    private sealed class Parser : InlineParser
    {
        private readonly Regex _tag;

        public Parser(char opening, Regex tag)
        {
            OpeningCharacters = [opening];
            _tag = tag;
        }

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (_tag.Match(slice.Text, slice.Start, slice.Length) is not { Success: true } match)
            {
                return false;
            }

            processor.Inline = new TagInline
            {
                Text = match.Value,
                Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + match.Length - 1)),
                Line = line,
                Column = column,
            };
            slice.Start += match.Length;
            return true;
        }
    }
}
