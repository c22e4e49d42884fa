using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>How a PDF can fail PDF/UA-1 or PDF/A-2a. PdfUa1.md and PdfA2.md beside this file say which clause each one keeps.</summary>
public static class ConformanceKinds
{
    public static readonly DiagnosticKind Header = Of("PDF010", "The PDF does not begin as PDF/A wants");
    public static readonly DiagnosticKind FileIdentifier = Of("PDF011", "The PDF has no file identifier");
    public static readonly DiagnosticKind Encryption = Of("PDF012", "The PDF is encrypted");
    public static readonly DiagnosticKind Streams = Of("PDF013", "A stream is kept outside the PDF or coded in a forbidden way");
    public static readonly DiagnosticKind Limits = Of("PDF014", "An object is larger than readers must cope with");
    public static readonly DiagnosticKind Metadata = Of("PDF015", "The PDF's metadata are missing or cannot be read");
    public static readonly DiagnosticKind PdfAIdentifier = Of("PDF016", "The metadata do not say PDF/A-2a, or PDF/A-3a beside attachments");
    public static readonly DiagnosticKind PdfUaIdentifier = Of("PDF017", "The metadata do not say PDF/UA-1");
    public static readonly DiagnosticKind Title = Of("PDF018", "The metadata have no title");
    public static readonly DiagnosticKind Information = Of("PDF019", "Information dictionary and metadata disagree");
    public static readonly DiagnosticKind ExtensionSchema = Of("PDF020", "A metadata schema is not described");
    public static readonly DiagnosticKind Marked = Of("PDF021", "The PDF does not say that it is tagged");
    public static readonly DiagnosticKind Language = Of("PDF022", "The PDF names no language");
    public static readonly DiagnosticKind DisplayTitle = Of("PDF023", "The window would show the file's name instead of the title");
    public static readonly DiagnosticKind OutputIntent = Of("PDF024", "The PDF has no output intent");
    public static readonly DiagnosticKind Profile = Of("PDF025", "The colour profile is not valid");
    public static readonly DiagnosticKind ColourSpace = Of("PDF026", "A colour space has no meaning beside the output intent");
    public static readonly DiagnosticKind BlendingSpace = Of("PDF027", "A page with transparency names no blending colour space");
    public static readonly DiagnosticKind FontProgram = Of("PDF028", "A font is not embedded");
    public static readonly DiagnosticKind FontDictionary = Of("PDF029", "A font is not described as PDF/A wants");
    public static readonly DiagnosticKind Widths = Of("PDF030", "Widths in the PDF and in the font differ");
    public static readonly DiagnosticKind Unicode = Of("PDF031", "A code that is shown stands for no character");
    public static readonly DiagnosticKind NotDefined = Of("PDF032", "The glyph .notdef is shown");
    public static readonly DiagnosticKind Unmarked = Of("PDF033", "Something on a page is neither tagged nor an artifact");
    public static readonly DiagnosticKind ArtifactNesting = Of("PDF034", "Artifacts and tagged content are nested in one another");
    public static readonly DiagnosticKind Balance = Of("PDF035", "Marked content or graphics states do not nest");
    public static readonly DiagnosticKind ContentNumber = Of("PDF036", "Content and structure tree do not agree");
    public static readonly DiagnosticKind ArtifactType = Of("PDF037", "An artifact does not say what it is");
    public static readonly DiagnosticKind ParentTree = Of("PDF038", "The parent tree is wrong");
    public static readonly DiagnosticKind StructureType = Of("PDF039", "A structure type is not standard");
    public static readonly DiagnosticKind Nesting = Of("PDF040", "A structure element stands where it may not");
    public static readonly DiagnosticKind TableShape = Of("PDF041", "The rows of a table differ in length");
    public static readonly DiagnosticKind Scope = Of("PDF042", "A table's head does not say what it is the head of");
    public static readonly DiagnosticKind ListNumbering = Of("PDF043", "A list does not say how it is numbered");
    public static readonly DiagnosticKind Alternative = Of("PDF044", "A figure or formula has no alternative text");
    public static readonly DiagnosticKind BoundingBox = Of("PDF045", "A figure or formula does not say what it covers");
    public static readonly DiagnosticKind NoteIdentifier = Of("PDF046", "A note has no identifier of its own");
    public static readonly DiagnosticKind HeadingLevel = Of("PDF047", "A heading level is skipped");
    public static readonly DiagnosticKind StructureTree = Of("PDF048", "The structure tree is damaged");
    public static readonly DiagnosticKind ElementLanguage = Of("PDF049", "The language of an element is malformed");
    public static readonly DiagnosticKind TabOrder = Of("PDF050", "A page does not say in which order links are visited");
    public static readonly DiagnosticKind UntaggedAnnotation = Of("PDF051", "Links in the structure tree and on the pages do not agree");
    public static readonly DiagnosticKind AnnotationContents = Of("PDF052", "A link does not say where it leads");
    public static readonly DiagnosticKind AnnotationFlags = Of("PDF053", "An annotation is hidden or not printed");
    public static readonly DiagnosticKind ForbiddenAnnotation = Of("PDF054", "An annotation or action is forbidden");
    public static readonly DiagnosticKind Outline = Of("PDF055", "The bookmarks are damaged");
    public static readonly DiagnosticKind PageLabels = Of("PDF056", "The PDF has no page labels");
    public static readonly DiagnosticKind ForbiddenFeature = Of("PDF057", "The PDF has a feature that PDF/A forbids");
    public static readonly DiagnosticKind ForbiddenImage = Of("PDF058", "A picture or form has an entry that PDF/A forbids");
    public static readonly DiagnosticKind Destination = Of("PDF059", "A destination leads to no page");

    public static readonly DiagnosticKind Attachment = Of("PDF060", "An attached file is not described as PDF/A-3 wants");

    private static DiagnosticKind Of(string id, string title) => new(id, Severity.Error, title);
}
