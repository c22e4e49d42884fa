using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Contents.Scripts;

/// <summary>A script with its strings and comments taken out, so that what looks like code is code.</summary>
internal sealed partial class ScriptText
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    private readonly List<string> _literals = [];

    /// <summary>One literal in <see cref="Code"/>: its number is the first group.</summary>
    public const string Literal = "\uE000([0-9]+)\uE001";

    public ScriptText(string source)
    {
        var code = new StringBuilder();
        var at = 0;
        while (at < source.Length)
        {
            var end = EndOfSkipped(source, at);
            if (end == at)
            {
                code.Append(source[at++]);
                continue;
            }

            var isComment = source[at] == '/';
            if (!isComment)
            {
                code.Append(CultureInfo.InvariantCulture, $"{Open}{_literals.Count}{Close}");
                _literals.Add(source[at..end]);
            }

            at = end;
        }

        Code = code.ToString();
    }

    public string Code { get; set; }

    /// <summary>What a literal says, without its quotation marks.</summary>
    public string ValueOf(Group number) => _literals[int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)][1..^1];

    public override string ToString() => LiteralMark().Replace(Code, m => _literals[int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]);

    /// <summary>Where the comment or string that begins here ends; the same place when none does.</summary>
    private static int EndOfSkipped(string source, int at)
    {
        var rest = source.AsSpan(at);
        if (rest.StartsWith("//"))
        {
            return rest.IndexOf('\n') is var line and >= 0 ? at + line : source.Length;
        }

        if (rest.StartsWith("/*"))
        {
            return rest.IndexOf("*/") is var end and >= 0 ? at + end + 2 : source.Length;
        }

        return rest[0] is '\'' or '"' or '`' ? EndOfString(source, at) : at;
    }

    private static int EndOfString(string source, int at)
    {
        var i = at + 1;
        while (i < source.Length && source[i] != source[at])
        {
            i += source[i] == '\\' ? 2 : 1;
        }

        return Math.Min(i + 1, source.Length);
    }

    [GeneratedRegex(Literal)]
    private static partial Regex LiteralMark();
}
