using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Highlighting;

/// <summary>What TextMate's scopes come to in six quiet colours.</summary>
internal static class TokenKinds
{
    // In the order they are tried: the longer name first.
    private static readonly (string Scope, CodeTokenKind? Kind)[] Names =
    [
        ("comment", CodeTokenKind.Comment),
        ("string.unquoted", null),
        ("string", CodeTokenKind.String),
        ("constant.numeric", CodeTokenKind.Number),
        ("constant.language", CodeTokenKind.Keyword),
        ("constant.character.escape", CodeTokenKind.String),
        ("keyword", CodeTokenKind.Keyword),
        ("storage", CodeTokenKind.Keyword),
        ("variable.language", CodeTokenKind.Keyword),
        ("entity.name.function", CodeTokenKind.Function),
        ("support.function", CodeTokenKind.Function),
        ("entity.name.tag", CodeTokenKind.Keyword),
        ("entity.name.variable", null),
        ("entity", CodeTokenKind.Type),
        ("support.type", CodeTokenKind.Type),
        ("support.class", CodeTokenKind.Type),

        // Code inside a string: {name} in an interpolated one.
        ("meta.embedded", null),
        ("meta.interpolation", null),
        ("meta.template.expression", null),
    ];

    /// <param name="scopes">From the whole text to the token itself.</param>
    /// <param name="words">The token's text.</param>
    public static CodeTokenKind? Of(List<string> scopes, ReadOnlySpan<char> words)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            foreach (var (name, kind) in Names)
            {
                if (Is(scopes[i], name))
                {
                    return kind == CodeTokenKind.Keyword ? Keyword(scopes[i], words) : kind;
                }
            }
        }

        return null;
    }

    /// <summary>Operators are signs, not words, and Java's grammar calls String a storage type.</summary>
    private static CodeTokenKind? Keyword(string scope, ReadOnlySpan<char> words) =>
        !char.IsLetter(words.TrimStart("@#<$-/") is [var first, ..] ? first : ' ') ? null : Is(scope, "storage.type") && char.IsUpper(words[0]) ? CodeTokenKind.Type : CodeTokenKind.Keyword;

    private static bool Is(string scope, string name) => scope.StartsWith(name, StringComparison.Ordinal) && (scope.Length == name.Length || scope[name.Length] == '.');
}
