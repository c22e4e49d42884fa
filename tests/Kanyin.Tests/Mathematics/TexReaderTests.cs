using System.Diagnostics;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Reading.Markdown;
using Kanyin.Books.Reading.Pictures;
using Kanyin.Tests.Reading.Markdown;
using Xunit;

namespace Kanyin.Tests.Mathematics;

public sealed class TexReaderTests
{
    [Fact]
    public void The_gallery_holds_three_hundred_formulas_and_no_unknown_command()
    {
        var troubles = Gallery.Formulas.SelectMany(f => Troubles(f.Tex).Select(t => $"{t.Kind.Id} {t.Message} in {f.Tex}"));

        Assert.True(Gallery.Formulas.Length >= 300);
        Assert.Empty(troubles);
    }

    [Theory]
    [InlineData("E = mc^2", "E = mc^2")]
    [InlineData(@"\frac{a+b}{c}", "(a + b)/c")]
    [InlineData(@"\frac12x", "1/2x")]
    [InlineData(@"\frac{}{}x\genfrac{}{}{0pt}{}{}{}", "x")]
    [InlineData(@"a \over b+c", "a/(b + c)")]
    [InlineData(@"\sqrt{x}+\sqrt[3]{y+1}+\sqrt[n]z", "√x + ∛(y + 1) + n√z")]
    [InlineData(@"\sum_{i=1}^{n} i", "∑_(i = 1)^n i")]
    [InlineData(@"\sin^2 x", "sin^2 x")]
    [InlineData(@"\left(\frac{a}{b}\right)^2", "(a/b)^2")]
    [InlineData(@"f''(x)", "f″(x)")]
    [InlineData(@"\hat y_i", "y\u0302_i")]
    [InlineData(@"\mathbb{R}^{n\times m}", "R^(n × m)")]
    [InlineData(@"a \not= b", "a ≠ b")]
    [InlineData(@"-x", "−x")]
    [InlineData(@"\begin{cases}x,&x>0\\0,&\text{否则}\end{cases}", "{x,, x > 0; 0,, 否则")]
    [InlineData(@"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "(a, b; c, d)")]
    [InlineData(@"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c")]
    [InlineData(@"p(\text{下一个词}\mid\text{上文})", "p(下一个词 ∣ 上文)")]
    [InlineData(@"速度=\frac{路程}{时间}", "速度 = 路程/时间")]
    [InlineData(@"a=b\tag{3.1}", "a = b (3.1)")]
    [InlineData(@"\operatorname{softmax}(x)", "softmax (x)")]
    [InlineData(@"x²", "x^2")]
    [InlineData(@"\begin{CD}A@>f>g>B\\@VVhV@A{V}AA\\C@<<<D\end{CD}", "A →_g^f B; ↓h  V↑; C ← D")]
    [InlineData(@"\begin{CD}A@=B\\@|@VVV\\C@.D\end{CD}", "A = B; ‖  ↓; C  D")]
    [InlineData(@"\text{若 $x>0$ 则}", "若 x > 0 则")]
    public void A_formula_is_read_in_one_line(string tex, string reading)
    {
        Assert.Empty(Troubles(tex));
        Assert.Equal(reading, Formula.Of(tex).Reading);
    }

    [Theory]
    [InlineData(@"\newcommand{\R}{\mathbb R}\R^n", "R^n")]
    [InlineData(@"\newcommand{\pd}[2][f]{\frac{\partial #1}{\partial #2}}\pd x+\pd[g]{y}", "(∂f)/(∂x) + (∂g)/(∂y)")]
    [InlineData(@"\def\pair(#1,#2){\langle#1|#2\rangle}\pair(a,b)", "⟨a|b⟩")]
    [InlineData(@"\let\eps\varepsilon\eps", "ε")]
    [InlineData(@"\DeclareMathOperator*{\amax}{arg\,max}\amax_x", "arg\u2009max_x")]
    [InlineData(@"\providecommand{\alpha}{b}\alpha", "α")]
    [InlineData(@"\renewcommand{\vec}[1]{\mathbf{#1}}\vec x", "x")]
    public void The_author_may_define_commands(string tex, string reading)
    {
        Assert.Empty(Troubles(tex));
        Assert.Equal(reading, Formula.Of(tex).Reading);
    }

    [Theory]
    [InlineData("设 $a+\\foo b$ 为", "MATH001@1:6")]
    [InlineData("$$\na\n  + \\foo b\n$$", "MATH001@3:5")]
    [InlineData("> $$\n> a \\foo\n> $$", "MATH001@2:5")]
    [InlineData("$\\frac{a}{b$", "MATH003@1:10")]
    [InlineData("$\\left( a$", "MATH003@1:2")]
    [InlineData("$a}b{c}$", "MATH003@1:3")]
    [InlineData("$\\begin{foo}a\\end{foo}$", "MATH002@1:2")]
    [InlineData("$\\begin{matrix}a\\end{pmatrix}$", "MATH003@1:17")]
    [InlineData("$a & b \\\\$", "MATH003@1:4")]
    [InlineData("$x^a^b$", "MATH003@1:5")]
    [InlineData("$\\begin{CD}A@?B\\end{CD}$", "MATH003@1:13")]
    [InlineData("$\\begin{CD}A@>f B\\end{CD}$", "MATH003@1:14")]
    [InlineData("$\\def\\x{\\x\\x}\\x$", "MATH004@1:14")]
    [InlineData("$\\kern1zz x$", "MATH003@1:7")]
    [InlineData("$a+b+c+d+\\newcommand{\\p}[1][\\foo]{#1}$ 与 $\\p$", "MATH001@1:43")]
    public void What_is_wrong_is_reported_at_its_column(string markdown, string finding) => Assert.Equal(finding, Piece.Read(markdown).Findings);

    [Theory]
    [InlineData("$\\aplha$", "Did you mean \\alpha?")]
    [InlineData("$\\xyzzyplugh$", "A command of your own stands under macros in book.yml.")]
    public void An_unknown_command_is_answered_with_the_nearest(string markdown, string hint)
    {
        var bag = new DiagnosticBag();
        MarkdownReader.Read(new SourceFile("a.md", markdown), PictureFiles.None, bag);

        Assert.Equal(hint, Assert.Single(bag.Sorted).Hint);
    }

    [Fact]
    public void What_is_wrong_does_not_hide_the_rest() => Assert.Equal("a + \\foob + 1/2", Formula.Of(@"a+\foo b+\frac12").Reading);

    [Theory]
    [InlineData("{")]
    [InlineData("\\sqrt{")]
    [InlineData("\\left(")]
    [InlineData("\\begin{matrix}")]
    [InlineData("x_")]
    [InlineData("\\hat")]
    [InlineData("\\text{")]
    [InlineData("^")]
    [InlineData("\\frac")]
    [InlineData("\\\\")]
    [InlineData("}")]
    [InlineData("&")]
    [InlineData("\\right)")]
    [InlineData("\\substack{")]
    [InlineData("\\color{red}")]
    public void Endless_nesting_ends_in_a_finding_soon(string piece)
    {
        var tex = string.Concat(Enumerable.Repeat(piece, 20_000));
        var start = Stopwatch.GetTimestamp();

        Assert.NotEmpty(Formula.Of(tex).Tex);
        Assert.NotNull(Formula.Of(tex).Reading);
        Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 20);
    }

    [Fact]
    public void Any_end_of_a_formula_is_read()
    {
        foreach (var (tex, _) in Gallery.Formulas)
        {
            for (var i = 0; i < tex.Length; i++)
            {
                Assert.NotNull(Formula.Of(tex[..i]).Reading);
                Assert.NotNull(Formula.Of(tex[i..]).Reading);
            }
        }
    }

    private static IReadOnlyList<MathTrouble> Troubles(string tex)
    {
        TexReader.Read(tex, new TexMacros(), out var troubles);
        return troubles;
    }
}
