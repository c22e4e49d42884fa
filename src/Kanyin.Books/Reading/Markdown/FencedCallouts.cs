using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Notes that are written as listings are: mdbook-admonish's ```admonish tip title="题" and MyST's ```{note}.</summary>
internal sealed partial class FencedCallouts : BlockParser
{
    public FencedCallouts() => OpeningCharacters = ['`', '~'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Opening().Match(processor.Line.ToString()) is not { Success: true } match || (match.Groups["myst"] is { Length: > 0 } name && !IsNote(name.Value)))
        {
            return BlockState.None;
        }

        var kind = match.Groups["myst"].Success ? match.Groups["myst"].Value : match.Groups["kind"].Value;
        return AdmonitionBlock.Open(processor, this, kind.Length > 0 && Callouts.IsKnown(kind) ? kind.ToLowerInvariant() : "note", match.Groups["title"], match.Groups["fence"].Value);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var note = (AdmonitionBlock)block;
        var line = processor.Line.AsSpan().TrimEnd();
        block.UpdateSpanEnd(processor.Line.End);
        if (line.Length >= note.Fence.Length && line.IndexOfAnyExcept(note.Fence[0]) < 0)
        {
            return BlockState.BreakDiscard;
        }

        // MyST's options, :class: tip, are above the words.
        var isAtStart = note.Count == (note.HasTitle ? 1 : 0);
        return isAtStart && Option().IsMatch(processor.Line.ToString()) ? BlockState.ContinueDiscard : BlockState.Continue;
    }

    private static bool IsNote(string name) => name == "admonition" || Callouts.IsKnown(name);

    [GeneratedRegex("""^(?<fence>`{3,}|~{3,})\s*(?:admonish\b(?:\s+(?<kind>[A-Za-z]+)(?=\s|$))?(?:.*?\btitle\s*=\s*["'](?<title>[^"'\n]*)["']|\s*"(?<title>[^"\n]*)")?[^`]*|\{(?<myst>[a-z]+)\}[ \t]*(?<title>[^`\n]*?)\s*)$""")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^:[\w-]+:")]
    private static partial Regex Option();
}
