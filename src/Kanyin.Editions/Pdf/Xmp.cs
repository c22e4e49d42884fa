using System.Globalization;
using System.Text;
using System.Xml;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Pdf;

/// <summary>The metadata packet (ISO 16684-1); it says the same as the information dictionary.</summary>
internal static class Xmp
{
    // ISO 19005-2 6.6.2.3.2: a schema that PDF/A does not know itself must be described.
    private const string Extension = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """;

    /// <param name="part">Of ISO 19005.</param>
    public static byte[] Of(BookMetadata book, int part, bool isTagged)
    {
        var xml = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            <?xpacket begin="﻿" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfaid:part>{part}</pdfaid:part>
            <pdfaid:conformance>{(isTagged ? 'A' : 'U')}</pdfaid:conformance>{(isTagged ? "\n<pdfuaid:part>1</pdfuaid:part>" : "")}
            <dc:format>application/pdf</dc:format>

            """);
        Alternatives(xml, "dc:title", book.Title);
        List(xml, "dc:creator", "Seq", book.Authors);
        List(xml, "dc:language", "Bag", [book.Language]);
        Alternatives(xml, "dc:description", book.Description);
        List(xml, "dc:publisher", "Bag", book.Publisher is null ? [] : [book.Publisher]);
        Alternatives(xml, "dc:rights", book.Rights);
        xml.Append(CultureInfo.InvariantCulture, $"<dc:identifier>{Escape(book.Identifier)}</dc:identifier>\n");
        if (book.Date is { } date)
        {
            var stamp = date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
            xml.Append(CultureInfo.InvariantCulture, $"<xmp:CreateDate>{stamp}</xmp:CreateDate>\n<xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n");
        }

        xml.Append(CultureInfo.InvariantCulture, $"<xmp:CreatorTool>{DocumentInformation.Producer}</xmp:CreatorTool>\n<pdf:Producer>{DocumentInformation.Producer}</pdf:Producer>\n");
        xml.Append("</rdf:Description>\n").Append(isTagged ? Extension : "").Append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static void Alternatives(StringBuilder xml, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(text)}</rdf:li></rdf:Alt></{name}>\n");
        }
    }

    private static void List(StringBuilder xml, string name, string kind, IReadOnlyCollection<string> items)
    {
        if (items.Count > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{name}><rdf:{kind}>{string.Concat(items.Select(i => $"<rdf:li>{Escape(i)}</rdf:li>"))}</rdf:{kind}></{name}>\n");
        }
    }

    // Characters that XML cannot hold are left out; they have no meaning in a title.
    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                result.Append(text, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                result.Append(text[i] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", var c => c.ToString() });
            }
        }

        return result.ToString();
    }
}
