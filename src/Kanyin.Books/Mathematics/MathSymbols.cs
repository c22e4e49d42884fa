using System.Collections.Frozen;

namespace Kanyin.Books.Mathematics;

/// <param name="Text">The sign.</param>
/// <param name="Limits">Where its scripts stand when it is large.</param>
internal sealed record MathSymbol(string Text, AtomClass Class, bool IsLarge = false, LimitsPlace Limits = LimitsPlace.Never);

/// <summary>The signs of formulas, by their TeX name and by themselves.</summary>
internal static class MathSymbols
{
    private static readonly FrozenDictionary<string, MathSymbol> _byName;
    private static readonly FrozenDictionary<string, MathSymbol> _bySign;
    // Signs that Unicode has with a stroke through them, in pairs.
    private const string Strokes = "=≠∈∉∋∌⊂⊄⊃⊅⊆⊈⊇⊉≡≢∼≁≃≄≅≇≈≉<≮>≯≤≰≥≱∣∤∥∦⊢⊬⊨⊭∃∄←↚→↛↔↮⇐⇍⇒⇏⇔⇎≺⊀≻⊁≼⋠≽⋡⊲⋪⊳⋫⊑⋢⊒⋣";

    private static readonly FrozenDictionary<char, MathSymbol> _ascii = new Dictionary<char, MathSymbol>
    {
        ['+'] = new("+", AtomClass.Bin),
        ['-'] = new("−", AtomClass.Bin),
        ['*'] = new("∗", AtomClass.Bin),
        ['='] = new("=", AtomClass.Rel),
        ['<'] = new("<", AtomClass.Rel),
        ['>'] = new(">", AtomClass.Rel),
        [':'] = new(":", AtomClass.Rel),
        [','] = new(",", AtomClass.Punct),
        [';'] = new(";", AtomClass.Punct),
        ['('] = new("(", AtomClass.Open),
        ['['] = new("[", AtomClass.Open),
        [')'] = new(")", AtomClass.Close),
        [']'] = new("]", AtomClass.Close),
        ['!'] = new("!", AtomClass.Close),
        ['?'] = new("?", AtomClass.Close),
        ['`'] = new("‘", AtomClass.Ord),
    }.ToFrozenDictionary();

    static MathSymbols()
    {
        var byName = new Dictionary<string, MathSymbol>(StringComparer.Ordinal);
        var bySign = new Dictionary<string, MathSymbol>(StringComparer.Ordinal);
        var of = Maker("ord");
        foreach (var line in DataFile.Lines("Symbols.txt"))
        {
            if (line.Split(' ') is not [var sign, _, ..] words)
            {
                of = Maker(line);
                continue;
            }

            var symbol = of(sign);
            bySign.TryAdd(sign, symbol);
            foreach (var name in words.Skip(1))
            {
                byName[name] = symbol;
            }
        }

        // As typed between letters it multiplies; Unicode has a second sign for what stands upright on another.
        bySign["·"] = byName["cdot"];
        bySign["⟂"] = byName["perp"];
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
        _bySign = bySign.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static IEnumerable<string> Names => _byName.Keys;

    public static MathSymbol? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Of a character as typed; null for letters, digits and what is no sign.</summary>
    public static MathSymbol? Typed(string sign) => sign.Length == 1 && sign[0] < 128 ? _ascii.GetValueOrDefault(sign[0]) : _bySign.GetValueOrDefault(sign);

    /// <summary>The sign with a stroke through it.</summary>
    public static string Negated(string sign) =>
        sign.Length == 1 && Strokes.IndexOf(sign[0], StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? Strokes[at + 1].ToString() : sign + "\u0338";

    /// <summary>α, Γ and their like, which have as many shapes as x.</summary>
    public static bool IsGreek(string text) => text.Length == 1 && text[0] is (>= 'Α' and <= 'ω') or 'ϕ' or 'ϑ' or 'ϰ' or 'ϖ' or 'ϱ' or 'ϵ';

    private static Func<string, MathSymbol> Maker(string heading) => heading switch
    {
        "limits" => s => new MathSymbol(s, AtomClass.Op, true, LimitsPlace.InDisplays),
        "integral" => s => new MathSymbol(s, AtomClass.Op, true),
        _ => s => new MathSymbol(s, Enum.Parse<AtomClass>(heading, ignoreCase: true)),
    };
}
