using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A line that speaks to the tool a book was written for: an include, a shortcode, the place of a table of contents.</summary>
internal sealed class DirectiveBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>Without the white space round it.</summary>
    public required string Text { get; init; }
}

/// <summary>Finds directives before Markdown takes them for words. They stand on a line of their own and end the paragraph above.</summary>
internal sealed partial class Directives : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    // mdBook · VitePress · MkDocs' snippets · VitePress' Markdown includes · tables of contents · Liquid · Hugo, its comments and the columns
    // of its themes · VuePress' tabs · docsify's embedded files · abbreviations.
    [GeneratedRegex(
        """
        ^(?:\{\{\s*\#(?:include|rustdoc_include|playground|playpen|title)\b[^{}]*\}\}
        |<<<\s*[^<\s].*
        |-+8<-+(?:\s+["'][^"']+["'])?
        |<!--\s*@include:.*?-->
        |\[TOC\]|\[\[_?TOC_?\]\]|@\[TOC\](?:\(.*\))?
        |\{%-?\s*@?\w(?:[^%]|%(?!\}))*%\}
        |\{\{[<%]\s*/?\s*\w(?:(?!\{\{).)*[>%]\}\}|\{\{/\*.*?\*/\}\}|<--+>
        |@tab(?::\w+)?\s+\S.*
        |\[[^\]\n]*\]\([^()\s]+\s+(?:':include[^'\n]*'|":include[^"\n]*")\)
        |\*\[[^\]]+\]:\s.*
        )\s*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    private sealed class Parser : BlockParser
    {
        public Parser() => OpeningCharacters = ['{', '<', '-', '[', '@', '*'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || !Line().IsMatch(processor.Line.ToString()))
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new DirectiveBlock(this)
            {
                Text = processor.Line.ToString().Trim(),
                Column = processor.Column,
                Line = processor.LineIndex,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            });
            return BlockState.BreakDiscard;
        }
    }
}
