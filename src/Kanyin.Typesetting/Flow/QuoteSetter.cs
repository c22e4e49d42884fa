using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Quotations in 楷体, and notes, tips and warnings beside a thin rule (6.4).</summary>
internal static class QuoteSetter
{
    private const double QuoteIndent = 2;
    private const double CalloutIndent = 1.5;
    private const double RuleThickness = 1.5;
    private static readonly Colour RuleColour = Colour.Grey(0.55);

    public static void Set(Quote quote, Column column, ChapterSetter chapter)
    {
        var inside = column.Indented(QuoteIndent * column.Em, QuoteIndent * column.Em) with
        {
            Parent = column.Add(StructureRole.BlockQuote),
            Text = column.Text with { Family = FontFamily.Kai },
            IsOnGrid = false,
        };
        Display.Add(chapter.Collect(() => SetQuoted(quote, inside, chapter)), column, chapter);
    }

    private static void SetQuoted(Quote quote, Column column, ChapterSetter chapter)
    {
        if (quote.IsVerse)
        {
            VerseSetter.Set(quote, column, chapter);
        }
        else if (quote.Blocks is [.. { Length: > 0 } words, Paragraph { IsAttribution: true } last])
        {
            chapter.SetBlocks(words, column);
            chapter.Flow.BreakAfterLast(Breaks.Forbidden);
            chapter.SetParagraph(last.Inlines, column, 0, Alignment.Right);
            chapter.SetNotes(column);
        }
        else
        {
            chapter.SetBlocks(quote.Blocks, column);
        }
    }

    public static void Set(Callout callout, Column column, ChapterSetter chapter)
    {
        var inside = column.Indented(CalloutIndent * column.Em) with { Parent = column.Add(StructureRole.Sect), IsOnGrid = false };
        var rule = new Backdrop(column.Left + (0.5 * column.Em), RuleThickness, RuleColour, 0.1 * column.Em);
        var inner = chapter.Collect(() =>
        {
            SetTitle(callout, inside, chapter);
            var rest = chapter.Flow.Count;
            chapter.SetBlocks(callout.Blocks, inside);
            chapter.Flow.KeepTwoLines(rest, inside.Pitch);
        });
        Display.Add(inner.Behind(rule), column, chapter);
    }

    private static void SetTitle(Callout callout, Column column, ChapterSetter chapter)
    {
        var title = column.Text with { Family = FontFamily.Sans, IsBold = true };
        chapter.SetParagraph(callout.Title, column with { Text = title }, 0);
        chapter.Flow.BreakAfterLast(Breaks.Forbidden);
    }
}
