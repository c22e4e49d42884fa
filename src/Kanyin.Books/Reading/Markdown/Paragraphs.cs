using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Md = Markdig.Syntax.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>What a paragraph's text makes: a paragraph, or a figure when it is one picture.</summary>
internal static partial class Paragraphs
{
    /// <summary>Null when nothing is left to print.</summary>
    public static Block? Make(Place at, ImmutableArray<Inline> inlines)
    {
        inlines = WithoutIndent(inlines);
        if (inlines.IsEmpty)
        {
            return null;
        }

        return inlines.RemoveAll(i => i is Anchor) is [Image image]
            ? new Figure(at, "", image, Caption(image)) { Anchors = [.. inlines.OfType<Anchor>().Select(a => a.Name), .. NamesOf(image)] }
            : new Paragraph(at, inlines.Any(i => i is Image { Anchor.Length: > 0 }) ? [.. inlines.SelectMany(WithAnchor)] : inlines);
    }

    /// <summary>Lines that begin with an indent of full-width spaces are paragraphs of their own, as their author typed them.</summary>
    public static List<List<Md.Inline>> Indented(Markdig.Syntax.ParagraphBlock block)
    {
        var paragraphs = new List<List<Md.Inline>> { new() };
        foreach (var inline in block.Inline ?? Enumerable.Empty<Md.Inline>())
        {
            if (inline is Md.LiteralInline literal && paragraphs[^1] is [.., Md.LineBreakInline { IsHard: false }] && literal.Content.AsSpan().StartsWith("\u3000\u3000"))
            {
                paragraphs[^1].RemoveAt(paragraphs[^1].Count - 1);
                paragraphs.Add([]);
            }

            paragraphs[^1].Add(inline);
        }

        return paragraphs;
    }

    /// <summary>A picture in the line has the name of a link target before it.</summary>
    private static IEnumerable<Inline> WithAnchor(Inline inline) => inline is Image image ? [.. NamesOf(image).Select(n => new Anchor(image.At, "", n)), image] : [inline];

    private static IEnumerable<string> NamesOf(Image image) => image.Anchor.Length > 0 ? [image.Anchor] : [];

    /// <summary>Takes kramdown's {: .class } off the end, which also says that a paragraph is the caption of the picture before it.</summary>
    public static ImmutableArray<Inline> WithoutAttributes(ImmutableArray<Inline> inlines, out bool isCaption)
    {
        isCaption = false;
        if (inlines is not [.., Text last] || Attributes().Match(last.Value) is not { Success: true } match)
        {
            return inlines;
        }

        isCaption = match.Value.Contains(".caption", StringComparison.Ordinal);
        return WithoutIndent(inlines.SetItem(inlines.Length - 1, last with { Value = last.Value[..match.Index] }));
    }

    /// <summary>The title if there is one, else the alternative text when it is words and not a file's name or a placeholder.</summary>
    private static ImmutableArray<Inline> Caption(Image image)
    {
        var words = image.Title ?? (Placeholder().IsMatch(image.Alt) ? "" : image.Alt);
        return words.Length == 0 ? [] : [new Text(image.At, words)];
    }

    /// <summary>The typesetter indents: white space that the author put at either end goes.</summary>
    public static ImmutableArray<Inline> WithoutIndent(ImmutableArray<Inline> inlines)
    {
        while (inlines is [Text or LineBreak, ..] && Start(inlines[0]) is var first && first != inlines[0])
        {
            inlines = first is null ? inlines[1..] : inlines.SetItem(0, first);
        }

        while (inlines is [.., Text or LineBreak] && End(inlines[^1]) is var last && last != inlines[^1])
        {
            inlines = last is null ? inlines[..^1] : inlines.SetItem(inlines.Length - 1, last);
        }

        return inlines;
    }

    private static Text? Start(Inline inline) => inline is Text t && Trimmed(t, t.Value.TrimStart()) is { } trimmed ? trimmed with { At = After(t, t.Value.Length - trimmed.Value.Length) } : null;

    private static Text? End(Inline inline) => inline is Text t ? Trimmed(t, t.Value.TrimEnd()) : null;

    /// <summary>The place without what was cut from its beginning; an entity cut off leaves it as it is.</summary>
    private static Place After(Text text, int cut) =>
        text.At.Length > cut && string.CompareOrdinal(text.At.File.Text, text.At.Start, text.Value, 0, cut) == 0 ? text.At with { Start = text.At.Start + cut, Length = text.At.Length - cut } : text.At;

    private static Text? Trimmed(Text text, string value) => value.Length == 0 ? null : value.Length == text.Value.Length ? text : text with { Value = value };

    [GeneratedRegex(@"\{:[^{}]*\}\s*$")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^\s*$|\.(png|jpe?g|gif|svg|webp|bmp)$|^(img|image|images|picture|pic|figure|alt|alt text|screenshot|图|图片|图像|截图|在这里插入图片描述)[-_ ]?[0-9a-f_-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
