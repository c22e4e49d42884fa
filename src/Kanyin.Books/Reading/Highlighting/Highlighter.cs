using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Kanyin.Books.Model;
using TextMateSharp.Grammars;
using TextMateSharp.Registry;

namespace Kanyin.Books.Reading.Highlighting;

/// <summary>Colours code by TextMate grammars. A grammar is loaded when its language is first met and kept; several threads may ask at once.</summary>
internal static class Highlighter
{
    /// <summary>UTF-16 units. Longer lines and texts stay plain, so that no input takes long: about half a millisecond a line is the worst.</summary>
    private const int LongestLine = 1_000;
    private const int LongestText = 100_000;

    private static readonly ConcurrentDictionary<string, Language> Languages = new(StringComparer.Ordinal);

    // The names that authors give in fences (books.md), each to its grammar's scope.
    private static readonly FrozenDictionary<string, string> Scopes = new Dictionary<string, string>
    {
        ["source.shell"] = "bash sh shell zsh shell-script console shell-session shellscript",
        ["source.python"] = "python py python3 pycon",
        ["source.js"] = "javascript js mjs cjs node",
        ["source.js.jsx"] = "jsx",
        ["source.ts"] = "typescript ts",
        ["source.tsx"] = "tsx",
        ["source.json"] = "json",
        ["source.json.comments"] = "jsonc json5",
        ["source.cs"] = "csharp cs c#",
        ["source.java"] = "java",
        ["source.go"] = "go golang",
        ["source.rust"] = "rust rs",
        ["source.c"] = "c h",
        ["source.cpp"] = "cpp c++ cxx cc hpp",
        ["source.yaml"] = "yaml yml",
        ["text.html.basic"] = "html htm vue",
        ["source.css"] = "css",
        ["source.css.scss"] = "scss",
        ["source.css.less"] = "less",
        ["source.sql"] = "sql mysql postgresql plsql",
        ["source.dockerfile"] = "dockerfile docker",
        ["source.ini"] = "ini toml conf properties editorconfig",
        ["source.makefile"] = "makefile make mk",
        ["source.diff"] = "diff patch",
        ["source.swift"] = "swift",
        ["source.ruby"] = "ruby rb",
        ["source.lua"] = "lua",
        ["source.perl"] = "perl pl",
        ["source.r"] = "r",
        ["source.julia"] = "julia jl",
        ["source.dart"] = "dart",
        ["source.fsharp"] = "fsharp fs f#",
        ["source.groovy"] = "groovy gradle",
        ["source.powershell"] = "powershell ps1 pwsh",
        ["source.batchfile"] = "bat batch cmd",
        ["source.x86asm"] = "asm nasm assembly",
        ["source.clojure"] = "clojure clj",
        ["source.pascal"] = "pascal",
        ["source.objc"] = "objc objective-c",
        ["text.xml"] = "xml svg",
        ["text.tex.latex"] = "latex tex",
        ["source.php"] = "php",
    }.SelectMany(e => e.Value.Split(' '), (e, name) => (name, e.Key)).ToFrozenDictionary(e => e.name, e => e.Key);

    /// <summary>The grammars that fences can name, for the test that each of them is there.</summary>
    public static IEnumerable<string> KnownScopes => Scopes.Values.Distinct();

    /// <param name="language">As in <see cref="CodeBlock.Language"/>.</param>
    /// <returns>Nothing for a language that is not known, and for texts too long to look at.</returns>
    public static ImmutableArray<CodeToken> Tokens(string language, string text) =>
        text.Length <= LongestText && Scopes.TryGetValue(language, out var scope) ? Languages.GetOrAdd(scope, s => new Language(s)).Tokens(text) : [];

    private sealed class Language(string scope)
    {
        // Grammars compile their rules while they work, so that one thread at a time may use one.
        private readonly Lock _lock = new();
        private readonly Lazy<IGrammar> _grammar = new(() => new Registry(new Grammars()).LoadGrammar(scope));

        public ImmutableArray<CodeToken> Tokens(string text)
        {
            lock (_lock)
            {
                var tokens = ImmutableArray.CreateBuilder<CodeToken>();
                IStateStack? state = null;
                var start = 0;
                foreach (var line in text.Split('\n'))
                {
                    if (line.Length <= LongestLine)
                    {
                        // No time limit: what is coloured must not depend on how busy the machine is.
                        var result = _grammar.Value.TokenizeLine(line, state, TimeSpan.MaxValue);
                        state = result.RuleStack;
                        Add(tokens, result.Tokens, line, start);
                    }

                    start += line.Length + 1;
                }

                return tokens.ToImmutable();
            }
        }

        private static void Add(ImmutableArray<CodeToken>.Builder to, IToken[] tokens, string line, int lineStart)
        {
            foreach (var token in tokens)
            {
                // The last token of a line may reach over its end.
                var end = System.Math.Min(token.EndIndex, line.Length);
                var words = line.AsSpan(token.StartIndex, System.Math.Max(0, end - token.StartIndex));
                if (words.IsWhiteSpace() || TokenKinds.Of(token.Scopes, words) is not { } kind)
                {
                    continue;
                }

                var start = lineStart + token.StartIndex;
                if (to.Count > 0 && to[^1] is var last && last.Kind == kind && last.Start + last.Length == start)
                {
                    to[^1] = last with { Length = last.Length + words.Length };
                }
                else
                {
                    to.Add(new CodeToken(start, words.Length, kind));
                }
            }
        }
    }
}
