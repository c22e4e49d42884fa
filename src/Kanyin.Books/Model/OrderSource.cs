namespace Kanyin.Books.Model;

/// <summary>How the order of a book was found.</summary>
/// <param name="Form">The tool or the custom: mdBook, MkDocs, file names …</param>
/// <param name="File">The file that declares the order, relative to the book's folder; null when none does.</param>
public sealed record OrderSource(string Form, string? File)
{
    public static readonly OrderSource Unknown = new("unknown", null);
}
