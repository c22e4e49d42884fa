namespace Kanyin.Books.Mathematics;

/// <summary>The tokens of a formula with its macros expanded, one look ahead.</summary>
internal sealed class TexSource(string tex, TexMacros macros, Action<MathTrouble> report)
{
    /// <summary>A macro that calls itself would never end.</summary>
    private const int MostExpansions = 1_000;

    private const int MostTokens = 100_000;

    private readonly Stack<TexToken> _waiting = [];
    private int _at;
    private int _expansions;
    private int _given;

    public TexMacros Macros { get; } = macros;

    /// <summary>Where the next token of the author's own stands.</summary>
    public int Offset => _waiting.TryPeek(out var token) ? token.At : _at;

    /// <summary>The next token as written.</summary>
    public TexToken Raw() => _waiting.TryPop(out var token) ? token : TexScanner.Next(tex, ref _at);

    public void Back(TexToken token) => _waiting.Push(token);

    /// <summary>The next token that is no macro, kept.</summary>
    public TexToken Peek()
    {
        var token = Next();
        if (token.Kind != TexKind.End)
        {
            _waiting.Push(token);
        }

        return token;
    }

    /// <summary>The next token that is no macro.</summary>
    public TexToken Next()
    {
        while (true)
        {
            var token = Raw();
            if (token.Kind != TexKind.Command || Macros.Find(token.Text) is not { } macro)
            {
                return token;
            }

            if (++_expansions > MostExpansions || _given > MostTokens)
            {
                report(new MathTrouble(MathFindings.TooDeep, token.At, token.Text.Length + 1, $"\\{token.Text} leads to more than {MostExpansions} other commands.", "A macro may not call itself."));
                _waiting.Clear();
                _at = tex.Length;
                return Raw();
            }

            Expand(macro, token);
        }
    }

    public TexToken SkipSpaces()
    {
        var token = Peek();
        while (token.Kind == TexKind.Space)
        {
            Raw();
            token = Peek();
        }

        return token;
    }

    public TexToken RawSkippingSpaces()
    {
        var token = Raw();
        while (token.Kind == TexKind.Space)
        {
            token = Raw();
        }

        return token;
    }

    /// <summary>An argument unread: what is inside the braces, or one token. Null at the end.</summary>
    public List<TexToken>? Argument()
    {
        var token = RawSkippingSpaces();
        if (token.Kind != TexKind.OpenBrace)
        {
            if (token.Kind == TexKind.End || token.Kind == TexKind.CloseBrace)
            {
                Back(token);
                return null;
            }

            return [token];
        }

        var tokens = new List<TexToken>();
        for (var depth = 1; ;)
        {
            token = Raw();
            depth += token.Kind switch { TexKind.OpenBrace => 1, TexKind.CloseBrace => -1, _ => 0 };
            if (token.Kind == TexKind.End || depth == 0)
            {
                return tokens;
            }

            tokens.Add(token);
        }
    }

    /// <summary>What stands in brackets next, or null; nothing is taken when there is no bracket.</summary>
    public List<TexToken>? Optional()
    {
        var token = RawSkippingSpaces();
        if (!token.IsCharacter('['))
        {
            Back(token);
            return null;
        }

        var tokens = new List<TexToken>();
        for (var depth = 0; ;)
        {
            token = Raw();
            depth += token.Kind switch { TexKind.OpenBrace => 1, TexKind.CloseBrace => -1, _ => 0 };
            if (token.Kind == TexKind.End || (depth == 0 && token.IsCharacter(']')))
            {
                return tokens;
            }

            tokens.Add(token);
        }
    }

    public void BackAll(IReadOnlyList<TexToken> tokens)
    {
        _given += tokens.Count;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            _waiting.Push(tokens[i]);
        }
    }

    public static string TextOf(IEnumerable<TexToken>? tokens) => tokens is null ? "" : string.Concat(tokens.Select(t => t.Kind switch
    {
        TexKind.Command => t.Text.Length > 0 && char.IsAsciiLetter(t.Text[0]) ? "\\" + t.Text + " " : "\\" + t.Text,
        TexKind.Parameter => "#" + t.Text,
        _ => t.Text,
    })).Trim();

    private void Expand(TexMacro macro, TexToken call)
    {
        var arguments = new List<TexToken>[macro.Arguments];
        SkipDelimiter(macro, 0);
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = macro.Delimiters is { } marks && marks[i + 1].Length > 0 ? Until(marks[i + 1])
                : i == 0 && macro.Optional is { } optional ? Optional() ?? [.. optional.Select(t => t with { At = call.At })]
                : Argument() ?? [];
        }

        var body = macro.Body;
        _given += body.Length;
        for (var i = body.Length - 1; i >= 0; i--)
        {
            if (body[i].Kind == TexKind.Parameter && body[i].Text[0] - '1' is var n && n < arguments.Length && n >= 0)
            {
                BackAll(arguments[n]);
            }
            else
            {
                _waiting.Push(body[i] with { At = call.At });
            }
        }
    }

    private void SkipDelimiter(TexMacro macro, int index)
    {
        foreach (var mark in macro.Delimiters?[index] ?? [])
        {
            if (Raw() is var token && (token.Kind != mark.Kind || token.Text != mark.Text))
            {
                Back(token);
                return;
            }
        }
    }

    private List<TexToken> Until(TexToken[] marks)
    {
        var tokens = new List<TexToken>();
        while (Raw() is { Kind: not TexKind.End } token)
        {
            tokens.Add(token);
            if (tokens.Count >= marks.Length && marks.Select((m, i) => (m, tokens[tokens.Count - marks.Length + i])).All(p => p.m.Kind == p.Item2.Kind && p.m.Text == p.Item2.Text))
            {
                tokens.RemoveRange(tokens.Count - marks.Length, marks.Length);
                break;
            }
        }

        return tokens;
    }
}
