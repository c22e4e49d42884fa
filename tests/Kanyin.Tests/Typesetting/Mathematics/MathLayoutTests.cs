using System.Globalization;
using System.Runtime.CompilerServices;
using Kanyin.Books.Mathematics;
using Kanyin.Tests.Mathematics;
using Xunit;

namespace Kanyin.Tests.Typesetting.Mathematics;

/// <summary>The TeXbook, appendix G.</summary>
public sealed class MathLayoutTests
{
    /// <summary>What the comparison allows, in em.</summary>
    private const double Tolerance = 0.1;

    private static readonly (string Tex, bool IsDisplay)[] _golden =
    [
        ("x^2", true), ("x_i^2", true), (@"\frac{a}{b}", true), (@"\frac{a}{b}", false), (@"\sqrt{x}", true), (@"\sqrt[3]{x+1}", true), (@"\sum_{i=1}^n i", true), (@"\sum_{i=1}^n i", false),
        (@"\int_0^1 x\,dx", true), (@"\lim_{x\to 0}f", true), (@"\left(\frac{1}{2}\right)", true), (@"\hat x+\bar y", true), (@"\overline{AB}", true), (@"\overbrace{a+b}^n", true), (@"\binom nk", true),
        (@"\begin{pmatrix}a&b\\c&d\end{pmatrix}", true), (@"f=\begin{cases}1,&x>0\\0,&\text{否则}\end{cases}", true), (@"\begin{aligned}a&=b\\&=c\end{aligned}", true), (@"-a+b=c,\sin x", true), ("f'_i", true),
    ];

    public static TheoryData<string> Measured => [.. Gallery.Lines("tests/Kanyin.Tests/Typesetting/Mathematics/Latex.txt")];

    [Fact]
    public void Common_constructs_become_these_boxes_and_glyphs()
    {
        var text = string.Concat(_golden.Select(f => SetFormula.Dump(f.Tex, f.IsDisplay)));
        var golden = Path.Combine(Folder(), "Layout.golden.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, text);
        }

        Assert.Equal(File.ReadAllText(golden), text);
    }

    /// <summary>Each line of the file: width, height and depth in em, then the formula.</summary>
    [Theory]
    [MemberData(nameof(Measured))]
    public void A_formula_is_as_large_as_LaTeX_sets_it(string line)
    {
        var parts = line.Split(' ', 4);
        var expected = parts[..3].Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var box = SetFormula.Box(parts[3].TrimStart('$'), !parts[3].StartsWith('$'));
        double[] actual = [box.Width / SetFormula.Em, Math.Max(0, box.Height) / SetFormula.Em, Math.Max(0, box.Depth) / SetFormula.Em];

        Assert.True(expected.Zip(actual).All(p => Math.Abs(p.First - p.Second) <= Tolerance), $"{string.Join(' ', actual.Select(a => a.ToString("0.000", CultureInfo.InvariantCulture)))} for {line}");
    }

    [Fact]
    public void A_copied_formula_is_what_its_reading_says()
    {
        var others = from formula in Gallery.Formulas
                     let printed = Squeezed(SetFormula.Text(formula.Tex))
                     let read = Squeezed(MathReading.Of(Formula.Of(formula.Tex).Tree))
                     where printed != read
                     select $"{formula.Tex}: {printed} | {read}";

        Assert.Empty(others);
    }

    [Fact]
    public void A_fence_grows_with_what_it_holds() =>
        Assert.True(SetFormula.Box(@"\left(\begin{array}{c}a\\b\\c\\d\\e\\f\\g\\h\end{array}\right)").Total > 9 * SetFormula.Em);

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
