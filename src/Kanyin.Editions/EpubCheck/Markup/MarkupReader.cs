using System.Net;
using System.Xml;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Markup;

/// <summary>Reads the XML files of one EPUB. The framework's reader sees neither a DTD nor a resolver.</summary>
internal sealed class MarkupReader(Findings findings)
{
    /// <summary>Elements of the book, levels, and attributes of one element: far above what a book has, and small enough for memory.</summary>
    private const int MaximumElements = 2_000_000;
    private const int MaximumDepth = 400;
    private const int MaximumAttributes = 1000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = true };

    private int _elements;

    /// <param name="isEpub2">Whether the book is an EPUB 2, whose documents may use the entities of XHTML 1.1.</param>
    public MarkupFile Read(string path, byte[] bytes, bool isEpub2)
    {
        var (text, encoding) = TextBytes.Decode(bytes);
        var file = new SourceFile(path, text ?? "");
        if (text is null)
        {
            findings.Add(EpubKinds.Malformed, Place.Of(file), "The file is not UTF-8.");
            return new MarkupFile(file, null, []);
        }

        CheckEncoding(file, encoding, text.Contains("<html", StringComparison.Ordinal));
        var doctype = Doctype.Find(text);
        if (doctype is not null)
        {
            text = Without(doctype, file, isEpub2);
        }

        try
        {
            var (root, instructions) = Tree(text, file);
            if (doctype is not null)
            {
                CheckDoctype(doctype, root, file, isEpub2);
            }

            return new MarkupFile(file, root, instructions);
        }
        catch (XmlException e)
        {
            findings.Add(EpubKinds.Malformed, new Place(file, file.Offset(e.LineNumber, e.LinePosition), 0), Plainly(e));
            return new MarkupFile(file, null, []);
        }
    }

    /// <param name="isDocument">Whether it is XHTML, which must be UTF-8 (EPUB 3.3 6.1); other XML should be.</param>
    private void CheckEncoding(SourceFile file, string encoding, bool isDocument)
    {
        if (encoding == "UTF-16" && TextBytes.Declared(file.Text) is { } declared && !declared.StartsWith("UTF-16", StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(EpubKinds.Malformed, Place.Of(file), $"The file is in UTF-16, but says that it is in {declared}.", "Save it in UTF-8.");
        }
        else if (encoding == "UTF-16")
        {
            findings.Add(isDocument ? EpubKinds.Malformed : EpubKinds.NotUtf8, Place.Of(file), "The file is in UTF-16.", "Save it in UTF-8.");
        }
        else if (encoding != "UTF-8")
        {
            findings.Add(EpubKinds.Malformed, Place.Of(file), $"The file is in {encoding}; only UTF-8 is allowed.");
        }
    }

    private string Without(Doctype doctype, SourceFile file, bool isEpub2)
    {
        foreach (var name in doctype.ExternalEntities.Take(1))
        {
            findings.Add(isEpub2 ? EpubKinds.ForeignDoctype : EpubKinds.Malformed, new Place(file, doctype.Start, 0), $"The entity {name} refers to something outside the file.");
        }

        var plain = doctype.PlainEntities();
        var hasHtmlEntities = doctype.Public?.Contains("XHTML", StringComparison.OrdinalIgnoreCase) == true;
        return Doctype.Expand(doctype.Blank(file.Text), name => plain.GetValueOrDefault(name) ?? (hasHtmlEntities ? HtmlEntity(name) : null));
    }

    /// <summary>The characters of XHTML's entities; the five of XML are left to the reader.</summary>
    private static string? HtmlEntity(string name) =>
        name is "lt" or "gt" or "amp" or "quot" or "apos" || WebUtility.HtmlDecode($"&{name};") is not { Length: 1 } value ? null : value;

    private void CheckDoctype(Doctype doctype, XElement root, SourceFile file, bool isEpub2)
    {
        var isHtml = root.Name.LocalName == "html";
        var isRight = (doctype.Public, doctype.System) switch
        {
            (null, null) => !isEpub2 || !isHtml,
            (null, "about:legacy-compat") => isHtml && !isEpub2,
            ("-//W3C//DTD XHTML 1.1//EN", "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd") => isEpub2,
            ("-//NISO//DTD ncx 2005-1//EN", "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd") => root.Name.LocalName == "ncx",
            ("-//W3C//DTD SVG 1.1//EN", "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd") => root.Name.LocalName == "svg",
            ("-//W3C//DTD MathML 3.0//EN", "http://www.w3.org/Math/DTD/mathml3/mathml3.dtd") => root.Name.LocalName == "math",
            _ => isEpub2 && !isHtml && root.Name.LocalName != "package",
        };
        if (!isRight)
        {
            findings.Add(EpubKinds.ForeignDoctype, new Place(file, doctype.Start, 0), $"The document type declaration “{doctype.Public ?? doctype.System ?? doctype.Root}” is not allowed here.", isHtml && !isEpub2 ? "Write <!DOCTYPE html>." : null);
        }
    }

    private (XElement Root, HashSet<string> Instructions) Tree(string text, SourceFile file)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var position = (IXmlLineInfo)reader;
        var instructions = new HashSet<string>(StringComparer.Ordinal);
        var document = new XDocument();
        XContainer parent = document;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++_elements > MaximumElements || reader.Depth > MaximumDepth || reader.AttributeCount > MaximumAttributes)
                    {
                        throw new XmlException("Elements are nested too deeply, or there are too many of them or of their attributes.", null, position.LineNumber, position.LinePosition);
                    }

                    var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                    element.AddAnnotation(new MarkupFile.Offset(file.Offset(position.LineNumber, position.LinePosition - 1)));
                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute())
                    {
                        element.Add(new XAttribute(XName.Get(reader.LocalName, reader.Name == "xmlns" ? "" : reader.NamespaceURI), reader.Value));
                    }

                    parent.Add(element);
                    parent = isEmpty ? parent : element;
                    break;
                case XmlNodeType.EndElement:
                    parent = parent.Parent ?? (XContainer)document;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when parent is XElement:
                    parent.Add(new XText(reader.Value));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    instructions.Add(reader.Name);
                    break;
            }
        }

        return (document.Root!, instructions);
    }

    /// <summary>The framework says where in its words too; a finding has its place already.</summary>
    private static string Plainly(XmlException e)
    {
        var at = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return at > 0 ? e.Message[..at] : e.Message;
    }
}
