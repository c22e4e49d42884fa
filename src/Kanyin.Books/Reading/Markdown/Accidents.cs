using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>What authors type without knowing what CommonMark makes of it: ###标题, prose indented by four spaces, words right below a table, addresses with spaces.</summary>
internal sealed partial class Accidents : IMarkdownExtension
{
    /// <summary>A heading of more characters is a sentence.</summary>
    private const int LongestHeading = 60;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new TightHeadingParser());
        pipeline.BlockParsers.Replace<IndentedCodeBlockParser>(new IndentedCodeParser());
        pipeline.BlockParsers.Insert(0, new TableEndParser());
        pipeline.InlineParsers.Replace<Markdig.Parsers.Inlines.LinkInlineParser>(new SpacedAddresses());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Two # or more, as one may begin a tag (#话题); then a Chinese letter, or a number.</summary>
    public static bool IsTight(string line) => TightHeading().IsMatch(line);

    public static bool IsSentence(string words) => words.Length > LongestHeading || (words.Length > 0 && words[^1] is '。' or '；' or '：' or '，');

    /// <summary>Four spaces or more before a paragraph that is in no list.</summary>
    public static bool IsIndentedProse(ParagraphBlock paragraph) => paragraph is { Column: >= 4, Parent: MarkdownDocument };

    [GeneratedRegex(@"^#{2,6}(?=[\u4E00-\u9FFF“《【（0-9])")]
    private static partial Regex TightHeading();

    // A sentence in Chinese, alone on its line and no one's speech (甲：你好。): it begins with Han and ends with a full stop, and
    // nothing in it is a sign of code. Several such lines are a dialogue or an example that the author did set as code.
    [GeneratedRegex(@"\G\s*[\u4E00-\u9FFF“《（][^：\n]{8}[^{};=|<>│├└─\n]*[。！？；][ \t\r]*(?:\n[ \t\r]*\n|\n?[ \t\r]*\z)")]
    private static partial Regex Prose();

    private sealed class TightHeadingParser : BlockParser
    {
        public TightHeadingParser() => OpeningCharacters = ['#'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || !IsTight(processor.Line.ToString()))
            {
                return BlockState.None;
            }

            var line = processor.Line.AsSpan();
            var level = line.IndexOfAnyExcept('#');
            processor.NewBlocks.Push(new HeadingBlock(this)
            {
                HeaderChar = '#',
                Level = level,
                Column = processor.Column,
                Line = processor.LineIndex,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            });
            processor.GoToColumn(processor.Column + level);
            processor.Line.TrimEnd();
            return BlockState.Break;
        }
    }

    private sealed class IndentedCodeParser : IndentedCodeBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => processor.IsCodeIndent && Prose().IsMatch(processor.Line.Text, processor.Line.Start) ? BlockState.None : base.TryOpen(processor);
    }

    /// <summary>A line without | right below a table begins a paragraph; else Markdig would find no table at all.</summary>
    private sealed class TableEndParser : BlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsBlankLine || processor.CurrentBlock is not ParagraphBlock paragraph || !DefinitionsBesideTables.IsTable(paragraph) || processor.Line.AsSpan().Contains('|'))
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new ParagraphBlock(paragraph.Parser)
            {
                Column = processor.Column,
                Line = processor.LineIndex,
                Span = new SourceSpan(processor.Line.Start, processor.Line.End),
            });
            return BlockState.Continue;
        }
    }
}
