using System.Text;

namespace Kanyin.Books.Mathematics;

/// <summary>
/// Chemical formulas and equations as TeX: what the manual of mhchem 4 calls \ce. Whatever is written becomes something;
/// braces in the result are balanced.
/// </summary>
internal sealed partial class Chemistry
{
    /// <summary>Longest first, so that no arrow hides another.</summary>
    private static readonly (string Written, string Sign)[] _arrows =
        [("<=>>", "⥂"), ("<<=>", "⥃"), ("<-->", "⇄"), ("<=>", "⇌"), ("<->", "↔"), ("->", "→"), ("<-", "←"), ("→", "→"), ("⟶", "→"), ("←", "←"), ("⟵", "←"), ("↔", "↔"), ("⇌", "⇌")];

    private readonly string _text;
    private readonly StringBuilder _tex = new();
    private int _at;

    /// <summary>Where an amount, an isotope or a sign between formulas may stand.</summary>
    private bool _isStart = true;

    /// <summary>White has been read behind a formula, and shows if another follows.</summary>
    private bool _isSpaced;

    private Chemistry(string text) => _text = text;

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    /// <param name="text">Between the braces of \ce.</param>
    public static string Tex(string text)
    {
        var chemistry = new Chemistry(text);
        while (chemistry._at < text.Length)
        {
            chemistry.Next();
        }

        return chemistry._tex.ToString();
    }

    private void Next()
    {
        if (Current == ' ')
        {
            _at++;
            _isSpaced = !_isStart;
            _isStart = true;
        }
        else if (!Arrow() && !(_isStart && (Between() || Amount() || Prefix() || Isotope())))
        {
            Piece();
        }
    }

    private void Piece()
    {
        Space();
        var wasStart = _isStart;
        _isStart = false;
        switch (Current)
        {
            case '(' when Taken(Precipitate()) is { } sign: Write(sign[1] == 'v' ? @"\,{\downarrow}" : @"\,{\uparrow}"); break;
            case '(' when Taken(State()) is { } state: Write(@"\mskip2mu (" + Words(state[1..^1]) + ")"); break;
            case '(' or '[': Write(_text[_at++].ToString()); _isStart = true; break;
            case ')' or ']': Write(_text[_at++].ToString()); Behind(); break;
            case '{': Write(@"\text{" + Group() + "}"); Behind(); break;
            case '$': Write("{" + Dollars() + "}"); Behind(); break;
            case '\\': Command(); break;
            case '-' or '−' or '=' or '#' or '≡': Bond(wasStart); break;
            case '*' or '.' or '·' or '•': _at++; Write(@"\,{\cdot}\,"); _isStart = true; break;
            case ',' or ';': Write(_text[_at++] + (Current == ' ' ? @"\mkern6mu " : "")); _isStart = true; break;
            case '^' or '_' or '+': Lone(); break;
            case '&' or '~': Write(_text[_at++].ToString()); break;
            case '}': _at++; break;
            default: Name(); break;
        }
    }

    /// <summary>A script or a charge of nothing; a last ^ is a gas.</summary>
    private void Lone()
    {
        var before = _at;
        Write("{}");
        Behind();
        if (_at == before)
        {
            Write(_text[_at++] switch { '^' => @"\,{\uparrow}", '_' => @"\_", _ => "+" });
        }
    }

    private void Space()
    {
        Write(_isSpaced ? @"\ " : "");
        _isSpaced = false;
    }

    private void Write(string tex) => _tex.Append(tex);

    /// <summary>Elements and other letters, upright, with what belongs to them.</summary>
    private void Name()
    {
        if (Taken(Count()) is { } digits)
        {
            Write(digits);
            return;
        }

        if (Taken(Letters()) is { } letters)
        {
            Write(Upright(letters));
        }
        else
        {
            var rune = Rune.GetRuneAt(_text, _at);
            _at += rune.Utf16SequenceLength;
            Write(rune.Value > 0x2E80 ? $@"\text{{{rune}}}" : rune.ToString());
        }

        Behind();
    }

