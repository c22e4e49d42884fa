using CsCheck;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Shaping;
using Xunit;

namespace Kanyin.Tests.Typesetting.Lines;

/// <summary>Total fit against first fit on the same items, with the same costs (5.2).</summary>
public sealed class TotalFitTests
{
    private static readonly FontBook Fonts = FontBook.Of(TestFace.Create());

    private static readonly Gen<string> Texts = Gen.OneOf("天", "地", "玄", "黄", "宇", "宙", "，", "。", "“", "”", "（", "）", "——", "……", "、", " ", "word", "3.14", "Typst")
        .Array[20, 120].Select(string.Concat);

    [Fact]
    public void Total_fit_never_costs_more_than_first_fit() => Texts.Select(Gen.Int[10, 36]).Sample((text, measure) =>
    {
        var style = new ParagraphStyle(measure, 1);
        var (total, cost) = TotalFit(text, style);
        Assert.Equal(CostOf(total, style), cost, 1e-6 * (1 + cost));

        var first = Filled(text, style);
        new SimpleBreaker(first.Items, style).Break(first.Lines);
        Assert.True(cost <= CostOf(first, style) * (1 + 1e-9), $"{cost} > {CostOf(first, style)}");
    });

    [Fact]
    public void Breaking_what_was_broken_changes_nothing() => Texts.Select(Gen.Int[10, 36]).Sample((text, measure) =>
    {
        var style = new ParagraphStyle(measure, 1);
        var (stick, cost) = TotalFit(text, style);
        var ends = stick.Lines.Select(l => l.Last).ToList();
        for (var i = 0; i < stick.Items.Count; i++)
        {
            ref var gap = ref stick.Items[i].After;
            gap.Penalty = ends.Contains(i) ? gap.Penalty : BreakRules.Forbidden;
        }

        var again = new LineBreaker(stick, style);
        again.Break();
        Assert.Equal(cost, again.Cost);
        Assert.Equal(ends, stick.Lines.Select(l => l.Last));
    });

    private static (ComposingStick Stick, double Cost) TotalFit(string text, ParagraphStyle style)
    {
        var stick = Filled(text, style);
        var breaker = new LineBreaker(stick, style);
        breaker.Break();
        return (stick, breaker.Cost);
    }

    /// <summary>5.2 once more, written down from the rule: what the lines in the stick cost.</summary>
    private static double CostOf(ComposingStick stick, ParagraphStyle style)
    {
        var fitter = new Fitter(stick.Items, style);
        var fits = stick.Lines.Select(l => (Line: l, Fit: fitter.Fit(l.First, fitter.EndOf(l.Last)))).ToList();
        var cost = 0.0;
        for (var i = 0; i < fits.Count; i++)
        {
            var ((line, fit), isLast) = (fits[i], i == fits.Count - 1);
            var demerits = 1 + fit.Badness + (isLast ? 0 : stick.Items[line.Last].After.Penalty);
            cost += demerits * demerits;
            cost += fit.Stretch > 0.08 ? 10000 : 0;
            cost += fit.IsFeasible ? 0 : 1e9 * (1 - ((double)fit.Delta / ItemList.Em));
            cost += i > 0 && Math.Abs(fits[i - 1].Fit.Class - fit.Class) >= 2 ? 50 : 0;
            cost += isLast && i > 0 ? LastLine(stick.Items, line) : 0;
        }

        return cost;
    }

    private static double LastLine(ItemList items, LineFit line)
    {
        var visible = (double)(line.Natural - line.EndBlank) / ItemList.Em;
        var isLone = items[line.First].Class == CharacterClass.Han && Enumerable.Range(line.First + 1, line.Last - line.First).All(i => items[i].Class.IsCloseish);
        return visible < 2 || isLone ? 50000 : visible < 3 ? 200 : 0;
    }

    private static ComposingStick Filled(string text, ParagraphStyle style)
    {
        var stick = new ComposingStick();
        var piece = new TextPiece(null, text, new TextStyle(FontFamily.Serif, 1), Place.Of(new SourceFile("a.md", text)));
        new ItemBuilder(ParagraphText.Collect([piece]), style, new FaceChooser(Fonts, new DiagnosticBag()), new FaceShapers(), BreakingPass.Whole, stick).Build();
        return stick;
    }
}
