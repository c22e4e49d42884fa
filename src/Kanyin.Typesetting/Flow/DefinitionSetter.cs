using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Definitions: the term in 黑体, what it means below, indented 2em.</summary>
internal static class DefinitionSetter
{
    private const double Indent = 2;

    public static void Set(Definitions definitions, Column column, ChapterSetter chapter)
    {
        var list = column.Add(StructureRole.L);
        foreach (var item in definitions.Items)
        {
            var element = list?.Add(StructureRole.LI);
            foreach (var term in item.Terms)
            {
                var words = column.Text with { Family = FontFamily.Sans, IsBold = true };
                chapter.SetParagraph(term, column with { Parent = element?.Add(StructureRole.Lbl), Text = words }, 0);
                chapter.Flow.BreakAfterLast(Breaks.Forbidden);
            }

            foreach (var meaning in item.Meanings)
            {
                SetMeaning(meaning, column.Indented(Indent * column.Em) with { Parent = element?.Add(StructureRole.LBody) }, chapter);
            }
        }
    }

    private static void SetMeaning(System.Collections.Immutable.ImmutableArray<Block> blocks, Column column, ChapterSetter chapter)
    {
        if (blocks is [Paragraph first, .. var rest])
        {
            chapter.SetParagraph(first.Inlines, column, 0);
            chapter.SetNotes(column);
            chapter.SetBlocks(rest, column);
        }
        else
        {
            chapter.SetBlocks(blocks, column);
        }
    }
}
