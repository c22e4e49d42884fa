using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Books.Reading.Markdown;
using Kanyin.Books.Reading.Pictures;
using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

/// <summary>Reads a piece of Markdown without a book round it.</summary>
internal static partial class Piece
{
    public static (string Dump, string Findings) Read(string markdown)
    {
        var bag = new DiagnosticBag();
        var pictures = new PictureFiles(new BookFolder(Path.Join(AppContext.BaseDirectory, "no such folder")), "");
        var text = MarkdownReader.Read(new SourceFile("a.md", markdown), pictures, bag);
        return (text is null ? "" : BookDump.Of(text.Blocks), string.Join(' ', bag.Sorted.Select(d => $"{d.Kind.Id}@{d.At.Line}:{d.At.Column}")));
    }

    /// <summary>The dump without places and without the ids that only a book has, to be compared as a tree of words.</summary>
    public static string Tree(string markdown) =>
        Places().Replace(Read(markdown).Dump, "$1").Replace("✗ MissingFile ", "", StringComparison.Ordinal).Replace(" no picture", "", StringComparison.Ordinal).TrimEnd();

    public static void Gives(string markdown, string tree) => Assert.Equal(tree, Tree(markdown));

    [GeneratedRegex("^( *)[0-9]+:[0-9]+ ", RegexOptions.Multiline)]
    private static partial Regex Places();
}