    /// <summary>One atom for each element: Na, Cl.</summary>
    private static string Upright(string letters) => Element().Replace(letters, m => $@"\element{{{m.Value}}}");

    /// <summary>-> and its like, with what stands over and under it in brackets.</summary>
    private bool Arrow()
    {
        var (written, sign) = _arrows.FirstOrDefault(a => string.CompareOrdinal(_text, _at, a.Written, 0, a.Written.Length) == 0);
        if (written is null)
        {
            return false;
        }

        _at += written.Length;
        var (over, under) = (Label(), Label());
        Write($@"\reaction {sign}{{{over}}}{{{under}}}");
        (_isStart, _isSpaced) = (true, false);
        return true;
    }

    private string? Label() => Current != '[' ? null : Balanced(']') is var inner && inner.StartsWith('{') && inner.EndsWith('}') ? $@"\text{{{inner[1..^1]}}}" : Tex(inner);

    /// <summary>Signs with white around them: + - = and the arrows of gas and precipitate.</summary>
    private bool Between()
    {
        if (Taken(Sign()) is not { } sign)
        {
            return false;
        }

        Write(sign switch { "v" => @"\,{\downarrow}", "^" => @"\,{\uparrow}", "." or "*" or "·" => @"\,{\cdot}\,", "#" => @"\equiv ", _ => $"{{}}{sign}{{}}" });
        _isStart = true;
        _isSpaced = sign is "v" or "^";
        return true;
    }

    /// <summary>2 H2O, 1/2 O2, n H2O.</summary>
    private bool Amount()
    {
        if (Taken(Number()) is not { } number)
        {
            return false;
        }

        Space();
        var isMany = _at < _text.Length;
        while (Current == ' ')
        {
            _at++;
        }

        var parts = number.Trim('(', ')').Split('/');
        var isFraction = parts is [_, _] && parts.All(p => p.All(char.IsAsciiDigit));
        Write((isFraction ? $@"\tfrac{{{parts[0]}}}{{{parts[1]}}}" : Digits(number)) + (isMany ? @"\," : ""));
        return true;
    }

    /// <summary>n-C5H12, cis-PtCl2.</summary>
    private bool Prefix()
    {
        if (Taken(Locant()) is not { } locant)
        {
            return false;
        }

        Space();
        Write(locant.Length == 2 && char.IsAsciiLetter(locant[0]) ? $@"{locant[0]}\text{{-}}" : $@"\text{{{locant}}}");
        return true;
    }

    /// <summary>Numbers before a symbol, flush at their right ends.</summary>
    private bool Isotope()
    {
        if (Current is not ('^' or '_') || _at + 1 >= _text.Length)
        {
            return false;
        }

        Space();
        var (sup, sub) = Scripts();
        Write(@"{}" + Script('^', Flush(sup, sub)) + Script('_', Flush(sub, sup)));
        _isStart = false;
        return true;

        static string? Flush(string? one, string? other) => one is null || other is null || Length(one) >= Length(other) ? one : $@"\hphantom{{{new string('0', Length(other) - Length(one))}}}{one}";

        static int Length(string script) => script.Count(c => c is not ('{' or '}'));
    }

    /// <summary>What stands behind a symbol: how many, the charge, oxidation numbers. The charge stands clear of the number.</summary>
    private void Behind()
    {
        while (true)
        {
            if (Taken(Count()) is { } count)
            {
                Write($"_{{{count}}}{(Current == '^' ? "{}" : "")}");
            }

            if (Taken(Charge()) is { } charge)
            {
                Write($"{{}}^{{{Signs(charge)}}}");
                return;
            }

            if (Current == '\'')
            {
                _at++;
                Write("'");
            }
            else if (Current is '^' or '_' && _at + 1 < _text.Length && _text[_at + 1] is not (' ' or ')'))
            {
                var (sup, sub) = Scripts();
                Write(Script('_', sub) + (sub is not null && sup is not null ? "{}" : "") + Script('^', sup));
            }
            else
            {
                return;
            }
        }
    }

