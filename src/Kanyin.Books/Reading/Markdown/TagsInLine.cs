using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A shortcode of Hugo in running text, or Liquid's raw.</summary>
internal sealed class TagInline : LeafInline
{
    public required string Text { get; init; }
}

/// <summary>Takes {{&lt; button >}}文{{&lt; /button >}} out of the words. Of Liquid only raw: other {% … %} in a sentence is what the sentence is about.</summary>
internal sealed partial class TagsInLine : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    [GeneratedRegex(@"\G(?:\{\{[<%]\s*/?\s*\w[^{}\n]{0,500}?[>%]\}\}|\{%-?\s*(?:end)?raw\s*-?%\}|\{\{/\*[^\n]{0,500}?\*/\}\})")]
    private static partial Regex Tag();

    private sealed class Parser : InlineParser
    {
        public Parser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekChar() is not ('{' or '%') || Tag().Match(slice.Text, slice.Start, slice.Length) is not { Success: true } match)
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
