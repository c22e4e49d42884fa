using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Pictures;
using Md = Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>One file while it is read: its text, where its pictures are looked for, and where findings go.</summary>
/// <param name="includes">Null for a text that belongs to no folder: its includes stay as they are.</param>
/// <param name="macros">TeX commands of the whole book; what the file defines is its own.</param>
internal sealed class ReadingFile(SourceFile source, PictureFiles pictures, DiagnosticBag bag, Includes? includes = null, TexMacros? macros = null)
{
    /// <summary>Blocks or inlines inside each other; what lies deeper is kept as plain text.</summary>
    public const int DeepestNesting = 40;

    /// <summary>So many findings a formula say enough.</summary>
    private const int MostTroubles = 5;

    private readonly TexMacros _macros = macros is null ? new TexMacros() : new TexMacros(macros);
    private readonly Lazy<bool> _isTraditional = new(() => HanScript.IsTraditional(source.Text));
    private bool _saidTooDeep;

    public SourceFile Source { get; } = source;
    public PictureFiles Pictures { get; } = pictures;
    public DiagnosticBag Bag { get; } = bag;
    public Includes? Includes { get; } = includes;

    /// <summary>What the reader itself has to say is said in the script of the file.</summary>
    public bool IsTraditional => _isTraditional.Value;

    /// <summary>The path that addresses are relative to: of an included file, the chapter's.</summary>
    public string Home { get; private init; } = source.Path;

    /// <summary>How many files the chapter's text was followed through to this one.</summary>
    public int Depth { get; private init; }

    /// <summary>A file whose blocks stand in this one.</summary>
    public ReadingFile Including(SourceFile included) => new(included, Pictures, Bag, Includes, _macros) { Home = Home, Depth = Depth + 1 };

    public Place At(int start, int end) => new(Source, start, System.Math.Max(0, end - start));

    public Place At(Md.MarkdownObject node) => node.Span.IsEmpty ? Place.Of(Source) : new Place(Source, node.Span.Start, node.Span.Length);

    /// <summary>The source of a node, as written.</summary>
    public string Raw(Md.MarkdownObject node)
    {
        var start = System.Math.Clamp(node.Span.Start, 0, Source.Text.Length);
        var end = System.Math.Clamp(node.Span.End + 1, start, Source.Text.Length);
        return Source.Text[start..end];
    }

    /// <summary>A formula read; what is wrong with it is reported at its own column.</summary>
    /// <param name="at">The formula with its dollars.</param>
    public Formula FormulaOf(string tex, Place at)
    {
        var formula = TexReader.Read(tex, _macros, out var troubles);
        foreach (var trouble in troubles.Take(MostTroubles))
        {
            Report(trouble.Kind, TexPlaces.Of(tex, at, trouble.At, trouble.Length), trouble.Message, trouble.Hint ?? HintFor(trouble, tex));
        }

        return formula;
    }

    private static string? HintFor(MathTrouble trouble, string tex)
    {
        if (trouble.Kind != MathFindings.UnknownCommand)
        {
            return null;
        }

        var name = tex.AsSpan(trouble.At, System.Math.Min(trouble.Length, tex.Length - trouble.At)).TrimStart('\\').ToString();
        if (name.Length == 0)
        {
            return null;
        }

        var isUpper = char.IsUpper(name, 0);
        return Nearest.To(name, MathSymbols.Names.Concat(TexCommands.Names).Where(n => char.IsUpper(n, 0) == isUpper)) is { } near ? $"Did you mean \\{near}?" : "A command of your own stands under macros in book.yml.";
    }

    public void Report(DiagnosticKind kind, Place at, string message, string? hint = null) => Bag.Add(kind, at, message, hint);

    /// <summary>Says once a file that something is nested too deeply.</summary>
    public void ReportTooDeep(Place at)
    {
        if (!_saidTooDeep)
        {
            _saidTooDeep = true;
            Report(ReadingFindings.TooDeep, at, $"Nested more than {DeepestNesting} deep; what is inside is kept as plain text.");
        }
    }
}
