using Kanyin.Books.Diagnostics;
using static Kanyin.Books.Diagnostics.Severity;

namespace Kanyin.Editions.EpubCheck;

/// <summary>What can be wrong with an EPUB. Each has a page of its own in Rules; errors are what makes a book invalid.</summary>
public static class EpubKinds
{
    public static readonly DiagnosticKind NoArchive = new("EPUB101", Error, "The file is not a readable ZIP archive");
    public static readonly DiagnosticKind Mimetype = new("EPUB102", Error, "The archive does not begin with a proper mimetype file");
    public static readonly DiagnosticKind FileName = new("EPUB103", Error, "A file has a name that is not allowed");
    public static readonly DiagnosticKind SameName = new("EPUB104", Error, "Two files have the same name");
    public static readonly DiagnosticKind HarmfulEntry = new("EPUB105", Error, "An entry of the archive cannot be read safely");
    public static readonly DiagnosticKind AwkwardName = new("EPUB106", Warning, "A file name makes trouble in old readers");
    public static readonly DiagnosticKind Container = new("EPUB107", Error, "META-INF/container.xml is missing or wrong");
    public static readonly DiagnosticKind Encryption = new("EPUB108", Error, "What META-INF says of encryption or signatures is wrong");
    public static readonly DiagnosticKind Encrypted = new("EPUB109", Note, "An encrypted file cannot be checked");

    public static readonly DiagnosticKind Package = new("EPUB110", Error, "The package document has a wrong part");
    public static readonly DiagnosticKind Identifier = new("EPUB111", Error, "The unique identifier is missing");
    public static readonly DiagnosticKind MissingMetadata = new("EPUB112", Error, "Required metadata is missing or empty");
    public static readonly DiagnosticKind Property = new("EPUB113", Error, "A metadata property is wrong");
    public static readonly DiagnosticKind Modified = new("EPUB114", Error, "The date of modification is missing or wrong");
    public static readonly DiagnosticKind Language = new("EPUB115", Error, "A language tag is not well-formed");
    public static readonly DiagnosticKind OddMetadata = new("EPUB116", Warning, "Metadata is unusual or deprecated");
    public static readonly DiagnosticKind Item = new("EPUB117", Error, "An item of the manifest is wrong");
    public static readonly DiagnosticKind MissingFile = new("EPUB118", Error, "A file of the manifest is missing");
    public static readonly DiagnosticKind Unlisted = new("EPUB119", Note, "A file is not in the manifest");
    public static readonly DiagnosticKind MediaType = new("EPUB120", Error, "A file is not of its declared media type");
    public static readonly DiagnosticKind ItemProperties = new("EPUB121", Error, "An item's properties disagree with its content");
    public static readonly DiagnosticKind Fallback = new("EPUB122", Error, "A fallback is missing or leads in a circle");
    public static readonly DiagnosticKind Spine = new("EPUB123", Error, "The spine is wrong");
    public static readonly DiagnosticKind Guide = new("EPUB124", Error, "The guide or a collection is wrong");
    public static readonly DiagnosticKind Unreachable = new("EPUB125", Error, "A document outside the linear order cannot be reached");

    public static readonly DiagnosticKind Nav = new("EPUB126", Error, "The navigation document is wrong");
    public static readonly DiagnosticKind NavOrder = new("EPUB127", Warning, "The contents are not in reading order");
    public static readonly DiagnosticKind Ncx = new("EPUB128", Error, "The NCX is wrong");

    public static readonly DiagnosticKind Malformed = new("EPUB130", Error, "A file is not well-formed XML in UTF-8");
    public static readonly DiagnosticKind NotUtf8 = new("EPUB131", Warning, "A file is not in UTF-8");
    public static readonly DiagnosticKind ForeignDoctype = new("EPUB132", Error, "A document type declaration is not allowed");
    public static readonly DiagnosticKind Element = new("EPUB133", Error, "An element is not allowed here");
    public static readonly DiagnosticKind Attribute = new("EPUB134", Error, "An attribute is missing, not allowed or wrong");
    public static readonly DiagnosticKind Role = new("EPUB135", Error, "An ARIA role is not allowed here");
    public static readonly DiagnosticKind EpubType = new("EPUB136", Note, "An epub:type is unknown or deprecated");
    public static readonly DiagnosticKind Prefix = new("EPUB137", Error, "A prefix is undeclared or wrong");
    public static readonly DiagnosticKind SameId = new("EPUB138", Error, "An id is used twice or is not a name");
    public static readonly DiagnosticKind MissingId = new("EPUB139", Error, "An attribute refers to an id that does not exist");

