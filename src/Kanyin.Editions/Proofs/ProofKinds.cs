using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.Proofs;

/// <summary>What can be wrong with a finished edition. Each but the last is a fault of the edition or of a picture file, never of the author's text.</summary>
public static class ProofKinds
{
    public static readonly DiagnosticKind PdfUnreadable = new("PDF001", Severity.Error, "The PDF cannot be read back");
    public static readonly DiagnosticKind PdfUntagged = new("PDF002", Severity.Error, "The PDF has no structure tree");
    public static readonly DiagnosticKind PdfText = new("PDF003", Severity.Error, "Text of the book is missing from the PDF");
    public static readonly DiagnosticKind PdfLink = new("PDF004", Severity.Error, "A link is missing from the PDF, or leads elsewhere");
    public static readonly DiagnosticKind PdfOutline = new("PDF005", Severity.Error, "A heading is missing from the PDF's outline, or its entry is wrong");
    public static readonly DiagnosticKind PdfCharacter = new("PDF006", Severity.Error, "The PDF has characters that the book has not");
    public static readonly DiagnosticKind PdfSpace = new("PDF007", Severity.Error, "Words are run together or torn apart in the PDF");
    public static readonly DiagnosticKind PdfPicture = new("PDF008", Severity.Error, "A picture is missing from the PDF, or another one, or distorted");
    public static readonly DiagnosticKind PdfNote = new("PDF009", Severity.Error, "A note's call or its way back leads elsewhere in the PDF");
    public static readonly DiagnosticKind EpubUnreadable = new("EPUB001", Severity.Error, "The EPUB cannot be read back");
    public static readonly DiagnosticKind EpubChapter = new("EPUB002", Severity.Error, "A chapter is missing from the EPUB");
    public static readonly DiagnosticKind EpubText = new("EPUB003", Severity.Error, "The EPUB's text differs from the book's");
    public static readonly DiagnosticKind EpubLink = new("EPUB004", Severity.Error, "A link is missing from the EPUB, or leads elsewhere");
    public static readonly DiagnosticKind EpubContents = new("EPUB005", Severity.Error, "A heading is missing from the EPUB's contents, or its entry is wrong");
    public static readonly DiagnosticKind EpubCharacter = new("EPUB006", Severity.Error, "The EPUB has characters that the book has not");
    public static readonly DiagnosticKind EpubPicture = new("EPUB007", Severity.Error, "A picture is missing from the EPUB, or another one");
    public static readonly DiagnosticKind EpubNote = new("EPUB008", Severity.Error, "A note's call or its way back leads elsewhere in the EPUB");
    public static readonly DiagnosticKind EpubTable = new("EPUB009", Severity.Error, "A cell of a table is missing from the EPUB, or in another place");
    public static readonly DiagnosticKind EpubPage = new("EPUB010", Severity.Error, "The EPUB's page list differs from the pages of the PDF");

    public static readonly DiagnosticKind Unread = new("READ050", Severity.Warning, "Text of a file that is not in the book");

    public static IReadOnlyList<DiagnosticKind> All { get; } =
        [PdfUnreadable, PdfUntagged, PdfText, PdfLink, PdfOutline, PdfCharacter, PdfSpace, PdfPicture, PdfNote, EpubUnreadable, EpubChapter, EpubText, EpubLink, EpubContents, EpubCharacter, EpubPicture, EpubNote, EpubTable, EpubPage, Unread];
}
