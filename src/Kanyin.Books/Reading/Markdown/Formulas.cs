using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A formula in the line, between dollars.</summary>
internal sealed class FormulaInline : LeafInline
{
    public required string Tex { get; init; }

    /// <summary>Written between double dollars.</summary>
    public required bool IsDisplay { get; init; }
}

/// <summary>A formula on lines of its own, between double dollars or \[ and \].</summary>
internal sealed class FormulaBlock(BlockParser parser, string closing) : LeafBlock(parser)
{
    public System.Text.StringBuilder Tex { get; } = new();

    public string Closing { get; } = closing;
}

/// <summary>Formulas between dollars, or between \( and \), glued to Han as in 若$x$为, but not prices or shell variables: see <see cref="DollarScan"/>.</summary>
internal sealed class Formulas : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new FormulaBlockParser());
        pipeline.InlineParsers.Insert(0, new FormulaInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class FormulaInlineParser : InlineParser
    {
        public FormulaInlineParser() => OpeningCharacters = ['$', '\\'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.Text.AsSpan(0, slice.End + 1);
            var scanned = slice.CurrentChar == '$' ? DollarScan.At(text, slice.Start) : BracketScan.At(text, slice.Start);
            if (scanned is not { } formula)
            {
                return false;
            }

            processor.Inline = new FormulaInline
            {
                Tex = text[formula.Tex].ToString(),
                IsDisplay = formula.IsDisplay,
                Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(formula.End - 1)),
                Line = line,
                Column = column,
            };
            slice.Start = formula.End;
            return true;
        }
    }

    private sealed class FormulaBlockParser : BlockParser
    {
        /// <summary>UTF-16 units between the opening and the closing dollars.</summary>
        private const int LongestFormula = 20_000;

        public FormulaBlockParser() => OpeningCharacters = ['$', '\\'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line;
            if (processor.IsCodeIndent || line.PeekChar() is not ('$' or '[') || (line.PeekChar() == '[') != (line.CurrentChar == '\\'))
            {
                return BlockState.None;
            }

            var end = line.CurrentChar == '$' ? "$$" : "\\]";
            var rest = line.Text.AsSpan(line.Start + 2, line.End - line.Start - 1).Trim();
            var closing = rest.IndexOf(end);
            var isWhole = closing > 0 && closing == rest.Length - 2;
            if (closing >= 0 ? !isWhole : !ClosesLater(line, end))
            {
                return BlockState.None;
            }

            // \[注\] is words in escaped brackets; a lone \[ opens a formula.
            if (end != "$$" && !rest.IsEmpty && !BracketScan.IsFormula(isWhole ? rest[..^2] : rest))
            {
                return BlockState.None;
            }

            var block = new FormulaBlock(this, end) { Column = processor.Column, Line = processor.LineIndex, Span = new SourceSpan(processor.Start, line.End) };
            block.Tex.Append(isWhole ? rest[..^2].Trim() : rest);
            processor.NewBlocks.Push(block);
            return isWhole ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var line = processor.Line;
            var text = line.Text.AsSpan(line.Start, System.Math.Max(0, line.End - line.Start + 1));
            var formula = (FormulaBlock)block;
            var closing = text.IndexOf(formula.Closing);
            formula.Tex.Append('\n').Append((closing < 0 ? text : text[..closing]).Trim());
            if (closing < 0)
            {
                formula.UpdateSpanEnd(line.End);
                return BlockState.ContinueDiscard;
            }

            formula.UpdateSpanEnd(line.Start + closing + 1);
            if (text[(closing + 2)..].IsWhiteSpace())
            {
                return BlockState.BreakDiscard;
            }

            // Words after the closing dollars go on as a paragraph.
            processor.GoToColumn(processor.Column + closing + 2);
            return BlockState.None;
        }

        private static bool ClosesLater(StringSlice line, string closing)
        {
            var from = System.Math.Min(line.Text.Length, line.End + 1);
            return line.Text.AsSpan(from, System.Math.Min(LongestFormula, line.Text.Length - from)).IndexOf(closing) >= 0;
        }
    }
}
