using Kanyin.Books.Diagnostics;
using Kanyin.Editions.Proofs.Cos;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>
/// Reads a finished PDF and checks it against PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), or PDF/A-3a where it carries files: the clauses that our
/// files can come into conflict with. PdfUa1.md and PdfA2.md list all of them.
/// </summary>
internal static class PdfConformance
{
    /// <summary>Throws <see cref="InvalidDataException"/> and other exceptions when the bytes are no PDF file.</summary>
    /// <param name="at">Where findings go: they are about the file, not about a passage.</param>
    public static void Check(byte[] bytes, Place at, DiagnosticBag bag)
    {
        var inspection = new Inspection(CosFile.Read(bytes), at, bag);
        var contents = ContentScan.Of(inspection);
        var tree = TagTree.Read(inspection);
        FileClauses.Check(inspection);
        MetadataClauses.Check(inspection);
        CatalogClauses.Check(inspection);
        AttachmentClauses.Check(inspection);
        ColourClauses.Check(inspection, contents);
        FontClauses.Check(inspection, contents);
        ContentClauses.Check(inspection, contents, tree);
        StructureClauses.Check(inspection, tree);
        AnnotationClauses.Check(inspection, tree);
        NavigationClauses.Check(inspection, tree);
        inspection.Finish();
    }
}
