namespace Kanyin.Typesetting.Chinese;

/// <summary>The gap between Han and Latin (typography.md 4).</summary>
internal static class LatinGap
{
    /// <summary>AS1.</summary>
    public const double Natural = 0.25;

    /// <summary>Least and greatest width in a justified line (S5, E2).</summary>
    public const double Least = 0.125;

    public const double Greatest = 1.0 / 3;

    /// <summary>Whether a gap stands between the two (AS2, AS4, AS5, AS8).</summary>
    /// <param name="lastOfA">The last character of the first.</param>
    /// <param name="firstOfB">The first character of the second.</param>
    /// <param name="hasTypedSpace">The author typed a space there; the gap replaces it (AS3).</param>
    public static bool Stands(CharacterClass a, char lastOfA, CharacterClass b, char firstOfB, bool hasTypedSpace) => (a, b) switch
    {
        (CharacterClass.Han or CharacterClass.Object, CharacterClass.Latin) => !IsFullWidth(lastOfA) && (hasTypedSpace || !IsGluedBefore(firstOfB)),
        (CharacterClass.Latin, CharacterClass.Han or CharacterClass.Object) => !IsFullWidth(firstOfB) && (hasTypedSpace || !IsGluedAfter(lastOfA)),
        _ => false,
    };

    /// <summary>AS5: ( ) [ ] ' " and the marks that cling to the character before them.</summary>
    private static bool IsGluedBefore(char c) => c is '(' or '[' or '{' or '\'' or '"' or ')' or ']' or '}' or ',' or '.' or ';' or ':' or '!' or '?' or '’' or '”';

    private static bool IsGluedAfter(char c) => c is '(' or '[' or '{' or '\'' or '"' or ')' or ']' or '}' or '‘' or '“';

    /// <summary>AS5: full-width letters and digits, punctuation drawn full-width.</summary>
    private static bool IsFullWidth(char c) => c is >= '\uFF01' and <= '\uFF5E';
}
