using System.Collections.Frozen;
using TextMateSharp.Internal.Grammars.Reader;
using TextMateSharp.Internal.Themes.Reader;
using TextMateSharp.Internal.Types;
using TextMateSharp.Registry;
using TextMateSharp.Themes;

namespace Kanyin.Books.Reading.Highlighting;

/// <summary>The grammars that come with TextMateSharp, by scope. Its own registry reads every grammar's description and a theme first, which takes longer than one grammar.</summary>
internal sealed class Grammars : IRegistryOptions
{
    private static readonly FrozenDictionary<string, string> Files = """
        source.shell shellscript shell-unix-bash
        source.python python MagicPython
        source.regexp.python python MagicRegExp
        source.js javascript JavaScript
        source.js.jsx javascript JavaScriptReact
        source.ts typescriptbasics TypeScript
        source.tsx typescriptbasics TypeScriptReact
        source.json json JSON
        source.json.comments json JSONC
        source.cs csharp csharp
        source.java java java
        source.go go go
        source.rust rust rust
        source.c cpp c
        source.cpp cpp cpp
        source.cpp.embedded.macro cpp cpp.embedded.macro
        source.c.platform cpp platform
        source.yaml yaml yaml
        text.html.basic html html
        text.html.derivative html html-derivative
        source.css css css
        source.css.scss scss scss
        source.css.less less less
        source.sql sql sql
        source.dockerfile docker docker
        source.ini ini ini
        source.makefile make make
        source.diff diff diff
        source.kotlin kotlin kotlin
        source.swift swift swift
        source.ruby ruby ruby
        source.lua lua lua
        source.perl perl perl
        source.r r r
        source.julia julia julia
        source.dart dart dart
        source.fsharp fsharp fsharp
        source.groovy groovy groovy
        source.powershell powershell powershell
        source.batchfile bat batchfile
        source.asm.x86_64 x86asm x86asm
        source.x86asm x86asm x86asm
        source.clojure clojure clojure
        source.pascal pascal pascal
        source.objc objectivec objective-c
        text.xml xml xml
        text.tex latex TeX
        text.tex.latex latex LaTeX
        source.php php php
        text.html.php php html
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(' ')).ToFrozenDictionary(p => p[0], p => $"TextMateSharp.Grammars.Resources.Grammars.{p[1]}.syntaxes.{p[2]}.tmLanguage.json");

    public static bool Has(string scope) => Open(scope) is not null;

    public IRawGrammar? GetGrammar(string scopeName) => Open(scopeName) is { } stream ? GrammarReader.ReadGrammarSync(new StreamReader(stream)) : null;

    // Colours are the style's: an empty theme will do.
    public IRawTheme GetDefaultTheme() => ThemeReader.ReadThemeSync(new StreamReader(new MemoryStream("{\"tokenColors\":[]}"u8.ToArray())));

    public IRawTheme? GetTheme(string scopeName) => null;

    public ICollection<string>? GetInjections(string scopeName) => null;

    private static Stream? Open(string scope) => Files.TryGetValue(scope, out var name) ? typeof(TextMateSharp.Grammars.RegistryOptions).Assembly.GetManifestResourceStream(name) : null;
}
