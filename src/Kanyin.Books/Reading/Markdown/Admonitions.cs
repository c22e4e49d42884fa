using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A block of MkDocs: a line such as !!! note "标题" and what is indented by four under it.</summary>
internal sealed class AdmonitionBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>note, warning …; empty for a tab (=== "标题").</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }
}

/// <summary>MkDocs' admonitions (!!!), foldable ones (???) and tabs (===): without them their words would turn to code.</summary>
internal sealed partial class Admonitions : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new AdmonitionParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    [GeneratedRegex("""^(?:(?:!!!|\?\?\?\+?)[ \t]+(?<kind>[A-Za-z]+)[^"]*(?:"(?<title>.*)")?|===[+!]?[ \t]+"(?<title>.+)")[ \t]*$""")]
    private static partial Regex Opening();

    private sealed class AdmonitionParser : BlockParser
    {
        private const int Indent = 4;

        public AdmonitionParser() => OpeningCharacters = ['!', '?', '='];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || Opening().Match(processor.Line.ToString()) is not { Success: true } match)
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new AdmonitionBlock(this)
            {
                Kind = match.Groups["kind"].Value.ToLowerInvariant(),
                Title = match.Groups["title"].Value.Trim(),
                Column = processor.Column,
                Line = processor.LineIndex,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            });
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (processor.IsBlankLine)
            {
                return BlockState.Continue;
            }

            if (processor.Indent < Indent)
            {
                return BlockState.None;
            }

            processor.GoToColumn(processor.ColumnBeforeIndent + Indent);
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }
    }
}
