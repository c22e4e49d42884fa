using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Books of one chapter in the test face, for tests that look at what stands on its pages.</summary>
internal static class SmallBook
{
    public static readonly Place At = Place.Of(new SourceFile("a.md", ""));
    public static readonly FontBook Fonts = FontBook.Of(TestFace.Create());
    public static readonly BookStyle Style = BookStyle.Named("b5");

    public static Book Of(params ImmutableArray<Block> blocks) =>
        new(new BookMetadata("书名", null, [], "zh-CN", null, null, null, "id", null), "b5", null, [new Chapter(new SourceFile("c1.md", ""), "c1", "题", 0, null, blocks)]);

    /// <summary>The pages of the text, without the front matter.</summary>
    public static ImmutableArray<Page> Pages(Book book) => [.. Typesetter.Set(book, Fonts, new DiagnosticBag()).Pages.SkipWhile(p => p.Label != "1")];

    public static ImmutableArray<Page> Pages(params ImmutableArray<Block> blocks) => Pages(Of(blocks));

    public static Page Page(params ImmutableArray<Block> blocks) => Pages(blocks)[^1];

    public static IEnumerable<GlyphRun> Runs(Page page) => page.AllItems.OfType<GlyphRun>();

    /// <summary>The first run that begins with the text.</summary>
    public static GlyphRun Run(Page page, string text) => Runs(page).First(r => r.Text.StartsWith(text, StringComparison.Ordinal));

    public static Text T(string text) => new(At, text);

    public static Paragraph Words(string text) => new(At, [T(text)]);

    public static TableRow Row(params ImmutableArray<string> cells) => new(At, [.. cells.Select(c => new TableCell(At, [T(c)]))]);
}
