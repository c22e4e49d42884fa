using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Kanyin.Books.Mathematics;

/// <summary>Words, lengths, colours and numbers.</summary>
internal sealed partial class TexReader
{
    /// <summary>Em for each unit, where a text of 10 points and LaTeX's own face (ex) stand for the rest.</summary>
    private static readonly FrozenDictionary<string, double> _units = new Dictionary<string, double>
    {
        ["em"] = 1,
        ["ex"] = 0.431,
        ["mu"] = 1 / 18.0,
        ["pt"] = 0.1,
        ["bp"] = 0.10037,
        ["px"] = 0.10037,
        ["mm"] = 0.28453,
        ["cm"] = 2.8453,
        ["in"] = 7.227,
        ["pc"] = 1.2,
        ["dd"] = 0.107,
        ["cc"] = 1.284,
        ["nd"] = 0.1067,
        ["nc"] = 1.2804,
        ["sp"] = 0.1 / 65536,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> _colours = new Dictionary<string, int>
    {
        ["black"] = 0x000000, ["white"] = 0xFFFFFF, ["red"] = 0xFF0000, ["green"] = 0x008000, ["lime"] = 0x00FF00, ["blue"] = 0x0000FF,
        ["cyan"] = 0x00FFFF, ["aqua"] = 0x00FFFF, ["magenta"] = 0xFF00FF, ["fuchsia"] = 0xFF00FF, ["yellow"] = 0xFFFF00, ["orange"] = 0xFFA500,
        ["gray"] = 0x808080, ["grey"] = 0x808080, ["darkgray"] = 0x404040, ["lightgray"] = 0xBFBFBF, ["silver"] = 0xC0C0C0, ["brown"] = 0xBF8040,
        ["purple"] = 0x800080, ["violet"] = 0x800080, ["pink"] = 0xFFC0CB, ["teal"] = 0x008080, ["olive"] = 0x808000, ["navy"] = 0x000080,
        ["maroon"] = 0x800000, ["crimson"] = 0xDC143C, ["gold"] = 0xFFD700, ["royalblue"] = 0x4169E1, ["forestgreen"] = 0x228B22, ["darkblue"] = 0x00008B,
        ["darkred"] = 0x8B0000, ["darkgreen"] = 0x006400, ["steelblue"] = 0x4682B4, ["dodgerblue"] = 0x1E90FF, ["tomato"] = 0xFF6347, ["salmon"] = 0xFA8072,
        ["indigo"] = 0x4B0082, ["turquoise"] = 0x40E0D0, ["coral"] = 0xFF7F50, ["orchid"] = 0xDA70D6, ["tan"] = 0xD2B48C, ["khaki"] = 0xF0E68C,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The argument of \text: words, with formulas between dollars among them.</summary>
    private MathNode TextArgument(TexToken command, WordsFace face)
    {
        if (_depth >= DeepestNesting)
        {
            Report(MathFindings.TooDeep, command, $"Nested more than {DeepestNesting} deep.");
            return new MathUnknown(TexSource.TextOf(_source.Argument()));
        }

        if (_source.Argument() is not { } tokens)
        {
            Report(MathFindings.Malformed, command, $"{Named(command)} has nothing to work on.");
            return MathRow.Empty;
        }

        _depth++;
        var node = TextOf(tokens, _isBold && face == WordsFace.Roman ? WordsFace.Bold : face);
        _depth--;
        return node;
    }

    private MathNode TextOf(List<TexToken> tokens, WordsFace face)
    {
        if (_depth > DeepestNesting)
        {
            return new MathUnknown(TexSource.TextOf(tokens));
        }

        var parts = ImmutableArray.CreateBuilder<MathNode>();
        var words = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case TexKind.Character or TexKind.Command when token.IsCharacter('$') || token.Is("("):
                    var end = tokens.FindIndex(i + 1, t => token.Kind == TexKind.Command ? t.Is(")") : t.IsCharacter('$'));
                    end = end < 0 ? tokens.Count : end;
                    Flush();
                    parts.Add(Inner(tokens.GetRange(i + 1, end - i - 1)));
                    i = end;
                    break;
                case TexKind.Character: words.Append(token.Text == "~" ? "\u00A0" : token.Text); break;
                case TexKind.Command when TextSign(token.Text) is { } sign: words.Append(sign); break;
                case TexKind.Command:
                    Flush();
                    i = InnerCommand(tokens, i, face, parts);
                    break;
                case TexKind.OpenBrace or TexKind.CloseBrace: break;
                default: words.Append(token.Text); break;
            }
        }

        Flush();
        return parts.Count == 1 ? parts[0] : new MathClassed(AtomClass.Ord, new MathRow(parts.ToImmutable()));

        void Flush()
        {
            if (words.Length > 0)
            {
                parts.Add(new MathWords(words.ToString().Replace("``", "“", StringComparison.Ordinal).Replace("''", "”", StringComparison.Ordinal), face));
                words.Clear();
            }
        }
    }

