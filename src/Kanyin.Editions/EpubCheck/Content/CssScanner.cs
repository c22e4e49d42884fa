using System.Text;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>Goes through the text of a style sheet past strings, brackets, comments and addresses (CSS Syntax 3, 4).</summary>
internal sealed class CssScanner(string text)
{
    public int At { get; set; }

    public List<(DiagnosticKind Kind, int At, string Message)> Troubles { get; } = [];

    public List<(string Address, int At, Purpose Use)> Addresses { get; } = [];

    public bool IsAtEnd => At >= text.Length;

    /// <summary>The character here; only where this is not the end.</summary>
    public char Here => text[At];

    public bool Sees(string word) => text.AsSpan(Math.Min(At, text.Length)).StartsWith(word, StringComparison.Ordinal);

    public bool SeesOneOf(string marks) => !IsAtEnd && marks.Contains(Here, StringComparison.Ordinal);

    public void Trouble(string message, int at) => Troubles.Add((EpubKinds.Css, at, message));

    /// <summary>Goes to the end, for what is too strange to go on with.</summary>
    public void GiveUp(string message)
    {
        Trouble(message, At);
        At = text.Length;
    }

    /// <summary>The text up to one of the marks outside strings, brackets and comments; addresses in it are noted.</summary>
    public string Until(string marks, Purpose? use = null)
    {
        var start = At;
        var open = new Stack<char>();
        while (!IsAtEnd)
        {
            var c = text[At];
            if (open.Count == 0 && marks.Contains(c, StringComparison.Ordinal))
            {
                break;
            }

            switch (c)
            {
                case '/' when Sees("/*"):
                    SkipSpace();
                    continue;
                case '"' or '\'':
                    String();
                    continue;
                case '\\':
                    At += 2;
                    continue;
                case '(' or '[':
                    if (c == '(' && IsUrl())
                    {
                        Url(use);
                        continue;
                    }

                    open.Push(c == '(' ? ')' : ']');
                    break;
                case ')' or ']':
                    // EPUBCheck lets a ) without its opening pass; so do browsers, which drop the declaration.
                    if (open.TryPop(out var opening) && opening != c)
                    {
                        Trouble($"There is a {c} without its opening.", At);
                    }

                    break;
                case '}' or '{' when open.Count > 0:
                    Trouble("A bracket is not closed.", At);
                    open.Clear();
                    continue;
            }

            At++;
        }

        At = Math.Min(At, text.Length);
        if (IsAtEnd && open.Count > 0)
        {
            Trouble("A bracket is not closed.", At);
        }

        return text[start..At];
    }

    private bool IsUrl() => At >= 3 && text.AsSpan(At - 3, 3).Equals("url", StringComparison.OrdinalIgnoreCase) && (At == 3 || !(char.IsLetterOrDigit(text[At - 4]) || text[At - 4] == '-'));

    private void Url(Purpose? use)
    {
        var start = At++;
        SkipSpace();
        string address;
        if (!IsAtEnd && text[At] is '"' or '\'')
        {
            address = String();
            SkipSpace();
            if (IsAtEnd || text[At] != ')')
            {
                Trouble("url( is not closed.", start);
                return;
            }
        }
        else
        {
            var close = text.IndexOf(')', At);
            if (close < 0)
            {
                Trouble("url( is not closed.", start);
                At = text.Length;
                return;
            }

            address = text[At..close].Trim();
            At = close;
        }

        At++;
        if (address.Length == 0)
        {
            Trouble("url() is empty.", start);
        }
        else if (use is { } known and not Purpose.Other)
        {
            Addresses.Add((address, start, known));
        }
    }

    private string String()
    {
        var quote = text[At];
        var start = At++;
        var value = new StringBuilder();
        while (!IsAtEnd && text[At] != quote)
        {
            if (text[At] == '\n')
            {
                Trouble("A string is not closed on its line.", start);
                return value.ToString();
            }

            if (text[At] == '\\')
            {
                At++;
            }

            if (!IsAtEnd)
            {
                value.Append(text[At++]);
            }
        }

        if (IsAtEnd)
        {
            Trouble("A string is not closed.", start);
        }

        At++;
        return value.ToString();
    }

    /// <summary>From after a { to after its }.</summary>
    public void SkipBlock()
    {
        for (var open = 1; open > 0 && !IsAtEnd; At++)
        {
            Until("{}");
            open += IsAtEnd ? 0 : text[At] == '{' ? 1 : -1;
        }
    }

    public string Name()
    {
        var start = At;
        while (!IsAtEnd && (char.IsLetterOrDigit(text[At]) || text[At] is '-' or '_' || text[At] > '\u00A0'))
        {
            At++;
        }

        return text[start..At];
    }

    public void SkipSpace()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(text[At]))
            {
                At++;
            }
            else if (Sees("/*"))
            {
                var end = text.IndexOf("*/", At + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    Trouble("A comment is not closed.", At);
                    At = text.Length;
                    return;
                }

                At = end + 2;
            }
            else
            {
                return;
            }
        }
    }
}
