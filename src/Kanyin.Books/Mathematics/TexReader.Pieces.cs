using System.Collections.Immutable;
using System.Text;

namespace Kanyin.Books.Mathematics;

/// <summary>Characters, scripts and fractions written between.</summary>
internal sealed partial class TexReader
{
    private const string RaisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
    private const string RaisedPlain = "0123456789+-=()ni";
    private const string LoweredDigits = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    private MathNode Character(TexToken token)
    {
        var text = token.Text;
        if (text == "~")
        {
            return new MathSpace(WordSpace);
        }

        if (text.Length == 1 && char.IsAsciiLetter(text[0]))
        {
            return new MathAtom(text, AtomClass.Ord, AlphabetOf(text));
        }

        if (MathSymbols.Typed(text) is { } symbol)
        {
            return AtomOf(symbol);
        }

        if (text[0] > 0x7F && IsWord(text))
        {
            return Words(text);
        }

        return new MathAtom(text, AtomClass.Ord, text.Length == 1 && char.IsAsciiDigit(text[0]) ? _alphabet is { } a && a != MathAlphabet.Italic ? a : _isBold ? MathAlphabet.Bold : MathAlphabet.Roman : MathAlphabet.Roman);
    }

    private MathAtom AtomOf(MathSymbol symbol)
    {
        var isLetter = MathSymbols.IsGreek(symbol.Text) || symbol.Text is "ı" or "ȷ" or "∂" or "∇";
        return new MathAtom(symbol.Text, symbol.Class, isLetter || _isBold ? AlphabetOf(symbol.Text) : MathAlphabet.Roman) { IsLarge = symbol.IsLarge };
    }

    /// <summary>Letters lean unless a command says otherwise; capital Greek ones and ∂ ∇ stand.</summary>
    private MathAlphabet AlphabetOf(string letter)
    {
        var isAscii = letter[0] < 128;
        var leans = (isAscii && char.IsAsciiLetter(letter[0])) || (letter[0] is >= 'α' and <= 'ϵ') || letter is "ı" or "ȷ";
        if (_alphabet is { } asked && (isAscii || asked is MathAlphabet.Bold or MathAlphabet.BoldItalic || (asked is MathAlphabet.Roman or MathAlphabet.Italic or MathAlphabet.Sans or MathAlphabet.Monospace && !leans)))
        {
            return _isBold && asked is MathAlphabet.Roman ? MathAlphabet.Bold : asked is MathAlphabet.Sans or MathAlphabet.Monospace && !isAscii ? MathAlphabet.Roman : asked;
        }

        return (leans, _isBold) switch
        {
            (true, true) => MathAlphabet.BoldItalic,
            (true, false) => MathAlphabet.Italic,
            (false, true) => MathAlphabet.Bold,
            _ => MathAlphabet.Roman,
        };
    }

    private static bool IsWord(string text) => Rune.GetRuneAt(text, 0) is var rune && (rune.Value is >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFFEF or >= 0x20000 and <= 0x3FFFF || text[0] is >= 'À' and <= 'ɏ' || text[0] is >= 'А' and <= 'я');

    /// <summary>Han among the signs is words, as far as it goes.</summary>
    private MathWords Words(string first)
    {
        var words = new StringBuilder(first);
        while (_source.Raw() is var token)
        {
            if (token.Kind != TexKind.Character || token.Text[0] <= 0x7F || MathSymbols.Typed(token.Text) is not null || !IsWord(token.Text))
            {
                _source.Back(token);
                break;
            }

            words.Append(token.Text);
        }

        return new MathWords(words.ToString(), _isBold ? WordsFace.Bold : WordsFace.Roman);
    }

