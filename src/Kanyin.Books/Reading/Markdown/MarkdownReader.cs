using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Pictures;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>One file as read: nothing is resolved yet. Levels are the file's, ids are empty, link targets hold the address as written.</summary>
/// <param name="Title">From the front matter.</param>
internal sealed record MarkdownText(SourceFile Source, string? Title, ImmutableArray<Block> Blocks);

/// <summary>Reads Markdown into blocks. With its neighbours in this folder, the only code that knows Markdig.</summary>
internal static class MarkdownReader
{
    /// <summary>Null after an error when the text is too tangled to be Markdown that someone wrote.</summary>
    public static MarkdownText? Read(SourceFile source, PictureFiles pictures, DiagnosticBag bag, Includes? includes = null, TexMacros? macros = null) =>
        Read(new ReadingFile(source, pictures, bag, includes, macros));

    public static MarkdownText? Read(ReadingFile file)
    {
        var source = file.Source;
        if (InputShape.Trouble(source.Text) is { } trouble)
        {
            file.Report(ReadingFindings.TooTangled, new Place(source, trouble.At, 0), trouble.Message);
            return null;
        }

        try
        {
            var (text, title) = FrontMatter.WithoutOther(source.Text);
            var document = Markdig.Markdown.Parse(text, Dialect.Pipeline);
            return new MarkdownText(source, title ?? FrontMatter.Title(document, file, file.Bag), new BlockReader(file, document).Read());
        }
        catch (ArgumentException e) when (e.Message.Contains("depth limit", StringComparison.Ordinal))
        {
            // Markdig's own bound: thousands of marks that open and never close.
            file.Report(ReadingFindings.TooTangled, Place.Of(source), "Thousands of marks such as [ * > open here and never close.");
            return null;
        }
    }
}
