using System.Xml.Linq;
using Kanyin.Books.Mathematics;
using Kanyin.Editions.Mathematics;
using Kanyin.Tests.Mathematics;
using Xunit;

namespace Kanyin.Tests.Epub;

public sealed class MathMlTests
{
    [Theory]
    [InlineData("x^2", "<msup><mi>x</mi><mn>2</mn></msup>")]
    [InlineData(@"3.14r", "<mn>3.14</mn><mi>r</mi>")]
    [InlineData(@"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData(@"\sin x", "<mi>sin</mi><mo>\u2061</mo><mspace width=\"0.1667em\" /><mi>x</mi>")]
    [InlineData(@"\mathrm{d}\mathbb{R}", "<mi mathvariant=\"normal\">d</mi><mi>ℝ</mi>")]
    [InlineData(@"\left(x\right)", "<mrow><mo fence=\"true\" stretchy=\"true\" form=\"prefix\">(</mo><mi>x</mi><mo fence=\"true\" stretchy=\"true\" form=\"postfix\">)</mo></mrow>")]
    [InlineData(@"\text{若 }x", "<mtext>若\u00A0</mtext><mi>x</mi>")]
    [InlineData(@"\sum_{i}^{n}", "<munderover><mo movablelimits=\"false\">∑</mo><mi>i</mi><mi>n</mi></munderover>")]
    [InlineData(@"\hat x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData(@"\foo", "<merror><mtext>\\foo</mtext></merror>")]
    public void A_formula_becomes_MathML(string tex, string expected) =>
        Assert.Equal(expected, string.Concat(Row(MathMl.Of(Formula.Of(tex), isDisplay: true)).Elements().Select(e => e.ToString(SaveOptions.DisableFormatting))).Replace($" xmlns=\"{MathMl.Namespace}\"", "", StringComparison.Ordinal));

    [Fact]
    public void Every_formula_has_its_reading_and_its_TeX() // epub.md 34
    {
        foreach (var (tex, isDisplay) in Gallery.Formulas)
        {
            var math = MathMl.Of(Formula.Of(tex), isDisplay);
            Assert.False(string.IsNullOrWhiteSpace(math.Attribute("alttext")!.Value) && Formula.Of(tex).Reading.Length > 0);
            Assert.Equal(tex, math.Descendants().Single(e => e.Name.LocalName == "annotation").Value);
        }
    }

    private static XElement Row(XElement math) => math.Elements().Single().Elements().First();
}
