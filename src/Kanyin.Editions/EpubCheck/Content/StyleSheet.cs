using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>
/// A style sheet read as CSS Syntax 3 has it, as far as one must to know that it is well-formed, which properties it
/// sets and which files it uses. Selectors and values are not understood.
/// </summary>
internal sealed class StyleSheet
{
    private static readonly string[] Forbidden = ["direction", "unicode-bidi"];

    /// <summary>At-rules whose block holds rules; the others hold declarations.</summary>
    private static readonly string[] Groups = ["media", "supports", "document", "layer", "container", "scope", "keyframes", "-webkit-keyframes", "-moz-keyframes", "font-feature-values", "starting-style"];

    /// <summary>At-rules with declarations; others are for readers of tomorrow, and are passed over.</summary>
    private static readonly string[] Known = [.. Groups, "font-face", "page", "counter-style", "property", "viewport", "-ms-viewport", "-epub-viewport"];

    private const int Deepest = 50;

    private readonly CssScanner _scan;

    /// <param name="isDeclarations">Whether the text is that of a style attribute.</param>
    public StyleSheet(string text, bool isDeclarations)
    {
        _scan = new CssScanner(text);
        if (isDeclarations)
        {
            Declarations(closes: false, isFont: false, 0);
        }
        else
        {
            Rules(closes: false, 0);
        }
    }

    public IReadOnlyList<(DiagnosticKind Kind, int At, string Message)> Troubles => _scan.Troubles;

    public IReadOnlyList<(string Address, int At, Purpose Use)> Addresses => _scan.Addresses;

    private void Rules(bool closes, int depth)
    {
        if (depth > Deepest)
        {
            _scan.GiveUp("Blocks are nested too deeply.");
            return;
        }

        while (true)
        {
            _scan.SkipSpace();
            if (_scan.IsAtEnd)
            {
                if (closes)
                {
                    _scan.Trouble("A block is not closed.", _scan.At);
                }

                return;
            }

            if (_scan.Here == '}')
            {
                if (closes)
                {
                    _scan.At++;
                    return;
                }

                _scan.Trouble("There is a } without its {.", _scan.At++);
            }
            else if (_scan.Here == '@')
            {
                AtRule(depth);
            }
            else if (_scan.Sees("<!--") || _scan.Sees("-->"))
            {
                _scan.At += _scan.Here == '<' ? 4 : 3;
            }
            else
            {
                Rule(depth);
            }
        }
    }

    private void Rule(int depth)
    {
        var start = _scan.At;
        var selector = _scan.Until("{};");
        if (!_scan.SeesOneOf("{"))
        {
            _scan.Trouble($"“{Short(selector)}” is a selector without a block.", start);
            _scan.At += _scan.SeesOneOf(";") ? 1 : 0;
            return;
        }

        _scan.At++;
        if (!CssSelector.IsRight(selector))
        {
            _scan.Trouble($"“{Short(selector)}” is not a selector.", start);
        }

        Declarations(closes: true, isFont: false, depth + 1);
    }

    private void AtRule(int depth)
    {
        var start = _scan.At++;
        var name = _scan.Name().ToLowerInvariant();
        if (name.Length == 0)
        {
            _scan.Trouble("There is an @ without a name.", start);
        }

        var use = name == "import" ? Purpose.StyleSheet : Purpose.Other;
        var prelude = _scan.Until("{};", name == "import" || name == "namespace" ? use : null);
        if (name == "import" && Quoted(prelude) is { } imported)
        {
            _scan.Addresses.Add((imported, start, Purpose.StyleSheet));
        }

        if (!_scan.SeesOneOf("{"))
        {
            if (_scan.IsAtEnd && name is not ("import" or "namespace"))
            {
                _scan.Trouble(name == "charset" ? "@charset is not closed by a ;." : $"@{name} has no block.", start);
            }
            else if (name == "import" && string.IsNullOrWhiteSpace(prelude))
            {
                _scan.Trouble("@import names no style sheet.", start);
            }

            _scan.At += _scan.SeesOneOf(";") ? 1 : 0;
            return;
        }

        _scan.At++;
        if (!Known.Contains(name))
        {
            _scan.SkipBlock();
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
            _scan.GiveUp("Blocks are nested too deeply.");
            return;
        }

        while (true)
        {
            _scan.SkipSpace();
            if (_scan.IsAtEnd)
            {
                if (closes)
                {
                    _scan.Trouble("A block is not closed.", _scan.At);
                }

                return;
            }

            switch (_scan.Here)
            {
                case '}' when closes:
                    _scan.At++;
                    return;
                case ';' when !closes:
                    // An attribute may have empty declarations (CSS Style Attributes 3); EPUBCheck refuses them in sheets.
                    _scan.At++;
                    continue;
                case '}':
                    _scan.Trouble("There is a } without its {.", _scan.At++);
                    continue;
                case ';':
                    _scan.Trouble("There is a ; where a property should stand.", _scan.At++);
                    continue;
                case '@':
                    _scan.Trouble("There is an @ where a property should stand.", _scan.At);
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
        var start = _scan.At;
        var property = _scan.Name().ToLowerInvariant();
        _scan.SkipSpace();
        if (property.Length == 0 || char.IsAsciiDigit(property[0]) || !_scan.SeesOneOf(":"))
        {
            Recover(start, depth);
            return;
        }

        _scan.At++;
        var valueStart = _scan.At;
        var value = _scan.Until(";}{", isFont && property == "src" ? Purpose.Font : Purpose.Picture);
        if (_scan.SeesOneOf("{"))
        {
            // A rule in a rule, as in a:hover { … }: not CSS 2.1, but readers of today know it.
            Recover(start, depth);
        }
        else if (value.AsSpan().TrimStart() is ['@', ..])
        {
            _scan.Trouble($"A value cannot begin with @, as that of {property} does.", valueStart);
        }
        else if (string.IsNullOrWhiteSpace(value) && !property.StartsWith("--", StringComparison.Ordinal))
        {
            _scan.Trouble($"{property} has no value.", valueStart);
        }
        else if (Forbidden.Contains(property))
        {
            _scan.Troubles.Add((EpubKinds.CssProperty, start, $"{property} is a matter of the text: use the attribute dir or the element bdo."));
        }

        if (_scan.SeesOneOf(";"))
        {
            _scan.At++;
        }
    }

    private void Recover(int start, int depth)
    {
        _scan.At = start;
        var text = _scan.Until("{};");
        _scan.Trouble($"“{Short(text)}” is not of the form property: value.", start);
        if (_scan.SeesOneOf("{"))
        {
            _scan.At++;
            Declarations(closes: true, isFont: false, depth + 1);
        }
        else if (_scan.SeesOneOf(";"))
        {
            _scan.At++;
        }
        else if (_scan.At == start)
        {
            _scan.At++;
        }
    }

    private static string? Quoted(string prelude) => prelude.Trim() is [('"' or '\'') and var quote, .. var rest] && rest.IndexOf(quote) is >= 0 and var end ? rest[..end] : null;

    private static string Short(string text) => text.Trim() is { Length: > 40 } l ? l[..40] + "…" : text.Trim();
}
