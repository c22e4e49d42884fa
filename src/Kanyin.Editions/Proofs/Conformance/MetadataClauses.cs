using System.Xml;
using System.Xml.Linq;
using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 19005-2 6.6 and ISO 14289-1 clause 5 and 7.1: the metadata packet, and the information dictionary that must say the same.</summary>
internal static class MetadataClauses
{
    private static readonly XNamespace _rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace _dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace _pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace _xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace _pdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace _pdfUa = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace _extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace _schema = "http://www.aiim.org/pdfa/ns/schema#";

    private static readonly XNamespace[] _known = [_rdf, _dc, _pdf, _xmp, _pdfA, _extension, _schema, "http://www.aiim.org/pdfa/ns/property#", "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/rights/"];

    public static void Check(Inspection inspection)
    {
        if (Read(inspection) is not { } packet)
        {
            return;
        }

        var part = AttachmentClauses.HasAttachments(inspection) ? "3" : "2";
        inspection.Require(Value(packet, _pdfA + "part") == part && Value(packet, _pdfA + "conformance") == "A", PdfAIdentifier, $"pdfaid:part is not {part} or pdfaid:conformance is not A.");
        inspection.Require(Value(packet, _pdfUa + "part") == "1", PdfUaIdentifier, "pdfuaid:part is not 1.");
        inspection.Require(Value(packet, _dc + "title") is { Length: > 0 }, Title, "dc:title is missing or empty.");
        CheckSchemas(packet, inspection);
        CheckInformation(packet, inspection);
    }

    private static XElement? Read(Inspection inspection)
    {
        if (inspection.File.Get(inspection.Catalog, "Metadata") is not CosStream stream)
        {
            inspection.Report(Metadata, "The catalog names no metadata stream.");
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(inspection.File.Decode(stream)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader).Root!;
            var rdf = root.Name == _rdf + "RDF" ? root : root.Element(_rdf + "RDF");
            inspection.Require(rdf is not null, Metadata, "The metadata hold no rdf:RDF.");
            return rdf;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            inspection.Report(Metadata, $"The metadata are not well-formed: {e.Message}");
            return null;
        }
    }

    private static string? Value(XElement packet, XName name) => Property(packet, name) is { } property ? (property.Descendants(_rdf + "li").FirstOrDefault() ?? property).Value : null;

    private static XElement? Property(XElement packet, XName name) => packet.Elements(_rdf + "Description").Elements(name).FirstOrDefault();

    // ISO 19005-2 6.6.2.3: what PDF/A does not define itself must be described in the packet.
    private static void CheckSchemas(XElement packet, Inspection inspection)
    {
        var described = packet.Descendants(_schema + "namespaceURI").Select(e => e.Value.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var name in packet.Elements(_rdf + "Description").Elements().Select(e => e.Name.Namespace).Distinct().Where(n => !_known.Contains(n) && !described.Contains(n.NamespaceName)))
        {
            inspection.Report(ExtensionSchema, $"The metadata use {name} without describing it.");
        }
    }

    private static void CheckInformation(XElement packet, Inspection inspection)
    {
        if (inspection.File.Dictionary(inspection.File.Trailer, "Info") is not { } information)
        {
            return;
        }

        var authors = Property(packet, _dc + "creator")?.Descendants(_rdf + "li").Select(e => e.Value);
        Compare("Title", Value(packet, _dc + "title"));
        Compare("Author", authors is null ? null : string.Join(", ", authors));
        Compare("Subject", Value(packet, _dc + "description"));
        Compare("Creator", Value(packet, _xmp + "CreatorTool"));
        Compare("Producer", Value(packet, _pdf + "Producer"));
        Compare("CreationDate", Stamp(Value(packet, _xmp + "CreateDate")));
        Compare("ModDate", Stamp(Value(packet, _xmp + "ModifyDate")));

        void Compare(string key, string? said)
        {
            var here = (inspection.File.Get(information, key) as CosString)?.Text;
            inspection.Require(here == said, Information, $"{key} is “{here}” in the information dictionary and “{said}” in the metadata.");
        }
    }

    // 2024-03-05T00:00:00Z and D:20240305000000Z.
    private static string? Stamp(string? date) => date is null ? null : "D:" + string.Concat(date.Where(c => char.IsAsciiDigit(c) || c == 'Z'));
}
