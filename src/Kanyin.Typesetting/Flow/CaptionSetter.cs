using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Captions: the label in 黑体, 1em, the title; centred, in 小五 (6.4).</summary>
internal static class CaptionSetter
{
    /// <summary>White between the caption and what it is of, in em of the caption.</summary>
    private const double White = 0.6;

    /// <summary>What a table's later pages say above its head.</summary>
    private const string Continued = "续表";

    /// <summary>A figure's caption, to be added below it; nothing when it has none.</summary>
    public static void AddBelow(Figure figure, StructureElement? owner, Column column, FlowList inner, ChapterSetter chapter)
    {
        var lines = Lines(figure, figure.Caption, FontFamily.Serif, ElementOf(figure, figure.Caption, owner), column, chapter);
        if (lines.Count > 0)
        {
            inner.Add(WhiteBox(chapter));
            inner.AddParagraph(lines, together: lines.Count);
        }
    }

    /// <summary>A table's caption, to stand above it.</summary>
    /// <param name="element">The caption's own (see <see cref="ElementOf"/>), which comes before the table's rows.</param>
    public static IEnumerable<FlowBox> Above(Table table, StructureElement? element, Column column, ChapterSetter chapter)
    {
        var lines = Lines(table, table.Caption, FontFamily.Sans, element, column, chapter);
        return lines.Count == 0 ? [] : lines.Append(WhiteBox(chapter)).Select(b => b with { BreakAfter = Breaks.Forbidden });
    }

    /// <summary>“续表 2-1” at the right end of a numbered table that goes on, which is not read again.</summary>
    /// <param name="right">The table's right edge, from the left end of the measure.</param>
    public static IEnumerable<FlowBox> Resumed(Table table, double right, Column column, ChapterSetter chapter)
    {
        if (table.Label is not { } label)
        {
            return [];
        }

        var style = Style(column, chapter);
        var text = new TextPiece(null, (label with { Word = Continued }).Text, style.Text with { Family = FontFamily.Sans }, table.At);
        var lines = chapter.Lines([text], chapter.Style.Paragraph(right - column.Left, style.Em) with { Alignment = Alignment.Right, IsSimple = true, Hyphenates = false });
        return [.. lines.Select(l => ChapterSetter.BoxOf(l, style)), WhiteBox(chapter)];
    }

    /// <summary>The caption's element; null when there is none.</summary>
    public static StructureElement? ElementOf(Captioned block, ImmutableArray<Inline> words, StructureElement? owner) =>
        IsEmpty(block, words) ? null : owner?.Add(English.ElementOf(StructureRole.Caption, words));

    /// <summary>Whether a block has anything that these setters print.</summary>
    public static bool IsEmpty(Captioned block, ImmutableArray<Inline> words) => block.Label is null && words.IsEmpty;

    private static List<FlowBox> Lines(Captioned block, ImmutableArray<Inline> words, FontFamily family, StructureElement? element, Column column, ChapterSetter chapter)
    {
        if (IsEmpty(block, words))
        {
            return [];
        }

        var style = Style(column, chapter);
        var title = chapter.Inlines.Set(words, element, style.Text with { Family = family });
        var pieces = block.Label is { } label ? [.. LabelPieces(label, element, style.Text, block.At, words.IsEmpty), .. title] : title;
        var lines = chapter.Lines(pieces, chapter.Style.Paragraph(column.Width, style.Em) with { Alignment = Alignment.Centre, Hyphenates = false });
        return [.. lines.Select(l => ChapterSetter.BoxOf(l, style))];
    }

    /// <summary>The label and the white after it, which is no gap of the line's (AS9).</summary>
    public static ImmutableArray<ParagraphPiece> LabelPieces(CaptionLabel label, StructureElement? element, TextStyle text, Place at, bool isAlone)
    {
        var piece = new TextPiece(element, label.Text, text with { Family = FontFamily.Sans }, at);
        return isAlone ? [piece] : [piece, new SpacePiece(element, text.Size, " ")];
    }

    private static Column Style(Column column, ChapterSetter chapter)
    {
        var small = chapter.Style.Small;
        return column with { Text = new TextStyle(FontFamily.Serif, small), Pitch = chapter.Style.SmallLeading * small, IsOnGrid = false };
    }

    private static FlowBox WhiteBox(ChapterSetter chapter) => new(White * chapter.Style.Small) { BreakAfter = Breaks.Forbidden };
}
