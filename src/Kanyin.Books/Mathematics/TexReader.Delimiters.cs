namespace Kanyin.Books.Mathematics;

/// <summary>Brackets: those of an option, and those that grow.</summary>
internal sealed partial class TexReader
{
    private MathNode? Bracketed()
    {
        if (!_source.SkipSpaces().IsCharacter('['))
        {
            return null;
        }

        var open = _source.Next();
        var body = Row(Ending.Bracket);
        if (!_source.Next().IsCharacter(']'))
        {
            Report(MathFindings.Malformed, open, "A [ without its ].");
        }

        return body;
    }

    private MathFence Fence(TexToken token)
    {
        var left = Delimiter();
        _depth++;
        var body = _depth > DeepestNesting ? MathRow.Empty : Row(Ending.Right);
        _depth--;
        if (_source.Peek().Is("right"))
        {
            _source.Next();
            return new MathFence(left, body, Delimiter());
        }

        Report(MathFindings.Malformed, token, "A \\left without its \\right.", "\\right. closes without a sign.");
        return new MathFence(left, body, "");
    }

    /// <summary>A delimiter's sign; empty for the full stop.</summary>
    private string Delimiter()
    {
        var token = _source.SkipSpaces();
        if (token.Kind == TexKind.End)
        {
            return "";
        }

        _source.Next();
        var sign = token.Kind switch
        {
            TexKind.Character => token.Text,
            TexKind.Command => MathSymbols.Named(token.Text)?.Text ?? (token.Text == "}" ? "}" : ""),
            _ => "",
        };
        if (sign is "" or not ("." or "(" or ")" or "[" or "]" or "{" or "}" or "|" or "‖" or "∥" or "∣" or "/" or "<" or ">" or "⟨" or "⟩" or "⌈" or "⌉" or "⌊" or "⌋" or "\\" or "↑" or "↓" or "↕" or "⇑" or "⇓" or "⇕" or "⟮" or "⟯" or "⎰" or "⎱" or "⌜" or "⌝" or "⌞" or "⌟" or "⟦" or "⟧" or "⦃" or "⦄" or "√"))
        {
            Report(MathFindings.Malformed, token, $"{Named(token)} is no delimiter.");
            if (token.Kind is TexKind.CloseBrace or TexKind.OpenBrace)
            {
                _source.Back(token);
            }

            return "";
        }

        return sign switch { "." => "", "<" => "⟨", ">" => "⟩", "∥" => "‖", "∣" => "|", _ => sign };
    }

    private static (int Size, AtomClass Class) DelimiterSize(string name)
    {
        var size = name.AsSpan().TrimEnd("lrm") switch { "big" => 1, "Big" => 2, "bigg" => 3, "Bigg" => 4, _ => 0 };
        return (size, name[^1] switch { 'l' => AtomClass.Open, 'r' => AtomClass.Close, 'm' => AtomClass.Rel, _ => AtomClass.Ord });
    }

    private string DelimiterArgument()
    {
        var tokens = _source.Argument() ?? [];
        _source.BackAll(tokens);
        return tokens.Count == 0 ? "" : Delimiter();
    }
}