    private static string? TextSign(string name) => name switch
    {
        " " or "space" or "nobreakspace" => " ",
        "," or "thinspace" => "\u2009",
        "quad" => "\u2003",
        "qquad" => "\u2003\u2003",
        "textbackslash" => "\\",
        "textasciitilde" => "~",
        "textasciicircum" => "^",
        "textless" => "<",
        "textgreater" => ">",
        "textbar" => "|",
        "textbardbl" => "‖",
        "textbraceleft" or "{" => "{",
        "textbraceright" or "}" => "}",
        "textunderscore" => "_",
        "textendash" => "–",
        "textemdash" => "—",
        "textellipsis" or "ldots" or "dots" => "…",
        "textquoteleft" or "lq" => "‘",
        "textquoteright" or "rq" => "’",
        "textquotedblleft" => "“",
        "textquotedblright" => "”",
        "textdegree" => "°",
        "textregistered" => "®",
        "textsterling" => "£",
        "i" => "ı",
        "j" => "ȷ",
        "\\" => " ",
        _ => MathSymbols.Named(name) is { } symbol && !MathSymbols.IsGreek(symbol.Text) && symbol.Class is AtomClass.Ord or AtomClass.Inner ? symbol.Text : null,
    };

    /// <summary>A command among words: another face, or something of mathematics.</summary>
    private int InnerCommand(List<TexToken> tokens, int at, WordsFace face, ImmutableArray<MathNode>.Builder parts)
    {
        var token = tokens[at];
        if (CombiningAccent(token.Text) is { } mark && at + 1 < tokens.Count)
        {
            var letter = tokens.FindIndex(at + 1, t => t.Kind is TexKind.Character or TexKind.Command);
            if (letter > 0)
            {
                parts.Add(new MathWords((tokens[letter].Kind == TexKind.Command ? TextSign(tokens[letter].Text) : tokens[letter].Text) + mark, face));
                return letter;
            }
        }

        // The command reads what it needs, and the rest are words again.
        var rest = tokens.GetRange(at + 1, tokens.Count - at - 1);
        if (TexCommands.Words.TryGetValue(token.Text, out var other))
        {
            var length = GroupLength(rest);
            _depth++;
            parts.Add(TextOf(rest.GetRange(0, length), other == WordsFace.Bold && face == WordsFace.Italic ? WordsFace.BoldItalic : other));
            _depth--;
            return at + length;
        }

        parts.Add(Inner(tokens.GetRange(at, 1 + GroupLength(rest))));
        return at + GroupLength(rest);
    }

    private static string? CombiningAccent(string name) => name switch { "'" => "\u0301", "`" => "\u0300", "^" => "\u0302", "~" => "\u0303", "=" => "\u0304", "u" => "\u0306", "." => "\u0307", "\"" => "\u0308", "r" => "\u030A", "H" => "\u030B", "v" => "\u030C", "c" => "\u0327", _ => null };

    private static int GroupLength(List<TexToken> tokens)
    {
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i].Kind switch { TexKind.OpenBrace => 1, TexKind.CloseBrace => -1, _ => 0 };
            if (depth == 0 && tokens[i].Kind == TexKind.CloseBrace)
            {
                return i + 1;
            }

