namespace Kanyin.Books.Mathematics;

internal enum TexKind
{
    End,

    /// <summary>A control sequence; the text is its name without the backslash.</summary>
    Command,

    /// <summary>One character.</summary>
    Character,
    Space,
    OpenBrace,
    CloseBrace,
    Superscript,
    Subscript,
    Ampersand,

    /// <summary>#1 in the body of a macro; the text is the digit.</summary>
    Parameter,
}

/// <param name="At">Offset in the author's TeX; what a macro gives stands where it was called.</param>
internal readonly record struct TexToken(TexKind Kind, string Text, int At)
{
    public bool Is(string command) => Kind == TexKind.Command && Text == command;

    public bool IsCharacter(char c) => Kind == TexKind.Character && Text.Length == 1 && Text[0] == c;
}
