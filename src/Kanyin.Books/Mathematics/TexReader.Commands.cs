using System.Globalization;
using System.Text;

namespace Kanyin.Books.Mathematics;

/// <summary>What each command makes.</summary>
internal sealed partial class TexReader
{
    /// <summary>An interword space of the text face, in em.</summary>
    public const double WordSpace = 1 / 3.0;

    /// <summary>About as long as LaTeX's \longrightarrow.</summary>
    private const double ReactionArrow = 1.8;

    private MathNode? Command(TexToken token)
    {
        var name = token.Text;
        if (MathSymbols.Named(name) is { } symbol)
        {
            return name is "dots" ? Dots() : AtomOf(symbol);
        }

        if (TexCommands.Functions.Contains(name))
        {
            return new MathAtom(name, AtomClass.Op);
        }

        if (TexCommands.Spaces.TryGetValue(name, out var space))
        {
            return new MathSpace(space);
        }

        return Valued(token) ?? Structure(token);
    }

    /// <summary>Commands that <see cref="TexCommands"/> tells apart by a value.</summary>
    private MathNode? Valued(TexToken token)
    {
        var name = token.Text;
        if (TexCommands.Accents.TryGetValue(name, out var accent))
        {
            return new MathAccent(accent.Mark, Argument(token), accent.IsWide, accent.IsUnder);
        }

        if (TexCommands.Alphabets.TryGetValue(name, out var alphabet))
        {
            return In(alphabet, () => Argument(token));
        }

        if (TexCommands.Switches.TryGetValue(name, out var ruling))
        {
            _alphabet = ruling;
            return Rest();
        }

        if (TexCommands.Words.TryGetValue(name, out var face))
        {
            return TextArgument(token, face);
        }

        if (TexCommands.Classes.TryGetValue(name, out var c))
        {
            return new MathClassed(c, Argument(token));
        }

        if (TexCommands.Levels.TryGetValue(name, out var level))
        {
            return new MathStyled(level, Rest());
        }

        if (TexCommands.Sizes.TryGetValue(name, out var factor))
        {
            return new MathSized(factor, Rest());
        }

        if (TexCommands.Frames.TryGetValue(name, out var frame))
        {
            return new MathFrame(frame, name is "fbox" or "sout" ? TextArgument(token, WordsFace.Roman) : Argument(token));
        }

        if (TexCommands.Arrows.TryGetValue(name, out var arrow))
        {
            var under = Bracketed();
            return new MathArrow(arrow, Label(token), under);
        }

        return DelimiterSize(name) is var (size, kind) && size > 0 ? new MathDelimiter(Delimiter(), kind, size) : null;
    }

    private MathNode? Structure(TexToken token)
    {
        switch (token.Text)
        {
            case "frac": return Fraction(token, null);
            case "displayfrac": return Fraction(token, MathLevel.Display);
            case "textfrac": return Fraction(token, MathLevel.Text);
            case "cfrac": return ContinuedFraction(token);
            case "genfrac": return GeneralFraction(token);
            case "sqrt": return Root(token);
            case "sqrtsign": return new MathRadical(Argument(token), null);
            case "left": return Fence(token);
            case "middle": return new MathMiddle(Delimiter());
            case "begin": return Environment(token);
            case "mathop": return new MathClassed(AtomClass.Op, Argument(token), LimitsPlace.InDisplays);
            case "operatorname" or "operatornamewithlimits": return Operator(token);
            case "overset" or "stackrel": return Stacked(token, isOver: true);
            case "underset": return Stacked(token, isOver: false);
            case "overunderset": return OverAndUnder(token);
            case "substack": return Substack(token);
            case "boldsymbol" or "bm" or "pmb" or "mathbold": return InBold(token);
            case "not": return Negated(token);
            case "color": return Coloured(Rest);
            case "textcolor": return Coloured(() => Argument(token));
            case "colorbox": return Grounded(token);
            case "fcolorbox": return ColouredBox(token);
            case "phantom": return new MathPhantom(Argument(token), false, true, true, true);
            case "hphantom": return new MathPhantom(Argument(token), false, true, false, false);
            case "vphantom": return new MathPhantom(Argument(token), false, false, true, true);
            case "mathstrut" or "strut": return new MathPhantom(new MathAtom("(", AtomClass.Ord), false, false, true, true);
            case "smash": return Smash(token);
            case "mathllap": return new MathPhantom(Argument(token), true, false, true, true, 'l');
            case "mathrlap": return new MathPhantom(Argument(token), true, false, true, true);
            case "mathclap": return new MathPhantom(Argument(token), true, false, true, true, 'c');
            case "llap": return new MathPhantom(TextArgument(token, WordsFace.Roman), true, false, true, true, 'l');
            case "rlap": return new MathPhantom(TextArgument(token, WordsFace.Roman), true, false, true, true);
            case "clap": return new MathPhantom(TextArgument(token, WordsFace.Roman), true, false, true, true, 'c');
            case "raisebox": return Raised(token);
            case "vcenter": return new MathRaised(Argument(token), null);
            default: return Remaining(token);
        }
    }

