using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Typesetting.Flow.SmallBook;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class CodeBlockTests // 6.4
{
    private const string NineLines = "a\nb\nc\nd\ne\nf\ng\nh\ni";

    [Fact]
    public void Line_numbers_stand_right_aligned_in_the_margin_and_are_artifacts()
    {
        var page = Page(Code(NineLines + "\nj", 1));
        var numbers = Numbers(page);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], numbers.Select(n => n.Text));
        var tint = page.Items.OfType<Rule>().MaxBy(r => r.Width)!;
        Assert.All(numbers, n => Assert.Equal(tint.X - (0.5 * Run(page, "a").Size), RightOf(n), 6));
        Assert.Equal([.. "abcdefghij"], Runs(page).Where(r => r.Owner?.Role == StructureRole.Code).Select(r => r.Text[0]));
    }

    [Fact]
    public void A_continued_line_has_no_number_and_counting_begins_where_the_author_says()
    {
        var page = Page(Code(new string('x', 200) + "\ny", 41));
        Assert.Equal(["41", "42"], Numbers(page).Select(n => n.Text));
        Assert.Equal(Run(page, "y").Y, Numbers(page)[1].Y, 6);
    }

    [Fact]
    public void Beside_a_list_the_numbers_stand_inside_the_tint()
    {
        var page = Page(new List(At, 1, true, [new ListItem(At, null, [Words("天"), Code("a\nb", 9)])]));
        var tint = page.Items.OfType<Rule>().MaxBy(r => r.Width)!;
        Assert.Equal(["9", "10"], Numbers(page).Select(n => n.Text));
        Assert.All(Numbers(page), n => Assert.True(n.X > tint.X && RightOf(n) < Run(page, "a").X));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(0, 0)]
    [InlineData(7, 1)]
    public void A_book_that_numbers_code_can_be_told_otherwise_by_a_block(int? first, int numbers)
    {
        var book = Of(Code("a", first)) with { Design = new Design { House = new HouseStyle { NumbersCode = true } } };
        Assert.Equal(numbers, Numbers(Pages(book)[^1]).Count);
    }

    [Fact]
    public void Lines_drawn_with_characters_join_those_above_and_below()
    {
        var page = Page(Code("├─x\n│█\n└─y", null));
        var boxes = Runs(page).Where(r => r.Text[0] is >= '─' and <= '▟').OrderBy(r => r.Y).ToList();
        Assert.Equal(["├─", "│", "█", "└─"], boxes.Select(b => b.Text));
        var pitch = Run(page, "y").Y - Run(page, "x").Y;

        // Inconsolata draws them from 1 em above the baseline to .4 em below it.
        Assert.True(boxes[0].Y + (0.4 * boxes[0].Size) >= boxes[1].Y - boxes[1].Size);
        Assert.True(1.4 * boxes[0].Size >= pitch / 2);
        Assert.Equal(Run(page, "x").Size, boxes[0].Size * boxes[0].Scale, 6);
    }

    private static CodeBlock Code(string text, int? first) => new(At, "", null, text, [], first);

    private static List<GlyphRun> Numbers(Page page) => [.. Runs(page).Where(r => r.Owner is null && r.Y > Style.Top && r.Y < Style.Top + Style.TextHeight)];

    private static double RightOf(GlyphRun run) => run.X + run.Glyphs[^1].X + (0.5 * run.Size);
}
