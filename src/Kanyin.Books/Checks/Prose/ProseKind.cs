namespace Kanyin.Books.Checks.Prose;

/// <summary>What part a running text plays on the page.</summary>
public enum ProseKind
{
    Paragraph,
    Heading,
    Cell,
    ColumnHead,
    Caption,

    /// <summary>The title of a callout, or a term that is defined.</summary>
    Label,
}
