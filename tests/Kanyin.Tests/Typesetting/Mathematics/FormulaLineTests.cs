using Kanyin.Books.Diagnostics;
using Kanyin.Tests.Pdf;
using Kanyin.Tests.Reading;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting.Mathematics;

public sealed class FormulaLineTests
{
    [Fact]
    public void A_formula_stands_off_Han_by_a_quarter_em() // AS7
    {
        var runs = Runs("令$x$为正。");
        var (han, x, after) = (runs[0], runs[1], runs[2]);

        Assert.Equal(["令", "x", "为正。"], runs.Take(3).Select(r => r.Text));
        Assert.Equal(han.Size * 1.25, x.X - han.X, 0.5);
        Assert.True(after.X - x.X > han.Size * 0.6);
    }

    [Fact]
    public void A_fraction_in_a_line_does_not_move_the_lines() // PG4
    {
        var plain = Baselines(string.Concat(Enumerable.Repeat("一段没有公式的文字，", 20)));
        var mixed = Baselines(string.Concat(Enumerable.Repeat(@"一段有$\frac{a}{b}$的文字，", 20)));

        Assert.Equal(plain[..4], mixed[..4]);
    }

    [Fact]
    public void A_long_formula_is_parted_after_a_sign() // GB 3101—1993 3.2.2
    {
        var runs = Runs("其中" + string.Concat(Enumerable.Repeat("字", 25)) + "$f(x)=a_0+a_1x+a_2x^2+a_3x^3+a_4x^4+a_5x^5$。");
        var lines = runs.GroupBy(r => Math.Round(r.Y)).OrderBy(g => g.Key).Select(g => string.Concat(g.OrderBy(r => r.X).Select(r => r.Text))).ToList();

        Assert.Contains(lines, l => l.EndsWith('+') || l.EndsWith('='));
    }

    [Fact]
    public void A_formula_is_an_element_with_its_reading() // ISO 14289-1 7.7
    {
        var formulas = Elements(Set("令$x^2$为\n\n$$\n\\frac12\n$$").Structure).Where(e => e.Role == StructureRole.Formula).Select(e => e.Alt);

        Assert.Equal(["x^2", "1/2"], formulas);
    }

    [Fact]
    public void A_display_too_wide_to_part_is_set_smaller_with_a_finding()
    {
        var bag = new DiagnosticBag();
        Set("$$\n\\begin{matrix}" + string.Join('&', Enumerable.Repeat("a_1+b_1+c_1", 12)) + "\\end{matrix}\n$$", bag);

        Assert.Equal(["MATH010"], bag.Sorted.Select(d => d.Kind.Id));
    }

    private static TypesetBook Set(string markdown, DiagnosticBag? bag = null)
    {
        using var book = new TempBook().Add("a.md", "# 甲\n\n" + markdown + "\n");
        return Typesetter.Set(book.Read(), HandSet.Fonts, bag ?? new DiagnosticBag());
    }

    private static List<GlyphRun> Runs(string markdown) => [.. Set(markdown).Pages[^1].AllItems.OfType<GlyphRun>().Where(r => r.Owner?.Role is StructureRole.P or StructureRole.Formula)];

    private static double[] Baselines(string markdown) => [.. Runs(markdown).Where(r => r.Owner!.Role == StructureRole.P).Select(r => Math.Round(r.Y, 2)).Distinct().Order()];

    private static IEnumerable<StructureElement> Elements(StructureElement element) => element.Children.SelectMany(Elements).Prepend(element);
}
