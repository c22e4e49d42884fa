namespace Kanyin.Books.Mathematics;

/// <summary>Commands that the author defines.</summary>
internal sealed partial class TexReader
{
    private void NewCommand(TexToken token)
    {
        Star();
        if (DefinedName() is not { } name)
        {
            Report(MathFindings.Malformed, token, $"{Named(token)} needs the name of a command.");
            return;
        }

        var count = TexSource.TextOf(_source.Optional());
        var optional = _source.Optional();
        var body = _source.Argument();
        if (token.Text != "providecommand" || !IsKnown(name))
        {
            _source.Macros.Set(name, new TexMacro(count is [>= '0' and <= '9' and var n] ? n - '0' : 0, optional?.ToArray(), [.. body ?? []]));
        }
    }

    private bool IsKnown(string name) => _source.Macros.Find(name) is not null || MathSymbols.Named(name) is not null || TexCommands.Functions.Contains(name);

    private string? DefinedName()
    {
        var tokens = _source.Argument();
        return tokens is [{ Kind: TexKind.Command } command] ? command.Text : null;
    }

    /// <summary>\def\name#1…{body}.</summary>
    private void Definition()
    {
        var name = _source.RawSkippingSpaces();
        var delimiters = new List<TexToken[]>();
        var marks = new List<TexToken>();
        TexToken token;
        while ((token = _source.Raw()).Kind is not (TexKind.OpenBrace or TexKind.End))
        {
            if (token.Kind == TexKind.Parameter)
            {
                delimiters.Add([.. marks]);
                marks.Clear();
            }
            else
            {
                marks.Add(token);
            }
        }

        _source.Back(token);
        delimiters.Add([.. marks]);
        var body = _source.Argument() ?? [];
        if (name.Kind == TexKind.Command && delimiters.Count <= 10)
        {
            _source.Macros.Set(name.Text, new TexMacro(delimiters.Count - 1, null, [.. body], delimiters.All(d => d.Length == 0) ? null : [.. delimiters]));
        }
        else
        {
            Report(MathFindings.Malformed, name, "\\def needs the name of a command.");
        }
    }

    /// <summary>\let\a=\b: what \b means now.</summary>
    private void Alias()
    {
        var name = _source.RawSkippingSpaces();
        var meaning = _source.RawSkippingSpaces();
        meaning = meaning.IsCharacter('=') ? _source.RawSkippingSpaces() : meaning;
        if (name.Kind == TexKind.Command && meaning.Kind != TexKind.End && name.Text != meaning.Text)
        {
            _source.Macros.Set(name.Text, _source.Macros.Find(meaning.Text) is { } macro && meaning.Kind == TexKind.Command ? macro : new TexMacro(0, null, [meaning]));
        }
    }

    /// <summary>\expandafter: of two commands the second is replaced by what it means first.</summary>
    private void ExpandSecond()
    {
        var first = _source.Raw();
        _source.Peek();
        _source.Back(first);
    }

    private void NewOperator()
    {
        var star = Star() ? "*" : "";
        var name = DefinedName();
        var body = _source.Argument() ?? [];
        if (name is not null)
        {
            var head = TexMacro.Of("\\operatorname" + star).Body;
            _source.Macros.Set(name, new TexMacro(0, null, [.. head, new TexToken(TexKind.OpenBrace, "{", 0), .. body, new TexToken(TexKind.CloseBrace, "}", 0)]));
        }
    }
}