    /// <summary>A piece with the scripts and primes after it.</summary>
    private MathNode WithScripts(MathNode piece)
    {
        MathNode? sub = null, sup = null;
        var limits = LimitsOf(piece);
        while (true)
        {
            var token = _source.SkipSpaces();
            switch (token)
            {
                case { Kind: TexKind.Superscript } when sup is null || IsPrimes(sup):
                    _source.Next();
                    sup = Joined(sup, Argument(token));
                    break;
                case { Kind: TexKind.Subscript } when sub is null:
                    _source.Next();
                    sub = Argument(token);
                    break;
                case { Kind: TexKind.Superscript or TexKind.Subscript }:
                    // What follows goes on as the scripts of nothing.
                    Report(MathFindings.Malformed, token, token.Kind == TexKind.Superscript ? "A second superscript." : "A second subscript.", "Braces say what belongs together: {a^b}^c or a^{b^c}.");
                    return new MathScripts(piece, sub, sup, limits);
                case { Kind: TexKind.Character, Text: "'" or "’" } when sup is null:
                    sup = Joined(sup, Primes());
                    break;
                case { Kind: TexKind.Character, Text: [> '\x7F' and var c] } when sup is null && RaisedDigits.Contains(c, StringComparison.Ordinal):
                    sup = Joined(sup, Small(RaisedDigits, RaisedPlain));
                    break;
                case { Kind: TexKind.Character, Text: [> '\x7F' and var c] } when sub is null && LoweredDigits.Contains(c, StringComparison.Ordinal):
                    sub = Joined(sub, Small(LoweredDigits, RaisedPlain));
                    break;
                case { Kind: TexKind.Command, Text: "limits" or "nolimits" or "displaylimits" }:
                    _source.Next();
                    limits = token.Text switch { "limits" => LimitsPlace.Always, "nolimits" => LimitsPlace.Never, _ => LimitsPlace.InDisplays };
                    break;
                default:
                    return sub is null && sup is null ? piece : new MathScripts(piece, sub, sup, limits);
            }
        }
    }

    private static bool IsPrimes(MathNode node) => node is MathAtom { Text: "′" or "″" or "‴" or "⁗" } || (node is MathRow { Items.Length: > 0 } row && row.Items.All(IsPrimes));

    private static MathNode Joined(MathNode? first, MathNode second) => first is null ? second : new MathRow([first, second]);

    private MathNode Primes()
    {
        var count = 0;
        while (_source.Peek() is { Kind: TexKind.Character, Text: "'" or "’" })
        {
            _source.Next();
            count++;
        }

        return count <= 4 ? new MathAtom(((char)(count == 4 ? '⁗' : '′' + count - 1)).ToString(), AtomClass.Ord) : new MathRow([.. Enumerable.Repeat<MathNode>(new MathAtom("′", AtomClass.Ord), count)]);
    }

    /// <summary>x² as typed.</summary>
    private MathNode Small(string signs, string plain)
    {
        var items = ImmutableArray.CreateBuilder<MathNode>();
        while (_source.Peek() is { Kind: TexKind.Character, Text: [var c] } && signs.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index)
        {
            _source.Next();
            items.Add(Character(new TexToken(TexKind.Character, plain[index].ToString(), 0)));
        }

        return RowOf(items);
    }

    private static LimitsPlace LimitsOf(MathNode piece) => piece switch
    {
        MathAtom { Class: AtomClass.Op, IsLarge: true } atom => MathSymbols.Typed(atom.Text)?.Limits ?? LimitsPlace.InDisplays,
        MathAtom { Class: AtomClass.Op } name => TexCommands.HasLimits(name.Text) ? LimitsPlace.InDisplays : LimitsPlace.Never,
        MathClassed classed => classed.Limits,
        MathAccent { Mark: "⏞" or "⏟" or "⎴" or "⎵" or "⏠" or "⏡" } => LimitsPlace.Always,
        _ => LimitsPlace.Never,
    };

    private static bool IsInfix(string command) => command is "over" or "atop" or "choose" or "brace" or "brack" or "above" or "overwithdelims" or "atopwithdelims" or "abovewithdelims";

    /// <summary>a \over b: all before in the group over all after.</summary>
    private MathFraction Infix(TexToken token, MathNode before)
    {
        var (left, right) = token.Text switch
        {
            "choose" => ("(", ")"),
            "brace" => ("{", "}"),
            "brack" => ("[", "]"),
            _ when token.Text.EndsWith("withdelims", StringComparison.Ordinal) => (Delimiter(), Delimiter()),
            _ => ("", ""),
        };
        double? rule = token.Text switch
        {
            "over" or "overwithdelims" => null,
            "above" or "abovewithdelims" => Length(),
            _ => 0,
        };
        return new MathFraction(before, Rest(), rule, left, right);
    }
}
