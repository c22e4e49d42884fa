using System.Text;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>
/// A style sheet read as CSS Syntax 3 has it, as far as one must to know that it is well-formed, which properties it
/// sets and which files it uses. Selectors and values are not understood.
/// </summary>
internal sealed partial class StyleSheet
{
    private static readonly string[] Forbidden = ["direction", "unicode-bidi"];

    /// <summary>At-rules whose block holds rules; the others hold declarations.</summary>
    private static readonly string[] Groups = ["media", "supports", "document", "layer", "container", "scope", "keyframes", "-webkit-keyframes", "-moz-keyframes", "font-feature-values", "starting-style"];

    /// <summary>At-rules with declarations; others are for readers of tomorrow, and are passed over.</summary>
    private static readonly string[] Known = [.. Groups, "font-face", "page", "counter-style", "property", "viewport", "-ms-viewport", "-epub-viewport"];

    private const int Deepest = 50;

    private readonly string _text;
    private int _at;

    /// <param name="isDeclarations">Whether the text is that of a style attribute.</param>
    public StyleSheet(string text, bool isDeclarations)
    {
        _text = text;
        if (isDeclarations)
        {
            Declarations(closes: false, isFont: false, 0);
        }
        else
        {
            Rules(closes: false, 0);
        }
    }

    public List<(DiagnosticKind Kind, int At, string Message)> Troubles { get; } = [];

    public List<(string Address, int At, Purpose Use)> Addresses { get; } = [];

    private bool IsAtEnd => _at >= _text.Length;

    private void Trouble(string message, int at) => Troubles.Add((EpubKinds.Css, at, message));

    private void Rules(bool closes, int depth)
    {
        if (depth > Deepest)
        {
            Trouble("Blocks are nested too deeply.", _at);
            _at = _text.Length;
            return;
        }

        while (true)
        {
            SkipSpace();
            if (IsAtEnd)
            {
                if (closes)
                {
                    Trouble("A block is not closed.", _text.Length);
                }

                return;
            }

            if (_text[_at] == '}')
            {
                if (closes)
                {
                    _at++;
                    return;
                }

                Trouble("There is a } without its {.", _at++);
            }
            else if (_text[_at] == '@')
            {
                AtRule(depth);
            }
            else if (_text.AsSpan(_at).StartsWith("<!--") || _text.AsSpan(_at).StartsWith("-->"))
            {
                _at += _text[_at] == '<' ? 4 : 3;
            }
            else
            {
                Rule(depth);
            }
        }
    }

    private void Rule(int depth)
    {
        var start = _at;
        var selector = Until("{};");
        if (IsAtEnd || _text[_at] != '{')
        {
            Trouble($"“{Short(selector)}” is a selector without a block.", start);
            _at += IsAtEnd || _text[_at] == '}' ? 0 : 1;
            return;
        }

        _at++;
        CheckSelector(selector, start);
        Declarations(closes: true, isFont: false, depth + 1);
    }

    private void CheckSelector(string selector, int at)
    {
        var text = selector.Trim();
        if (text.Length == 0 || text.Split(',').Any(string.IsNullOrWhiteSpace) || text.AsSpan().IndexOfAny("$%!@&") >= 0 && !text.Contains('[', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal) && !text.All(c => char.IsAsciiDigit(c) || c is '.' or '%' or ',' or ' ' or '\n' || char.IsAsciiLetter(c)) || text[0] is '/' or '>' or '+' or '~' || BadClass.IsMatch(text) || text[^1] is '.' or '#' or ':' or '>' or '+' or '~')
        {
            Trouble($"“{Short(selector)}” is not a selector.", at);
        }
    }

    private void AtRule(int depth)
    {
        var start = _at++;
        var name = Name().ToLowerInvariant();
        if (name.Length == 0)
        {
            Trouble("There is an @ without a name.", start);
        }

        var use = name == "import" ? Purpose.StyleSheet : Purpose.Other;
        var prelude = Until("{};", name == "import" || name == "namespace" ? use : null);
        if (name == "import" && Quoted(prelude) is { } imported)
        {
            Addresses.Add((imported, start, Purpose.StyleSheet));
        }

        if (IsAtEnd || _text[_at] != '{')
        {
            if (IsAtEnd && name is not ("import" or "charset" or "namespace"))
            {
                Trouble($"@{name} has no block.", start);
            }

            _at += IsAtEnd || _text[_at] == '}' ? 0 : 1;
            return;
        }

        _at++;
        if (!Known.Contains(name))
        {
            SkipBlock();
        }
        else if (Groups.Contains(name))
        {
            Rules(closes: true, depth + 1);
        }
        else
        {
            Declarations(closes: true, name == "font-face", depth + 1);
        }
    }

    private void Declarations(bool closes, bool isFont, int depth)
    {
        if (depth > Deepest)
        {
            Trouble("Blocks are nested too deeply.", _at);
            _at = _text.Length;
            return;
        }

        while (true)
        {
            SkipSpace();
            if (IsAtEnd)
            {
                if (closes)
                {
                    Trouble("A block is not closed.", _text.Length);
                }

                return;
            }

            switch (_text[_at])
            {
                case '}' when closes:
                    _at++;
                    return;
                case ';':
                    Trouble("There is a ; where a property should stand.", _at++);
                    continue;
                case '@':
                    Trouble("There is an @ where a property should stand.", _at);
                    AtRule(depth);
                    continue;
                default:
                    Declaration(closes, isFont, depth);
                    continue;
            }
        }
    }

