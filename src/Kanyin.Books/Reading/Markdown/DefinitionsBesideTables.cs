using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A table is no term: the “: …” below it is its caption (pandoc), not a definition.</summary>
internal sealed class DefinitionsBesideTables : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<DefinitionListParser>(new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Until the end of the parse, a table is a paragraph whose second line parts the columns.</summary>
    public static bool IsTable(Block? block) =>
        block is ParagraphBlock { Lines: { Count: > 1 } lines } && lines.Lines[1].Slice.AsSpan() is var second
        && !second.ContainsAnyExcept("|-: \t") && second.Contains('|') && second.Contains('-');

    private sealed class Parser : DefinitionListParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => IsTable(Last(processor.CurrentContainer)) ? BlockState.None : base.TryOpen(processor);

        private static Block? Last(ContainerBlock? container)
        {
            var index = container is null ? -1 : container.Count - 1;
            while (index >= 0 && container![index] is BlankLineBlock)
            {
                index--;
            }

            return index < 0 ? null : container![index];
        }
    }
}
