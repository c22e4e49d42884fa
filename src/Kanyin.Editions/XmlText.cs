using System.Text;
using System.Xml;

namespace Kanyin.Editions;

/// <summary>Makes any string fit for XML 1.0.</summary>
internal static class XmlText
{
    /// <summary>Drops what XML 1.0 2.2 forbids: control characters, lone surrogates, U+FFFE and U+FFFF; also carriage returns.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (LengthAt(text, i) == 0)
            {
                return Rebuilt(text);
            }

            i += LengthAt(text, i) - 1;
        }

        return text;
    }

    /// <summary>The text on one line: white space becomes single spaces.</summary>
    public static string OneLine(string text) => string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An id as an XML name without colons. Ids of the model are names already; this is the guarantee.</summary>
    public static string Id(string id)
    {
        var builder = new StringBuilder(id.Length + 2);
        foreach (var c in id)
        {
            builder.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_');
        }

        return builder.Length > 0 && (char.IsAsciiLetter(builder[0]) || builder[0] == '_') ? builder.ToString() : "x-" + builder;
    }

    private static string Rebuilt(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var length = LengthAt(text, i);
            builder.Append(text, i, length);
            i += Math.Max(length, 1) - 1;
        }

        return builder.ToString();
    }

    /// <summary>2 for a surrogate pair, 1 for another allowed character, 0 for a forbidden one.</summary>
    private static int LengthAt(string text, int i) =>
        text[i] == '\r' ? 0
        : XmlConvert.IsXmlChar(text[i]) ? 1
        : i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2
        : 0;
}