            if (depth == 0 && tokens[i].Kind != TexKind.Space)
            {
                return 0;
            }
        }

        return depth > 0 ? tokens.Count : 0;
    }

    /// <summary>Tokens read as a formula, in their own group.</summary>
    private MathNode Inner(List<TexToken> tokens)
    {
        _source.Back(new TexToken(TexKind.CloseBrace, "}", tokens.Count > 0 ? tokens[^1].At : 0));
        _source.BackAll(tokens);
        return Group(new TexToken(TexKind.OpenBrace, "{", tokens.Count > 0 ? tokens[0].At : 0));
    }

    private bool Star()
    {
        if (!_source.SkipSpaces().IsCharacter('*'))
        {
            return false;
        }

        _source.Next();
        return true;
    }

    private double SpaceArgument()
    {
        Star();
        return LengthOf(TexSource.TextOf(_source.Argument()));
    }

    /// <summary>A length that stands without braces: \kern1em.</summary>
    private double Length()
    {
        var token = _source.RawSkippingSpaces();
        _source.Back(token);
        var at = token.At;
        if (token.Kind == TexKind.OpenBrace)
        {
            return LengthOf(TexSource.TextOf(_source.Argument()));
        }

        var text = new StringBuilder();
        while (_source.Raw() is var next)
        {
            var isUnit = text.Length > 0 && char.IsAsciiLetter(text[^1]);
            var fits = next.Kind == TexKind.Space || (next.Kind == TexKind.Character && (char.IsAsciiDigit(next.Text[0]) || next.Text is "." or "-" or "+" || (char.IsAsciiLetter(next.Text[0]) && text.Length > 0)));
            if (!fits || (isUnit && next.Kind == TexKind.Space))
            {
                _source.Back(next);
                break;
            }

            text.Append(next.Text);
            if (text.Length > 2 && _units.ContainsKey(text.ToString()[^2..]))
            {
                break;
            }
        }

        return LengthOf(text.ToString(), at);
    }

    private double LengthOf(string text, int? at = null)
    {
        var trimmed = text.Replace(" ", "", StringComparison.Ordinal);
        if (trimmed.Length > 2 && _units.TryGetValue(trimmed[^2..], out var unit) && double.TryParse(trimmed.AsSpan(0, trimmed.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 10_000)
        {
            return Math.Clamp(number * unit, -100, 100);
        }

        if (trimmed != "0")
        {
            _troubles.Add(new MathTrouble(MathFindings.Malformed, Math.Min(at ?? _source.Offset, _tex.Length), 1, $"“{text}” is no length.", "A number and a unit, such as 1em or 3mu."));
        }

        return 0;
    }

    private MathColoured Coloured(Func<MathNode> read)
    {
        var ink = Colour();
        return new MathColoured(ink, null, read());
    }

    private MathColoured Grounded(TexToken token)
    {
        var ground = Colour();
        return new MathColoured(null, ground, TextArgument(token, WordsFace.Roman));
    }

    private MathFrame ColouredBox(TexToken token)
    {
        var (ink, ground) = (Colour(), Colour());
        return new MathFrame(FrameKind.Box, TextArgument(token, WordsFace.Roman)) { Ink = ink, Ground = ground };
    }

    private int Colour()
    {
        var at = _source.Offset;
        var model = TexSource.TextOf(_source.Optional());
        var name = TexSource.TextOf(_source.Argument());
        var hex = name.TrimStart('#');
        if (_colours.TryGetValue(name, out var known))
        {
            return known;
        }

        if ((name.StartsWith('#') || model is "HTML") && hex.Length is 3 or 6 && int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            return hex.Length == 6 ? value : ((value >> 8) * 0x110000) | (((value >> 4) & 15) * 0x1100) | ((value & 15) * 0x11);
        }

        if (model is "rgb" or "RGB" && name.Split(',') is [var r, var g, var b])
        {
            var scale = model == "rgb" ? 255 : 1;
            return (Part(r) << 16) | (Part(g) << 8) | Part(b);

            int Part(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) ? (int)Math.Clamp(Math.Round(part * scale), 0, 255) : 0;
        }

        _troubles.Add(new MathTrouble(MathFindings.Malformed, Math.Min(at, _tex.Length), Math.Max(1, name.Length), $"{name} is no colour.", "A name such as red, or #1A2B3C."));
        return 0;
    }

    private void Tagged(TexToken token)
    {
        var tag = new MathTag("", !Star());
        if (TextArgument(token, WordsFace.Roman) is var words)
        {
            _tag = tag with { Text = MathReading.Of(words) };
        }
    }

    private void Labelled()
    {
        var at = _source.Offset;
        _labels.Add(new MathLabel(TexSource.TextOf(_source.Argument()), "", Math.Min(at, _tex.Length)));
    }

    /// <summary>Another formula's number, or ?? as in LaTeX until it is known.</summary>
    private MathWords Reference(TexToken token)
    {
        var at = _source.Offset;
        var name = TexSource.TextOf(_source.Argument());
        _references.Add(new MathLabel(name, "", Math.Min(at, _tex.Length)));
        var number = _numbers?.GetValueOrDefault(name) is { Length: > 0 } known ? known : "??";
        return new MathWords(token.Text == "eqref" ? $"({number})" : number);
    }

    /// <summary>Another notation, read as the TeX it stands for; what is wrong in it stands at the command.</summary>
    private MathNode Translated(TexToken token, Func<string, string> translate)
    {
        var tex = translate(TexSource.TextOf(_source.Argument()));
        var tokens = new List<TexToken>();
        for (var at = 0; TexScanner.Next(tex, ref at) is { Kind: not TexKind.End } next;)
        {
            tokens.Add(next with { At = token.At });
        }

        // Not in a group of its own: long equations break at their arrows.
        return Inner(tokens) is var node && node is MathClassed { Body: var body } ? body : node;
    }

    private MathWords Verbatim()
    {
        var mark = _source.Raw();
        var text = new StringBuilder();
        while (_source.Raw() is { Kind: not TexKind.End } token && token.Text != mark.Text)
        {
            text.Append(token.Kind == TexKind.Command ? "\\" + token.Text : token.Text);
        }

        return new MathWords(text.ToString(), WordsFace.Monospace);
    }
}
