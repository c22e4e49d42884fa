using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading;

/// <summary>What can be wrong with the files, their text and what Markdown makes of it.</summary>
public static class ReadingFindings
{
    public static readonly DiagnosticKind NothingToRead = new("READ001", Severity.Error, "Nothing to make a book of");
    public static readonly DiagnosticKind NotUtf8 = new("READ002", Severity.Error, "The file is not UTF-8 text");
    public static readonly DiagnosticKind TooLarge = new("READ003", Severity.Error, "The file is too large");
    public static readonly DiagnosticKind Unreadable = new("READ004", Severity.Error, "The file cannot be opened");
    public static readonly DiagnosticKind EmptyFile = new("READ005", Severity.Warning, "The file is empty");
    public static readonly DiagnosticKind TooTangled = new("READ006", Severity.Error, "The Markdown is nested too deeply to be meant");
    public static readonly DiagnosticKind TooDeep = new("READ007", Severity.Warning, "Nested too deeply, kept as plain text");
    public static readonly DiagnosticKind ControlCharacters = new("READ008", Severity.Warning, "Control characters, left out");

    public static readonly DiagnosticKind ListedTwice = new("READ010", Severity.Warning, "The contents list a file twice");
    public static readonly DiagnosticKind ListsItself = new("READ011", Severity.Warning, "The contents list themselves");
    public static readonly DiagnosticKind ListedOutside = new("READ012", Severity.Error, "The contents list a file outside the book");
    public static readonly DiagnosticKind DraftChapter = new("READ013", Severity.Note, "A chapter of the contents has no file yet");
    public static readonly DiagnosticKind NotAChapter = new("READ014", Severity.Warning, "The contents list something that is not a text file");
    public static readonly DiagnosticKind Unlisted = new("READ015", Severity.Note, "Texts that the contents do not list");
    public static readonly DiagnosticKind UnusedPicture = new("READ016", Severity.Note, "A picture that nothing shows");
    public static readonly DiagnosticKind OutwardEntry = new("READ017", Severity.Note, "The contents list an address outside the book");
    public static readonly DiagnosticKind BadToolSettings = new("READ018", Severity.Warning, "The settings of another tool cannot be read");

    public static readonly DiagnosticKind UnknownTag = new("READ020", Severity.Warning, "An HTML tag that is not known");
    public static readonly DiagnosticKind DroppedTag = new("READ021", Severity.Warning, "An HTML element that cannot be printed");
    public static readonly DiagnosticKind UnclosedTag = new("READ022", Severity.Warning, "An HTML tag without its partner");
    public static readonly DiagnosticKind UnevenRow = new("READ023", Severity.Warning, "A table row with more or fewer cells than its head");
    public static readonly DiagnosticKind UnusedNote = new("READ024", Severity.Warning, "A footnote that is never called");
    public static readonly DiagnosticKind UndefinedNote = new("READ025", Severity.Warning, "A footnote that is called but not written");
    public static readonly DiagnosticKind NoteInNote = new("READ026", Severity.Warning, "A footnote called inside a footnote");
    public static readonly DiagnosticKind LooseStars = new("READ027", Severity.Warning, "Asterisks that were not read as bold");
    public static readonly DiagnosticKind DataAddress = new("READ028", Severity.Warning, "A picture written into its address");
    public static readonly DiagnosticKind UnknownContainer = new("READ029", Severity.Warning, "A container that is not known");
    public static readonly DiagnosticKind BadFrontMatter = new("READ030", Severity.Warning, "The front matter is not YAML");
    public static readonly DiagnosticKind UnusedDefinition = new("READ031", Severity.Warning, "A link definition that nothing uses");
    public static readonly DiagnosticKind UndefinedReference = new("READ032", Severity.Warning, "A link whose definition is missing");
    public static readonly DiagnosticKind UnreadLink = new("READ033", Severity.Warning, "Brackets that were not read as a link");
    public static readonly DiagnosticKind MissingInclude = new("READ040", Severity.Error, "A file to be included is not there");
    public static readonly DiagnosticKind UnknownDirective = new("READ041", Severity.Warning, "A shortcode that is not known");
    public static readonly DiagnosticKind Abbreviation = new("READ042", Severity.Note, "An abbreviation's words, not printed");
    public static readonly DiagnosticKind TightHeading = new("READ043", Severity.Warning, "A heading without a space after its #");
    public static readonly DiagnosticKind SentenceOverLine = new("READ044", Severity.Warning, "A sentence underlined as a heading");
    public static readonly DiagnosticKind IndentedProse = new("READ045", Severity.Warning, "Prose indented as code");
    public static readonly DiagnosticKind SpacedAddress = new("READ046", Severity.Note, "An address with spaces");
    public static readonly DiagnosticKind HomePage = new("READ047", Severity.Note, "A home page without text, left out");
}

/// <summary>What can be wrong with book.yml.</summary>
public static class SettingsFindings
{
    public static readonly DiagnosticKind NotYaml = new("CONF001", Severity.Error, "book.yml is not YAML");
    public static readonly DiagnosticKind UnknownKey = new("CONF002", Severity.Error, "A key that book.yml does not have");
    public static readonly DiagnosticKind WrongType = new("CONF003", Severity.Error, "A value of the wrong kind");
    public static readonly DiagnosticKind WrongValue = new("CONF004", Severity.Error, "A value that is not allowed");
    public static readonly DiagnosticKind BadGlossary = new("CONF006", Severity.Error, "The glossary cannot be used");
    public static readonly DiagnosticKind MissingCover = new("CONF005", Severity.Error, "The cover picture cannot be used");
}
