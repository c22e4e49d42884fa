using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A role of reStructuredText, as d2lbook writes it, :numref:`a`, and MyST, {numref}`a`; MyST's (a)= is a label.</summary>
internal sealed class RoleInline : LeafInline
{
    public required string Name { get; init; }

    public required string Content { get; init; }

    /// <summary>What it names stands before it, and not after.</summary>
    public bool IsBehind { get; init; }
}

/// <summary>Labels of headings, figures, tables and formulas, what refers to them, and a few other roles. Roles that are not known stay words.</summary>
internal sealed partial class Roles : IMarkdownExtension
{
    private static readonly FrozenSet<string> _references = FrozenSet.Create("numref", "ref", "doc");
    private static readonly FrozenSet<string> _formulas = FrozenSet.Create("eqref", "eq");
    private static readonly FrozenSet<string> _citations = FrozenSet.Create("cite", "cite:t", "cite:p", "citet", "citep");
    private static readonly FrozenSet<string> _words = FrozenSet.Create("term", "abbr", "dfn", "guilabel", "menuselection", "index");
    private static readonly FrozenSet<string> _codes = FrozenSet.Create("code", "file", "command", "program", "envvar", "py:func", "py:class", "py:meth", "py:mod");
    private static readonly FrozenSet<string> _nothing = FrozenSet.Create("width", "height", "eqlabel", "end_tab");

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertRange(0, [new Parser(':', Bare()), new Parser('{', Braced()), new Parser('(', Label())]);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <param name="formula">Reads TeX.</param>
    public static IEnumerable<Model.Inline> Read(RoleInline role, Place at, bool isInLink, Func<string, Mathematics.Formula> formula)
    {
        var (name, content) = (role.Name, role.Content.Trim());
        if (_nothing.Contains(name))
        {
            return [];
        }

        if (_references.Contains(name))
        {
            var (words, target) = Titled().Match(content) is { Success: true } titled ? (titled.Groups["words"].Value, titled.Groups["target"].Value) : ("", content);
            return isInLink ? [new Model.Text(at, words.Length > 0 ? words : target)]
                : [new Link(at, InlineBuilder.Unresolved(SpacedAddresses.ByName + (name == "doc" ? target : "#" + target)), null, words.Length == 0 ? [] : [new Model.Text(at, words)]) { IsReference = words.Length == 0 }];
        }

        return name switch
        {
            "label" => [new Anchor(at, "", content)],
            "math" => [new Model.Math(at, formula(content))],
            "begin_tab" => [new Strong(at, [new Model.Text(at, content)]), new LineBreak(at)],
            "kbd" => [new Keyboard(at, content)],
            _ when _formulas.Contains(name) => [new Model.Math(at, formula($"\\eqref{{{content}}}"))],
            _ when _citations.Contains(name) => [new Model.Text(at, $"[{string.Join("; ", content.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Cited))}]")],
            _ when _codes.Contains(name) => [new Code(at, content)],
            _ => [new Model.Text(at, content)],
        };
    }

    /// <summary>The keys of a bibliography are often its makers and a year: Vaswani.Shazeer.Parmar.ea.2017.</summary>
    private static string Cited(string key) => Makers().Match(key) is not { Success: true } match ? key
        : match.Groups["name"].Captures is var names && names.Count == 1 ? $"{names[0].Value}, {match.Groups["year"].Value}"
        : names.Count == 2 && names[1].Value != "ea" ? $"{names[0].Value} & {names[1].Value}, {match.Groups["year"].Value}"
        : $"{names[0].Value} et al., {match.Groups["year"].Value}";

    private static bool IsKnown(string name) =>
        name is "label" or "math" or "begin_tab" or "kbd" || _references.Contains(name) || _formulas.Contains(name) || _citations.Contains(name) || _words.Contains(name) || _codes.Contains(name) || _nothing.Contains(name);

    [GeneratedRegex(@"\G:(?:(?<name>[a-z]\w{1,20}):`(?<content>[^`\n]{1,200})`|(?<name>end_tab):)")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\G\{(?<name>[a-z]\w{1,20}(?::\w{1,20})?)\}`(?<content>[^`]{1,500})`")]
    private static partial Regex Braced();

    /// <summary>On a line of its own.</summary>
    [GeneratedRegex(@"(?<=^[ \t]*)\G\((?<content>[^\s()]{1,100})\)=[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<words>.*\S)\s*<(?<target>[^<>]+)>$")]
    private static partial Regex Titled();

    [GeneratedRegex(@"^(?:(?<name>[\p{L}'-]+)\.)+(?<year>\d{4}[a-z]?)$")]
    private static partial Regex Makers();

    private sealed class Parser : InlineParser
    {
        private readonly Regex _role;

        public Parser(char opening, Regex role)
        {
            OpeningCharacters = [opening];
            _role = role;
        }

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (_role.Match(slice.Text, slice.Start, slice.Length) is not { Success: true } match)
            {
                return false;
            }

            var name = match.Groups["name"].Success ? match.Groups["name"].Value : "label";
            if (!IsKnown(name))
            {
                return false;
            }

            processor.Inline = new RoleInline
            {
                Name = name,
                Content = match.Groups["content"].Value,
                IsBehind = match.Value[0] == ':',
                Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + match.Length - 1)),
                Line = line,
                Column = column,
            };
            slice.Start += match.Length;
            return true;
        }
    }
}
