using System.Collections.Frozen;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>What stands between two tags that keep Markdown away: {% highlight ruby %} … {% endhighlight %}.</summary>
internal sealed class VerbatimBlock(BlockParser parser, ShortTag tag) : LeafBlock(parser)
{
    public ShortTag Tag { get; } = tag;

    public System.Text.StringBuilder Text { get; } = new();
}

/// <summary>Listings, diagrams and formulas that Hugo, Jekyll, Hexo and GitBook's plugins put between tags: as Markdown their lines would run together.</summary>
internal sealed class Verbatim : IMarkdownExtension
{
    /// <summary>UTF-16 units between the tags.</summary>
    private const int LongestText = 20_000;

    private static readonly FrozenSet<string> Names = FrozenSet.Create("highlight", "codeblock", "ace", "mermaid", "plantuml", "katex", "math");

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Parser : BlockParser
    {
        public Parser() => OpeningCharacters = ['{'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || ShortTag.Parse(processor.Line.ToString().Trim()) is not { IsEnd: false } tag || !Names.Contains(tag.Name) || !IsClosed(processor, tag))
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new VerbatimBlock(this, tag) { Column = processor.Column, Line = processor.LineIndex, Span = new SourceSpan(processor.Start, processor.Line.End) });
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var verbatim = (VerbatimBlock)block;
            var line = processor.Line.ToString();
            verbatim.UpdateSpanEnd(processor.Line.End);
            if (ShortTag.Parse(line.Trim()) is { IsEnd: true } end && end.Name == verbatim.Tag.Name)
            {
                return BlockState.BreakDiscard;
            }

            verbatim.Text.Append(new string(' ', System.Math.Max(0, processor.Column - block.Column))).Append(line).Append('\n');
            return BlockState.ContinueDiscard;
        }

        /// <summary>Looked for roughly: the line that ends it is read when it comes.</summary>
        private static bool IsClosed(BlockProcessor processor, ShortTag tag)
        {
            var from = System.Math.Min(processor.Line.End + 1, processor.Line.Text.Length);
            var rest = processor.Line.Text.AsSpan(from, System.Math.Min(LongestText, processor.Line.Text.Length - from));
            return rest.Contains("end" + tag.Name, StringComparison.OrdinalIgnoreCase) || rest.Contains("/" + tag.Name, StringComparison.OrdinalIgnoreCase) || rest.Contains("/ " + tag.Name, StringComparison.OrdinalIgnoreCase);
        }
    }
}