    private MathNode? Remaining(TexToken token)
    {
        switch (token.Text)
        {
            case "kern" or "mkern" or "mskip" or "hskip": return new MathSpace(Length());
            case "hspace": return new MathSpace(SpaceArgument());
            case "allowbreak" or "-" or "goodbreak": return new MathSpace(0, MayBreak: true);
            case "nobreak" or "noexpand" or "relax" or "displaylimits" or "limits" or "nolimits" or "protect" or "noindent" or "centering" or "/" or "@" or "DOTSB" or "DOTSI" or "DOTSX": return null;
            case "rule": return BlackBox();
            case "tag": Tagged(token); return null;
            case "nonumber" or "notag": _isUnnumbered = true; return null;
            case "label": Labelled(); return null;
            case "ref" or "eqref": return Reference(token);
            case "newcommand" or "renewcommand" or "providecommand": NewCommand(token); return null;
            case "def" or "gdef" or "edef" or "xdef": Definition(); return null;
            case "let" or "futurelet": Alias(); return null;
            case "global" or "long": return null;
            case "ce": return Translated(token, Chemistry.Tex);
            case "pu": return Translated(token, Quantity.Tex);
            case "reaction": return new MathArrow(_source.Raw().Text, Label(token), Label(token)) { Least = ReactionArrow };
            case "element": return new MathAtom(TexSource.TextOf(_source.Argument()), AtomClass.Ord);
            case "DeclareMathOperator": NewOperator(); return null;
            case "expandafter": ExpandSecond(); return null;
            case "message" or "errmessage": _source.Argument(); return null;
            case "show": _source.Raw(); return null;
            case "mathchoice": return Choice(token);
            case "char": return CharacterCode(token);
            case "\\" or "newline" or "cr": return LineEnd(token);
            case "hline" or "hdashline" or "toprule" or "midrule" or "bottomrule" or "cline": return Stray(token);
            case "ensuremath": return Argument(token);
            case "verb": return Verbatim();
            case "(" or ")" or "[" or "]": return null;
            default: return OfScreens(token) ?? OfText(token) ?? Unknown(token);
        }
    }

    private MathNode In(MathAlphabet alphabet, Func<MathNode> read)
    {
        var outer = _alphabet;
        _alphabet = alphabet;
        var body = read();
        _alphabet = outer;
        return body is MathRow ? new MathClassed(AtomClass.Ord, body) : body;
    }

    private MathClassed InBold(TexToken token)
    {
        var outer = _isBold;
        _isBold = true;
        var body = Argument(token);
        _isBold = outer;
        return new MathClassed(body is MathAtom atom ? atom.Class : AtomClass.Ord, body);
    }

    /// <summary>What stands at an arrow; null for nothing.</summary>
    private MathNode? Label(TexToken token) => Argument(token) is var label && label is MathRow { Items: [] } ? null : label;

    private MathFraction Fraction(TexToken token, MathLevel? level) => new(Argument(token), Argument(token), Level: level);

    private MathFraction ContinuedFraction(TexToken token)
    {
        var alignment = TexSource.TextOf(_source.Optional());
        return new MathFraction(Argument(token), Argument(token), Level: MathLevel.Display) { IsContinued = true, Alignment = alignment is "l" or "r" ? alignment[0] : 'c' };
    }

    private MathFraction GeneralFraction(TexToken token)
    {
        var (left, right) = (DelimiterArgument(), DelimiterArgument());
        var rule = TexSource.TextOf(_source.Argument());
        MathLevel? level = TexSource.TextOf(_source.Argument()) is [>= '0' and <= '3' and var digit] ? (MathLevel)(digit - '0') : null;
        return new MathFraction(Argument(token), Argument(token), rule.Length == 0 ? null : LengthOf(rule), left, right, level);
    }

    private MathRadical Root(TexToken token)
    {
        var index = Bracketed();
        return new MathRadical(Argument(token), index);
    }

    private MathNode Operator(TexToken token)
    {
        var isStarred = Star();
        var body = In(MathAlphabet.Roman, () => Argument(token));
        var name = NameOf(body);
        var limits = isStarred || token.Text == "operatornamewithlimits" ? LimitsPlace.InDisplays : LimitsPlace.Never;
        return name is null ? new MathClassed(AtomClass.Op, body, limits)
            : limits == LimitsPlace.Never && !TexCommands.HasLimits(name) ? new MathAtom(name, AtomClass.Op)
            : new MathClassed(AtomClass.Op, new MathAtom(name, AtomClass.Op), limits);
    }

