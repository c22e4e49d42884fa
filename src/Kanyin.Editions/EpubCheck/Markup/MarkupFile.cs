using System.Xml.Linq;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Markup;

/// <summary>One XML file of the book: its text and, where it is well-formed, its tree.</summary>
internal sealed class MarkupFile(SourceFile file, XElement? root, HashSet<string> instructions)
{
    public SourceFile File { get; } = file;

    /// <summary>Null where the file is not well-formed; the reason has been reported.</summary>
    public XElement? Root { get; } = root;

    /// <summary>The targets of the processing instructions, such as xml-stylesheet.</summary>
    public HashSet<string> Instructions { get; } = instructions;

    /// <summary>Where an element's tag begins.</summary>
    public Place At(XElement? element) => element?.Annotation<Offset>() is { } offset ? new Place(File, offset.Value, 0) : Place.Of(File);

    /// <summary>Offset of a tag in the text, kept as an annotation of its element.</summary>
    internal sealed record Offset(int Value);
}
