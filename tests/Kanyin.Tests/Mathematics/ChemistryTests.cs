using Kanyin.Books.Mathematics;
using Xunit;

namespace Kanyin.Tests.Mathematics;

/// <summary>The notations of mhchem 4, after the headings of its manual.</summary>
public sealed class ChemistryTests
{
    [Theory]
    [InlineData("H2O", "H_2O")]
    [InlineData("Sb2O3", "Sb_2O_3")]
    [InlineData("C6H12O6", "C_6H_12O_6")]
    [InlineData("H+", "H^+")]
    [InlineData("CrO4^2-", "CrO_4^(2−)")]
    [InlineData("[AgCl2]-", "[AgCl_2]^−")]
    [InlineData("Y^99+", "Y^(99+)")]
    [InlineData("NH4+", "NH_4^+")]
    [InlineData("Fe^{II}Fe^{III}2O4", "Fe^(II)Fe_2^(III)O_4")]
    [InlineData("OCO^{.-}", "OCO^(∙−)")]
    [InlineData("(NH4)2S", "(NH_4)_2S")]
    [InlineData("[\\{(X2)3\\}2]^{3+}", "[{(X_2)_3}_2]^(3+)")]
    public void A_formula_has_its_numbers_and_charges(string written, string reading) => Reads($@"\ce{{{written}}}", reading);

    [Theory]
    [InlineData("2 H2O", "2 H_2O")]
    [InlineData("2H2O", "2 H_2O")]
    [InlineData("0.5H2O", "0.5 H_2O")]
    [InlineData("1/2H2O", "1/2 H_2O")]
    [InlineData("(1/2) H2O", "1/2 H_2O")]
    [InlineData("$n$ H2O", "n H_2O")]
    [InlineData("nH2O", "n H_2O")]
    [InlineData("pH", "pH")]
    [InlineData("2e-", "2 e^−")]
    [InlineData("1s^2 2s^2", "1s^2 2s^2")]
    public void A_number_before_a_formula_counts_it(string written, string reading) => Reads($@"\ce{{{written}}}", reading);

    [Theory]
    [InlineData("^{227}_{90}Th+", "_90^227Th^+")]
    [InlineData("^227_90Th", "_90^227Th")]
    [InlineData("^0_{-1}n^-", "_(−1)^0n^−")]
    [InlineData("^14C -> ^14N + e-", "^14C → ^14N + e^−")]
    [InlineData("H{}^3HO", "H^3HO")]
    public void Isotopes_stand_before_their_symbol(string written, string reading) => Reads($@"\ce{{{written}}}", reading);

    [Theory]
    [InlineData("CO2 + C -> 2 CO", "CO_2 + C → 2 CO")]
    [InlineData("A <- B", "A ← B")]
    [InlineData("A <-> B", "A ↔ B")]
    [InlineData("A <--> B", "A ⇄ B")]
    [InlineData("A <=> B", "A ⇌ B")]
    [InlineData("A <=>> B", "A ⥂ B")]
    [InlineData("A <<=> B", "A ⥃ B")]
    [InlineData("A ->[H2O] B", "A →^(H_2O) B")]
    [InlineData("A ->[{加热}][\\Delta] B", "A →_Δ^加热 B")]
    [InlineData("Hg^2+ ->[I-] HgI2 ->[I-] [Hg^{II}I4]^2-", "Hg^(2+) →^(I^−) HgI_2 →^(I^−) [Hg^(II)I_4]^(2−)")]
    [InlineData("H3O+ + OH- = 2H2O", "H_3O^+ + OH^− = 2 H_2O")]
    [InlineData("A->B", "A → B")]
    public void Equations_have_arrows_with_words_over_and_under_them(string written, string reading) => Reads($@"\ce{{{written}}}", reading);

    [Theory]
    [InlineData("C6H5-CHO", "C_6H_5−CHO")]
    [InlineData("A-B=C#D", "A−B=C≡D")]
    [InlineData(@"A\bond{~}B\bond{...}C", "A┄B⋅⋅⋅C")]
    [InlineData(@"A\bond{->}B", "A→B")]
    [InlineData("n-C5H12", "n-C_5H_12")]
    [InlineData("cis-PtCl2", "cis-PtCl_2")]
    [InlineData("1,2-C2H4Cl2", "1,2-C_2H_4Cl_2")]
    public void Bonds_join_without_white(string written, string reading) => Reads($@"\ce{{{written}}}", reading);

