using System.Globalization;
using Kanyin.Books.Model;
using Kanyin.Editions.Pdf.Objects;

namespace Kanyin.Editions.Pdf;

/// <summary>The information dictionary (ISO 32000-1 14.3.3).</summary>
internal static class DocumentInformation
{
    public const string Producer = "Kanyin";

    public static PdfRef Write(PdfFile file, BookMetadata book)
    {
        PdfBuffer body = $"<</Title{book.Title}";
        if (!book.Authors.IsEmpty)
        {
            body.Append($"/Author{string.Join(", ", book.Authors)}");
        }

        if (!string.IsNullOrEmpty(book.Description))
        {
            body.Append($"/Subject{book.Description}");
        }

        if (book.Date is { } date)
        {
            var stamp = Stamp(date);
            body.Append($"/CreationDate{stamp}/ModDate{stamp}");
        }

        return file.Object(body.Append($"/Creator{Producer}/Producer{Producer}>>"));
    }

    /// <summary>A day as a PDF has it (7.9.4).</summary>
    public static string Stamp(DateOnly date) => date.ToString("'D:'yyyyMMdd'000000Z'", CultureInfo.InvariantCulture);
}
