using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A block of MkDocs: a line such as !!! note "标题" and what is indented by four under it.</summary>
internal sealed class AdmonitionBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>note, warning …; empty for a tab (=== "标题").</summary>
    public required string Kind { get; init; }

    /// <summary>The first child is the title, a paragraph.</summary>
    public required bool HasTitle { get; init; }

    /// <summary>The backticks that end it; empty for what is indented.</summary>
    public string Fence { get; init; } = "";

    /// <summary>Opens one at the line that the processor is at.</summary>
    /// <param name="title">Its place in that line; empty if it has none.</param>
    public static BlockState Open(BlockProcessor processor, BlockParser parser, string kind, Group title, string fence = "")
    {
        var block = new AdmonitionBlock(parser)
        {
            Kind = kind,
            Fence = fence,
            HasTitle = title.Length > 0,
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        if (block.HasTitle)
        {
            var start = processor.Line.Start + title.Index;
            block.Add(Title(processor, new StringSlice(processor.Line.Text, start, start + title.Length - 1)));
        }

        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    private static ParagraphBlock Title(BlockProcessor processor, StringSlice words)
    {
        var title = new ParagraphBlock { Line = processor.LineIndex, Column = processor.Column, Span = new SourceSpan(words.Start, words.End) };
        title.AppendLine(ref words, processor.Column, processor.LineIndex, words.Start, trackTrivia: false);
        return title;
    }
}

/// <summary>MkDocs' admonitions (!!!), foldable ones (???) and tabs (===): without them their words would turn to code.</summary>
internal sealed partial class Admonitions : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.InsertRange(0, [new AdmonitionParser(), new FencedCallouts()]);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    [GeneratedRegex("""^(?:(?:!!!|\?\?\?\+?)(?:[ \t]+(?=["'A-Za-z])|(?=(?:note|tip|info|warning|danger|example|question|success|abstract|quote|failure|bug)\b))(?:(?<kind>[A-Za-z][\w-]*)[^"']*)?(?:"(?<title>.*)"|'(?<title>.*)')?|===[+!]?[ \t]+"(?<title>.+)")[ \t]*$""")]
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

            var kind = match.Groups["kind"];
            return AdmonitionBlock.Open(processor, this, kind.Success ? kind.Value.ToLowerInvariant() : processor.CurrentChar == '=' ? "" : "note", match.Groups["title"]);
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