    /// <summary>A body of upright letters and thin spaces as one name, or null.</summary>
    private static string? NameOf(MathNode body)
    {
        var items = body switch { MathClassed { Body: MathRow row } => row.Items, MathRow row => row.Items, _ => [body] };
        var name = new StringBuilder();
        foreach (var item in items)
        {
            switch (item)
            {
                case MathAtom { Alphabet: MathAlphabet.Roman } atom: name.Append(atom.Text is "−" ? "-" : atom.Text is "∗" ? "*" : atom.Text); break;
                case MathWords { Face: WordsFace.Roman } words: name.Append(words.Text); break;
                case MathSpace { Width: > 0 and < 0.2 }: name.Append('\u2009'); break;
                default: return null;
            }
        }

        return name.Length > 0 ? name.ToString() : null;
    }

    private MathStack Stacked(TexToken token, bool isOver)
    {
        var mark = Argument(token);
        var body = Argument(token);
        var c = token.Text == "stackrel" ? AtomClass.Rel : ClassOf(body);
        return isOver ? new MathStack(body, mark, null, c) : new MathStack(body, null, mark, c);
    }

    private MathStack OverAndUnder(TexToken token)
    {
        var (over, under, body) = (Argument(token), Argument(token), Argument(token));
        return new MathStack(body, over, under, ClassOf(body));
    }

    private static AtomClass ClassOf(MathNode body) => body switch
    {
        MathAtom { Class: AtomClass.Bin or AtomClass.Rel } atom => atom.Class,
        MathClassed { Class: AtomClass.Bin or AtomClass.Rel } classed => classed.Class,
        MathArrow or MathStack { Class: AtomClass.Rel } => AtomClass.Rel,
        _ => AtomClass.Ord,
    };

    private MathNode Negated(TexToken token) => Argument(token) switch
    {
        MathAtom atom => atom with { Text = MathSymbols.Negated(atom.Text) },
        MathClassed { Body: MathAtom atom } classed => classed with { Body = atom with { Text = MathSymbols.Negated(atom.Text) } },
        var other => new MathFrame(FrameKind.Cancel, other),
    };

    private MathPhantom Smash(TexToken token)
    {
        var kept = TexSource.TextOf(_source.Optional());
        return new MathPhantom(Argument(token), true, true, kept.Contains('b', StringComparison.Ordinal) && !kept.Contains('t', StringComparison.Ordinal), kept.Contains('t', StringComparison.Ordinal) && !kept.Contains('b', StringComparison.Ordinal));
    }

    private MathRaised Raised(TexToken token)
    {
        var rise = LengthOf(TexSource.TextOf(_source.Argument()));
        return new MathRaised(TextArgument(token, WordsFace.Roman), rise);
    }

    private MathRule BlackBox()
    {
        var rise = _source.Optional();
        var (width, height) = (LengthOf(TexSource.TextOf(_source.Argument())), LengthOf(TexSource.TextOf(_source.Argument())));
        return new MathRule(width, height, rise is null ? 0 : LengthOf(TexSource.TextOf(rise)));
    }

    private MathChoice Choice(TexToken token) => new(Argument(token), Argument(token), Argument(token), Argument(token));

    /// <summary>Low dots before a comma or nothing, raised ones between signs (amsmath).</summary>
    private MathAtom Dots() => _source.SkipSpaces() switch
    {
        { Kind: TexKind.Character } token when MathSymbols.Typed(token.Text) is { Class: AtomClass.Bin or AtomClass.Rel } => new MathAtom("⋯", AtomClass.Inner),
        { Kind: TexKind.Command } token when MathSymbols.Named(token.Text) is { Class: AtomClass.Bin or AtomClass.Rel or AtomClass.Op } => new MathAtom("⋯", AtomClass.Inner),
        _ => new MathAtom("…", AtomClass.Inner),
    };

    private MathNode? CharacterCode(TexToken token)
    {
        var digits = new StringBuilder();
        while (_source.Peek() is { Kind: TexKind.Character } next && (digits.Length == 0 ? next.Text is "\"" or "'" or "`" || char.IsAsciiDigit(next.Text[0]) : char.IsAsciiHexDigit(next.Text[0])))
        {
            digits.Append(_source.Next().Text);
        }

        var text = digits.ToString();
        var isRead = text.StartsWith('"') ? int.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        if (isRead && Rune.IsValid(code))
        {
            return Character(new TexToken(TexKind.Character, char.ConvertFromUtf32(code), token.At));
        }

        Report(MathFindings.Malformed, token, "\\char needs the number of a character.");
        return null;
    }

    private MathNode? Stray(TexToken token)
    {
        Report(MathFindings.Malformed, token, $"\\{token.Text} outside a table.");
        return null;
    }

    private MathUnknown Unknown(TexToken token)
    {
        Report(MathFindings.UnknownCommand, token, $"\\{token.Text} is not known.");
        return new MathUnknown("\\" + token.Text);
    }
}
