using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>Headings: in 黑体, centred in the lines they occupy (typography.md 6.3).</summary>
internal static class HeadingSetter
{
    private const double TitleLeading = 1.35;

    /// <summary>Between stacked headings, in em.</summary>
    private const double LeastWhite = 0.35;

    public static void Set(Heading heading, Column column, ChapterSetter chapter)
    {
        var style = chapter.Style.Heading(heading.Level);
        var element = column.Add(English.ElementOf(RoleOf(heading.Level), heading.Inlines));
        var isChapter = heading.Level == 1;
        if (isChapter && !chapter.Flow.IsEmpty)
        {
            chapter.Flow.BreakAfterLast(Breaks.Forced);
        }

        var lines = chapter.Lines(Pieces(heading, element, style, chapter), chapter.Style.Paragraph(column.Width - (style.Indent * column.Em), style.Size) with
        {
            Alignment = style.IsCentred ? Alignment.Centre : Alignment.Left,
            Hyphenates = false,
        });
        var boxes = Boxes(lines, style, column, isChapter ? null : WhiteBelow(chapter.Flow.Last));
        boxes[0] = boxes[0] with
        {
            Items = boxes[0].Items.Insert(0, new DestinationMark(0, -Math.Max(boxes[0].Baseline, BookStyle.BodyAscent * style.Size), heading.Id)),
            Opening = isChapter ? new Opening(TitleOf(heading), chapter.Style.OpensOnRecto) : null,
            BeginsSection = heading.Level <= 2,
        };
        chapter.Flow.AddParagraph(boxes, together: boxes.Count);
        chapter.Sections.Add(heading);
    }

    /// <summary>White after a heading's number, in em (NU2). Marks such as 、 bring their own.</summary>
    public static double NumberGap(SectionNumber? number) => number?.Style switch
    {
        null => 0,
        NumberStyle.Chapter or NumberStyle.Section or NumberStyle.Part or NumberStyle.Ordinal or NumberStyle.Appendix => 1,
        NumberStyle.Decimal or NumberStyle.AppendixDecimal or NumberStyle.ArabicBare => 1,
        NumberStyle.ArabicDot or NumberStyle.Circled => 0.5,
        NumberStyle.ArabicPause or NumberStyle.ArabicParenthesised or NumberStyle.HanPause or NumberStyle.HanParenthesised => 0,
        _ => throw new UnreachableException(),
    };

    /// <summary>For running heads: a gap of an em is an ideographic space.</summary>
    private static string TitleOf(Heading heading)
    {
        var title = PlainText.Of(heading.Inlines).Trim();
        var gap = NumberGap(heading.Printed);
        return heading.Printed is not { } number ? title : $"{number.Text}{(gap >= 1 ? "　" : gap > 0 ? " " : "")}{title}".Trim();
    }

    private static ImmutableArray<ParagraphPiece> Pieces(Heading heading, StructureElement? element, HeadingStyle style, ChapterSetter chapter)
    {
        var text = new TextStyle(FontFamily.Sans, style.Size, IsBold: heading.Level <= 2);
        var words = chapter.Inlines.Set(heading.Inlines, element, text);
        if (heading.Printed is not { } number)
        {
            return heading.Level == 1 && words is [TextPiece only] ? SpacedTitle.Of(only, chapter.Style.SpacedTitle) : words;
        }

        ImmutableArray<ParagraphPiece> front = [new TextPiece(element, number.Text, text, heading.At)];
        var gap = NumberGap(number);
        return [.. gap > 0 ? front.Add(new SpacePiece(element, gap * style.Size, " ")) : front, .. words];
    }

    /// <param name="whiteBefore">Below the heading that stands right above; null when none does.</param>
    private static List<FlowBox> Boxes(ImmutableArray<Line> lines, HeadingStyle style, Column column, double? whiteBefore)
    {
        var count = Math.Max(1, lines.Length);
        var pitch = TitleLeading * style.Size;
        var ink = ((count - 1) * pitch) + style.Size;

        // Words on several lines keep half the white that one line has around it.
        var white = ((style.Lines * column.Pitch) - style.Size) / 2;
        var room = column.Pitch * Math.Max(style.Lines, Math.Ceiling((ink + white) / column.Pitch));
        var above = (room - ink) / 2;

        // Stacked headings take one line less together, out of the white between them if there is so much.
        var saved = room > column.Pitch && whiteBefore + above - column.Pitch > LeastWhite * style.Size ? column.Pitch : 0;
        var boxes = new List<FlowBox>();
        for (var i = 0; i < count; i++)
        {
            var top = i == 0 ? above - saved : 0;
            var height = (i == 0 ? top : 0) + (i == count - 1 ? style.Size + above : pitch);
            boxes.Add(new FlowBox(height)
            {
                Items = lines.Length == 0 ? [] : lines[i].Items,
                Notes = lines.Length == 0 ? [] : lines[i].Notes,
                X = column.Left + (style.Indent * column.Em),
                Baseline = top + (BookStyle.BodyAscent * style.Size),
                IsOnGrid = i == 0 && column.IsOnGrid,
                IsHeading = true,
            });
        }

        return boxes;
    }

    private static double? WhiteBelow(FlowItem? item) => item is FlowBox { IsHeading: true } heading ? heading.Height - heading.Baseline : null;

    private static StructureRole RoleOf(int level) => level switch
    {
        1 => StructureRole.H1,
        2 => StructureRole.H2,
        3 => StructureRole.H3,
        4 => StructureRole.H4,
        5 => StructureRole.H5,
        _ => StructureRole.H6,
    };
}