    private static string Script(char sign, string? content) => content is null ? "" : $"{sign}{{{content}}}";

    private (string? Sup, string? Sub) Scripts()
    {
        string? sup = null, sub = null;
        while ((Current == '^' && sup is null) || (Current == '_' && sub is null))
        {
            var isSup = _text[_at++] == '^';
            var content = Current == '{' ? Group() : Current == '$' ? "$" + Dollars() + "$" : Taken(isSup ? Raised() : Lowered()) ?? _text[_at..(_at += _at < _text.Length ? 1 : 0)];
            (sup, sub) = isSup ? (Small(content), sub) : (sup, Small(content));
        }

        return (sup, sub);
    }

    /// <summary>A single small letter is a number not known; all else is upright.</summary>
    private static string Small(string content)
    {
        if (content.StartsWith('$') && content.EndsWith('$') && content.Length > 1)
        {
            return content[1..^1];
        }

        return Variable().IsMatch(content) ? Signs(content) : Signs(Letters().Replace(content, m => m.Index > 0 && content[m.Index - 1] == '\\' ? m.Value : Upright(m.Value)));
    }

    /// <summary>Signs of charges have no white; a point is an electron.</summary>
    private static string Signs(string text) => Electron().Replace(Charges().Replace(text, "{$0}"), @"{\bullet}");

    private void Bond(bool isStart)
    {
        if (!isStart && Current is '-' or '−' && _at + 1 < _text.Length && _text[_at + 1] is ' ')
        {
            Behind();
            return;
        }

        Write(_text[_at++] switch { '=' => "{=}", '#' or '≡' => @"{\equiv}", _ => "{-}" });
        _isStart = Current is '^' or '_' || (_isStart && !char.IsAsciiDigit(Current));
    }

    private void Command()
    {
        var name = Taken(CommandName()) ?? "";
        if (name is "\\" or "")
        {
            _at++;
            return;
        }

        switch (name[1..].Trim())
        {
            case "bond": Write(BondOf(Argument())); break;
            case "frac" or "overset" or "underset" or "stackrel": Write($"{name.Trim()}{{{Tex(Argument())}}}{{{Tex(Argument())}}}"); Behind(); break;
            case "overbrace" or "underbrace" or "boxed" or "cancel": Write($"{name.Trim()}{{{Tex(Argument())}}}"); Behind(); break;
            case "color" or "textcolor": Write($@"\textcolor{{{Argument()}}}{{{Tex(Argument())}}}"); break;
            case "hyphen": Write(@"\text{-}"); break;
            default: Write(name + (Current == '{' ? $"{{{Group()}}}" : "")); Behind(); break;
        }
    }

    private static string BondOf(string bond) => bond switch
    {
        "-" or "1" => "{-}",
        "=" or "2" => "{=}",
        "#" or "3" => @"{\equiv}",
        "~" => @"\mathord{┄}",
        "~-" or "~=" or "~--" or "-~-" => @"\mathord{\mathrlap{\raisebox{0.15em}{┄}}{-}}",
        "..." => @"{\cdot}{\cdot}{\cdot}",
        "...." => @"{\cdot}{\cdot}{\cdot}{\cdot}",
        "->" => @"{\rightarrow}",
        "<-" => @"{\leftarrow}",
        _ => @"\text{" + bond + "}",
    };

    /// <summary>aq, ∞: the words of a state.</summary>
    private static string Words(string state) => string.Join(",", state.Split(',').Select(p => p.StartsWith('$') ? p.Trim('$') : Upright(p)));

    /// <summary>A decimal comma is no mark between clauses.</summary>
    private static string Digits(string number) => number.Replace(",", "{,}", StringComparison.Ordinal);
}