    [Theory]
    [InlineData("SO4^2- + Ba^2+ -> BaSO4 v", "SO_4^(2−) + Ba^(2+) → BaSO_4 ↓")]
    [InlineData("CaCO3(s) -> CaO(s) + CO2(g) ^", "CaCO_3(s) → CaO(s) + CO_2(g) ↑")]
    [InlineData("A(v) + B(^)", "A ↓ + B ↑")]
    [InlineData(@"NaOH(aq,$\infty$)", "NaOH(aq, ∞)")]
    [InlineData("CuSO4*5H2O", "CuSO_4 ⋅ 5 H_2O")]
    [InlineData("CaSO4.1/2H2O", "CaSO_4 ⋅ 1/2 H_2O")]
    [InlineData("NO_x", "NO_x")]
    [InlineData("Fe^n+", "Fe^(n+)")]
    [InlineData("C_{2n}H_{2n+2}", "C_(2n)H_(2n+2)")]
    [InlineData("{水} + A", "水 + A")]
    [InlineData(@"\frac{[Hg^2+][Hg]}{[Hg2^2+]}", "([Hg^(2+)][Hg])/([Hg_2^(2+)])")]
    [InlineData(@"\mu-Cl", "μ−Cl")]
    [InlineData("Zn(OH)2 v + $x$", "Zn(OH)_2 ↓ + x")]
    public void States_crystal_water_and_words_are_read(string written, string reading) => Reads($@"\ce{{{written}}}", reading);

    [Theory]
    [InlineData("123 kJ", "123 kJ")]
    [InlineData("123 mm2", "123 mm^2")]
    [InlineData("123 J*s", "123 J⋅s")]
    [InlineData("123 kJ/mol", "123 kJ/mol")]
    [InlineData("123 kJ//mol", "123 kJ/mol")]
    [InlineData("123 kJ mol-1", "123 kJ mol^(−1)")]
    [InlineData("1.2e3 kJ", "1.2 ⋅ 10^3 kJ")]
    [InlineData("1.2E-3 m", "1.2 × 10^(−3) m")]
    [InlineData("12345.678912 m", "12345.678912 m")]
    [InlineData("1,2 m", "1,2 m")]
    [InlineData("20 °C", "20 °C")]
    [InlineData(@"5 \mu m", "5 μm")]
    [InlineData(@"50 \%", "50 %")]
    [InlineData("-5(1) K", "−5(1) K")]
    public void A_quantity_is_a_number_and_its_unit(string written, string reading) => Reads($@"\pu{{{written}}}", reading);

    [Theory]
    [InlineData("")]
    [InlineData("->[")]
    [InlineData("A ->[x")]
    [InlineData("^")]
    [InlineData("A^")]
    [InlineData("A_")]
    [InlineData("$x")]
    [InlineData("\\bond")]
    [InlineData("{")]
    [InlineData("(aq")]
    [InlineData("\\frac{A}")]
    [InlineData("- + = # * . , ; ' \" / | : ! ? < > @")]
    public void Whatever_is_written_is_set(string written)
    {
        Assert.NotNull(Formula.Of($@"\ce{{{written}}}").Reading);
        Assert.NotNull(Formula.Of($@"\pu{{{written}}}").Reading);
    }

    [Fact]
    public void What_is_wrong_stands_at_the_command() => Assert.Equal("MATH001 2", string.Join(' ', Troubles(@"x \ce{A + \foo B}").Select(t => $"{t.Kind.Id} {t.At}")));

    private static void Reads(string tex, string reading)
    {
        Assert.Empty(Troubles(tex));
        Assert.Equal(reading, Formula.Of(tex).Reading);
    }

    private static IReadOnlyList<MathTrouble> Troubles(string tex)
    {
        TexReader.Read(tex, new TexMacros(), out var troubles);
        return troubles;
    }
}