    private void Declaration(bool closes, bool isFont, int depth)
    {
        var start = _at;
        var property = Name().ToLowerInvariant();
        SkipSpace();
        if (property.Length == 0 || char.IsAsciiDigit(property[0]) || IsAtEnd || _text[_at] != ':')
        {
            Recover(start, depth);
            return;
        }

        _at++;
        var valueStart = _at;
        var value = Until(closes ? ";}{" : ";", isFont && property == "src" ? Purpose.Font : Purpose.Picture);
        if (!IsAtEnd && _text[_at] == '{')
        {
            // A rule in a rule, as in a:hover { … }: not CSS 2.1, but readers of today know it.
            Recover(start, depth);
        }
        else if (string.IsNullOrWhiteSpace(value) && !property.StartsWith("--", StringComparison.Ordinal))
        {
            Trouble($"{property} has no value.", valueStart);
        }
        else if (Forbidden.Contains(property))
        {
            Troubles.Add((EpubKinds.CssProperty, start, $"{property} is a matter of the text: use the attribute dir or the element bdo."));
        }

        if (!IsAtEnd && _text[_at] == ';')
        {
            _at++;
        }
    }

    private void Recover(int start, int depth)
    {
        _at = start;
        var text = Until("{};");
        Trouble($"“{Short(text)}” is not of the form property: value.", start);
        if (!IsAtEnd && _text[_at] == '{')
        {
            _at++;
            Declarations(closes: true, isFont: false, depth + 1);
        }
        else if (!IsAtEnd && _text[_at] == ';')
        {
            _at++;
        }
        else if (_at == start)
        {
            _at++;
        }
    }

    /// <summary>The text up to one of the marks outside strings, brackets and comments; addresses in it are noted.</summary>
    private string Until(string marks, Purpose? use = null)
    {
        var start = _at;
        var open = new Stack<char>();
        while (!IsAtEnd)
        {
            var c = _text[_at];
            if (open.Count == 0 && marks.Contains(c, StringComparison.Ordinal))
            {
                break;
            }

            switch (c)
            {
                case '/' when _at + 1 < _text.Length && _text[_at + 1] == '*':
                    SkipSpace();
                    continue;
                case '"' or '\'':
                    String();
                    continue;
                case '\\':
                    _at += 2;
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
                        Trouble($"There is a {c} without its opening.", _at);
                    }

                    break;
                case '}' or '{' when open.Count > 0:
                    Trouble("A bracket is not closed.", _at);
                    open.Clear();
                    continue;
            }

            _at++;
        }

        _at = Math.Min(_at, _text.Length);
        return _text[start.._at];
    }

    private bool IsUrl() => _at >= 3 && _text.AsSpan(_at - 3, 3).Equals("url", StringComparison.OrdinalIgnoreCase) && (_at == 3 || !(char.IsLetterOrDigit(_text[_at - 4]) || _text[_at - 4] == '-'));

    private void Url(Purpose? use)
    {
        var start = _at++;
        SkipSpace();
        string address;
        if (!IsAtEnd && _text[_at] is '"' or '\'')
        {
            address = String();
            SkipSpace();
            if (IsAtEnd || _text[_at] != ')')
            {
                Trouble("url( is not closed.", start);
                return;
            }
        }
        else
        {
            var close = _text.IndexOf(')', _at);
            if (close < 0)
            {
                Trouble("url( is not closed.", start);
                _at = _text.Length;
                return;
            }

            address = _text[_at..close].Trim();
            _at = close;
        }

        _at++;
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
        var quote = _text[_at];
        var start = _at++;
        var value = new StringBuilder();
        while (!IsAtEnd && _text[_at] != quote)
        {
            if (_text[_at] == '\n')
            {
                Trouble("A string is not closed on its line.", start);
                return value.ToString();
            }

            if (_text[_at] == '\\')
            {
                _at++;
            }

            if (!IsAtEnd)
            {
                value.Append(_text[_at++]);
            }
        }

        if (IsAtEnd)
        {
            Trouble("A string is not closed.", start);
        }

        _at++;
        return value.ToString();
    }

    /// <summary>From after a { to after its }.</summary>
    private void SkipBlock()
    {
        for (var open = 1; open > 0 && !IsAtEnd; _at++)
        {
            Until("{}");
            open += IsAtEnd ? 0 : _text[_at] == '{' ? 1 : -1;
        }
    }

    private string Name()
    {
        var start = _at;
        while (!IsAtEnd && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '_' || _text[_at] > '\u00A0'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipSpace()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
            else if (_text.AsSpan(_at).StartsWith("/*"))
            {
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    Trouble("A comment is not closed.", _at);
                    _at = _text.Length;
                    return;
                }

                _at = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A class that begins with a digit; not the 1.5 of a keyframe.</summary>
    [GeneratedRegex(@"(?<![0-9\\])[.][0-9]")]
    private static partial Regex BadClass { get; }

    private static string? Quoted(string prelude) => prelude.Trim() is [('"' or '\'') and var quote, .. var rest] && rest.IndexOf(quote) is >= 0 and var end ? rest[..end] : null;

    private static string Short(string text) => text.Trim() is { Length: > 40 } l ? l[..40] + "…" : text.Trim();
}