    public static readonly DiagnosticKind MissingTarget = new("EPUB140", Error, "A reference leads to a missing file");
    public static readonly DiagnosticKind MissingFragment = new("EPUB141", Error, "A reference leads to a missing place in a file");
    public static readonly DiagnosticKind OutsideSpine = new("EPUB142", Error, "A link leads to a file outside the reading order");
    public static readonly DiagnosticKind Undeclared = new("EPUB143", Error, "A reference leads to a file that is not in the manifest");
    public static readonly DiagnosticKind Remote = new("EPUB144", Error, "A resource is outside the book");
    public static readonly DiagnosticKind BadAddress = new("EPUB145", Error, "An address is malformed or leads out of the archive");
    public static readonly DiagnosticKind ForeignResource = new("EPUB146", Error, "A resource of another kind has no fallback");
    public static readonly DiagnosticKind WrongUse = new("EPUB147", Error, "A resource is used as something it is not");
    public static readonly DiagnosticKind Insecure = new("EPUB148", Warning, "A remote resource is fetched without encryption");

    public static readonly DiagnosticKind UnlikelyUse = new("EPUB149", Warning, "A resource is hardly what it is used as");

    public static readonly DiagnosticKind Css = new("EPUB150", Error, "A style sheet has a syntax error");
    public static readonly DiagnosticKind CssProperty = new("EPUB151", Error, "A style sheet sets what belongs to the text");
    public static readonly DiagnosticKind FontType = new("EPUB152", Note, "A font is of no usual type");
    public static readonly DiagnosticKind Picture = new("EPUB153", Error, "A picture is damaged");
    public static readonly DiagnosticKind PictureName = new("EPUB154", Warning, "A picture has another's file extension");
    public static readonly DiagnosticKind FixedLayout = new("EPUB155", Error, "A page of fixed layout has no proper viewport");
    public static readonly DiagnosticKind Overlay = new("EPUB156", Error, "A media overlay is wrong");

    public static readonly DiagnosticKind NoTitle = new("EPUB160", Warning, "A document has no title");
    public static readonly DiagnosticKind NoLanguage = new("EPUB161", Warning, "A document does not say its language");
    public static readonly DiagnosticKind NoAlternative = new("EPUB162", Warning, "A picture has no alternative text");
    public static readonly DiagnosticKind HeadingOrder = new("EPUB163", Note, "A level of headings is skipped");
    public static readonly DiagnosticKind RoleOfType = new("EPUB164", Note, "An epub:type has no matching role");
    public static readonly DiagnosticKind PageSource = new("EPUB165", Warning, "The page list does not name its printed source");
    public static readonly DiagnosticKind NoAccessibility = new("EPUB166", Note, "The package says nothing about accessibility");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        NoArchive, Mimetype, FileName, SameName, HarmfulEntry, AwkwardName, Container, Encryption, Encrypted,
        Package, Identifier, MissingMetadata, Property, Modified, Language, OddMetadata, Item, MissingFile, Unlisted,
        MediaType, ItemProperties, Fallback, Spine, Guide, Unreachable, Nav, NavOrder, Ncx,
        Malformed, NotUtf8, ForeignDoctype, Element, Attribute, Role, EpubType, Prefix, SameId, MissingId,
        MissingTarget, MissingFragment, OutsideSpine, Undeclared, Remote, BadAddress, ForeignResource, WrongUse, Insecure, UnlikelyUse,
        Css, CssProperty, FontType, Picture, PictureName, FixedLayout, Overlay,
        NoTitle, NoLanguage, NoAlternative, HeadingOrder, RoleOfType, PageSource, NoAccessibility,
    ];

    /// <summary>The page of one kind, in Markdown.</summary>
    public static string PageOf(DiagnosticKind kind)
    {
        using var stream = typeof(EpubKinds).Assembly.GetManifestResourceStream(kind.Id + ".md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
