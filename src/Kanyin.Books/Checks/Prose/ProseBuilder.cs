using System.Collections.Immutable;
using System.Net;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Prose;

/// <summary>Writes the inlines of one block as <see cref="ProseText"/>, finding each text again in the file.</summary>
internal sealed class ProseBuilder(SourceFile file)
{
    /// <summary>UTF-16 units of the longest character reference, &amp;CounterClockwiseContourIntegral;.</summary>
    private const int LongestReference = 34;

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<ProseRun>.Builder _runs = ImmutableArray.CreateBuilder<ProseRun>();

    /// <summary>Null when there is no text.</summary>
    public ProseText? Finish(ProseKind kind, bool isInList, Block? next) =>
        _text.Length == 0 ? null : new ProseText(file, kind, _text.ToString(), _runs.ToImmutable()) { IsInList = isInList, Next = next };

    public void Add(IEnumerable<Inline> inlines, bool isInLink = false)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text text when isInLink && IsAddress(text.Value):
                case Code or Keyboard or Model.Math or Image:
                    Append(ProseText.Opaque, inline.At.Start, inline.At.Length);
                    break;
                case Text text:
                    Add(text);
                    break;
                case LineBreak:
                    Append(ProseText.ForcedBreak, inline.At.Start, inline.At.Length);
                    break;
                case Note or Anchor:
                    break;
                default:
                    Add(Descendants.Children(inline), isInLink || inline is Link);
                    break;
            }
        }
    }

    private static bool IsAddress(string words) => words.Contains("://", StringComparison.Ordinal) || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || (words.Contains('@', StringComparison.Ordinal) && words.Contains('.', StringComparison.Ordinal));

    /// <summary>Most texts stand in the file as they are; the others are walked along together with their source.</summary>
    private void Add(Text text)
    {
        var start = System.Math.Clamp(text.At.Start, 0, file.Text.Length);
        var end = System.Math.Clamp(text.At.Start + text.At.Length, start, file.Text.Length);

        // A number or label at the beginning may have been taken out, white space at both ends.
        if (file.Text.AsSpan(start, end - start).IndexOf(text.Value, StringComparison.Ordinal) is var index and >= 0)
        {
            _runs.Add(new ProseRun(_text.Length, start + index, text.Value.Length, text.Value.Length));
            _text.Append(text.Value);
            return;
        }

        Align(text.Value, start, end);
    }

    private void Align(string value, int at, int end)
    {
        var source = file.Text;
        for (var i = 0; i < value.Length;)
        {
            if (at >= end)
            {
                Append(ProseText.Opaque, System.Math.Max(0, end - 1), 0);
                return;
            }

            if (source[at] == '&' && Reference(value.AsSpan(i), at, end) is var (units, length))
            {
                Append(ProseText.Opaque, at, length);
                (i, at) = (i + units, at + length);
            }
            else if (source[at] == '\\' && at + 1 < end && source[at + 1] == value[i])
            {
                Append(ProseText.Opaque, at, 2);
                (i, at) = (i + 1, at + 2);
            }
            else if (source[at] == value[i])
            {
                Append(value[i++], at++, 1);
            }
            else if (source[at] == '<' && source.IndexOf('>', at, end - at) is var close and > 0)
            {
                at = close + 1;
            }
            else if (source[at] is ' ' or '\t' or '\r' or '\n')
            {
                at = AfterLineEnd(value[i], at, end, ref i);
            }
            else
            {
                // A number that was taken out, or something that is not understood: look for where the text goes on.
                var next = source.AsSpan(at, end - at).IndexOf(value.AsSpan(i, System.Math.Min(4, value.Length - i)), StringComparison.Ordinal);
                if (next <= 0)
                {
                    Append(ProseText.Opaque, at, end - at);
                    return;
                }

                at += next;
            }
        }
    }

    /// <summary>How many units of the text a character reference stands for, and how many it takes in the file.</summary>
    private (int Units, int Length)? Reference(ReadOnlySpan<char> value, int at, int end)
    {
        var length = file.Text.AsSpan(at, System.Math.Min(LongestReference, end - at)).IndexOf(';') + 1;
        var decoded = length > 1 ? WebUtility.HtmlDecode(file.Text.Substring(at, length)) : "";
        return decoded.Length > 0 && decoded.Length < length && value.StartsWith(decoded) ? (decoded.Length, length) : null;
    }

    /// <summary>A line end with the spaces, indents and marks of quotation around it is a space in the text, or nothing.</summary>
    private int AfterLineEnd(char next, int at, int end, ref int i)
    {
        var (after, line) = (at, -1);
        while (after < end && file.Text[after] is ' ' or '\t' or '\r' or '\n' or '>')
        {
            line = line < 0 && file.Text[after] is '\r' or '\n' ? after : line;
            after++;
        }

        if (line >= 0 && next == ' ')
        {
            Append('\n', line, 1);
            i++;
        }

        return line >= 0 ? after : at + 1;
    }

    private void Append(char c, int source, int length)
    {
        if (length == 1 && _runs.Count > 0 && _runs[^1] is var last && last.Source + last.Length == source && last.SourceLength == last.Length)
        {
            _runs[^1] = last with { Length = last.Length + 1, SourceLength = last.Length + 1 };
        }
        else
        {
            _runs.Add(new ProseRun(_text.Length, source, 1, length));
        }

        _text.Append(c);
    }
}
