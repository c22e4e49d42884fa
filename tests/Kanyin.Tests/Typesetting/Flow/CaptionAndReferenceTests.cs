using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Captions and page references of small books in the test face, in which every Han is one em wide.</summary>
public sealed class CaptionAndReferenceTests
{
    private static readonly Place At = Place.Of(new SourceFile("a.md", ""));
    private static readonly FontBook Fonts = FontBook.Of(TestFace.Create());
    private static readonly BookStyle Style = BookStyle.Named("b5");

    [Fact]
    public void The_caption_of_a_table_stands_above_it_and_that_of_a_figure_below() // 6.4
    {
        var image = new Image(At, "a.png", "壶", null, new Picture("a.png", "", PictureFormat.Png, 100, 100, 0));
        var page = Set([TableOf(1), new Figure(At, "f", image, [new Text(At, "紫砂")]) { Label = new("图", "1-1") }]).Pages[^1];
        var box = page.Items.OfType<ImageBox>().Single();
        Assert.True(Run(page, "茶类").Y < page.Items.OfType<Rule>().First().Y);
        Assert.True(Run(page, "紫砂").Y > box.Y + box.Height);
        Assert.All(["表", "茶类", "图", "紫砂"], words => Assert.Equal((StructureRole.Caption, Style.Small), (Run(page, words).Owner?.Role, Run(page, words).Size)));
    }

    [Fact]
    public void One_em_parts_the_label_from_the_title_and_both_stand_in_the_middle() // AS9
    {
        var page = Set([TableOf(1)]).Pages[^1];
        var label = Runs(page).Where(r => r.Owner?.Role == StructureRole.Caption && r.Y.Equals(Run(page, "茶类").Y)).OrderBy(r => r.X).ToList();
        var (first, last) = (label[0].X, Run(page, "茶类"));

        // 表 (1) + no-break space (.25) + 2-1 (1.5) + 1 + 茶类 (2), in em.
        Assert.Equal(3.75 * Style.Small, last.X - first, 2);
        Assert.Equal(Style.Inner + (Style.Measure / 2), first + (5.75 * Style.Small / 2), 2);
    }

    [Fact]
    public void A_numbered_table_that_goes_on_says_so_above_its_head_as_an_artifact() // 6.4
    {
        var pages = Set([TableOf(80)]).Pages.Where(p => p.Label is "1" or "2" or "3").ToList();
        Assert.Equal([0, 1, 1], pages.Select(p => Runs(p).Count(r => r.Text.StartsWith("续表", StringComparison.Ordinal))));
        Assert.All(pages.Skip(1), p => Assert.Null(Run(p, "续表").Owner));
        Assert.All(pages, p => Assert.Single(Runs(p), r => r.Text == "头"));
        Assert.Single(pages, p => Runs(p).Any(r => r.Text == "茶类"));
    }

    [Fact]
    public void A_table_without_number_goes_on_in_silence() =>
        Assert.DoesNotContain(Set([TableOf(80) with { Label = null }]).Pages.SelectMany(Runs), r => r.Text.StartsWith("续表", StringComparison.Ordinal));

    [Fact]
    public void A_reference_prints_the_page_on_which_its_target_has_landed()
    {
        Block[] blocks = [Reference("t"), .. Enumerable.Repeat(Words("天"), 3 * Style.Lines), TableOf(1) with { Id = "t" }];
        Assert.Equal("见表（第4页）", FirstLine(Set(blocks)));
    }

    [Fact]
    public void Findings_of_a_chapter_that_is_set_again_are_told_once()
    {
        var findings = new DiagnosticBag();
        Set([Reference("t"), Words("\U0001F600"), .. Enumerable.Repeat(Words("天"), Style.Lines), TableOf(1) with { Id = "t" }], findings);
        Assert.Equal("FONT001", Assert.Single(findings.Sorted).Kind.Id);
    }

    [Fact]
    public void A_target_that_is_on_no_page_has_none_printed() => Assert.Equal("见表", FirstLine(Set([Reference("nowhere")])));

    private static string FirstLine(TypesetBook book)
    {
        var page = book.Pages.First(p => p.Label == "1");
        return string.Concat(Runs(page).Where(r => r.Y.Equals(Run(page, "见").Y)).Select(r => r.Text)).Replace("\u00A0", "", StringComparison.Ordinal);
    }

    private static Paragraph Reference(string id) => new(At, [new Text(At, "见"), new Link(At, new InternalTarget("a.md", id), null, [new Text(At, "表")]) { ShowsPage = true }]);

    private static Table TableOf(int rows) =>
        new(At, [ColumnAlignment.Left], [Row("头")], [.. Enumerable.Range(0, rows).Select(_ => Row("绿"))]) { Label = new("表", "2-1"), Caption = [new Text(At, "茶类")] };

    private static TableRow Row(string words) => new(At, [new TableCell(At, [new Text(At, words)])]);

    private static Paragraph Words(string text) => new(At, [new Text(At, text)]);

    private static TypesetBook Set(Block[] blocks, DiagnosticBag? findings = null)
    {
        var book = new Book(new BookMetadata("书名", null, [], "zh-CN", null, null, null, "id", null), "b5", null, [new Chapter(At.File, "c", "题", 0, null, [.. blocks])]);
        return Typesetter.Set(book, Fonts, findings ?? new DiagnosticBag());
    }

    private static IEnumerable<GlyphRun> Runs(Page page) => page.Items.OfType<GlyphRun>();

    private static GlyphRun Run(Page page, string text) => Runs(page).First(r => r.Text.StartsWith(text, StringComparison.Ordinal));
}
