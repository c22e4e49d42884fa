using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Contents.Scripts;

/// <summary>Takes out the TypeScript that settings files are written with. What it does not know stays, and the script then fails to parse.</summary>
internal static partial class TypeAnnotations
{
    public static string Removed(string code)
    {
        code = Declared().Replace(code, "");
        code = Assertion().Replace(code, "");
        code = Variable().Replace(code, "$1 $2 =");
        code = Parameters().Replace(code, m => m.Groups[1].Value + "(" + Parameter().Replace(m.Groups[2].Value, "$1") + ")" + m.Groups[4].Value);
        code = TypeArguments().Replace(code, "$1(");
        return NonNull().Replace(code, "$1");
    }

    // interface X { … } and type X = …, braces balanced.
    [GeneratedRegex(@"^[ \t]*(?:export\s+)?(?:declare\s+)?(?:interface\s+[\w$]+[^{;=]*|type\s+[\w$]+\s*(?:<[^>]*>)?\s*=\s*)(?:\{(?>[^{}]|(?<d>\{)|(?<-d>\}))*(?(d)(?!))\}(?:\[\])*|[^;{\n]*);?", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<=[\w$\])}\uE001])\s+(?:as|satisfies)\s+(?:const\b|[A-Za-z_$][\w$.]*(?:<[\w$.,\s\[\]|<>]*>)?(?:\[[^\]\n]*\])*)")]
    private static partial Regex Assertion();

    [GeneratedRegex(@"\b(const|let|var)\s+([\w$]+)\s*:[^=;]+=(?![>=])")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(\bfunction\b\s*[\w$]*\s*(?:<[^>()]*>)?\s*)?\(([^()]*)\)(\s*:\s*[\w$.<>\[\]|,\s]+?)?(\s*(?:=>|\{))")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"([\w$]+)\??\s*:\s*[\w$.<>\[\]|\s]+?(?=\s*(?:[,=]|$))")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\b([\w$]+)<[\w$.,\s\[\]|]+>\s*\(")]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"([\w$)\]])!(?=[.\[),;])")]
    private static partial Regex NonNull();
}
