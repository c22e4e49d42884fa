using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>Files that the PDF carries, associated with the whole of it (ISO 19005-3 6.8, ISO 32000-2 14.13).</summary>
internal static class Attachments
{
    private const string Markdown = "text/markdown", Plain = "text/plain";

    /// <summary>The file specifications, in the order of the book.</summary>
    /// <param name="date">When the files were last changed, as far as the book says.</param>
    public static ImmutableArray<PdfRef> Write(PdfFile file, ImmutableArray<Attachment> attached, DateOnly? date) => [.. attached.Select(a => Write(file, a, date))];

    /// <summary>What the catalog says of them: they are the book's, and viewers list them.</summary>
    public static PdfBuffer Entries(ImmutableArray<PdfRef> files)
    {
        var list = new PdfBuffer();
        foreach (var reference in files)
        {
            list.Append($"{reference} ");
        }

        return files.IsEmpty ? list : $"/AF[{list}]";
    }

    /// <summary>By names that sort in the order of the book; readers see the files' own.</summary>
    public static PdfRef WriteNames(PdfFile file, ImmutableArray<PdfRef> files) =>
        PdfTree.WriteNames(file, [.. files.Select((f, i) => KeyValuePair.Create($"source-{(i + 1).ToString("D5", CultureInfo.InvariantCulture)}", PdfBuffer.Of($"{f}")))]);

    private static PdfRef Write(PdfFile file, Attachment attachment, DateOnly? date)
    {
        var bytes = Encoding.UTF8.GetBytes(attachment.Text);
        var type = new PdfName(attachment.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? Plain : Markdown);
        PdfBuffer parameters = $"/Size {bytes.Length}";
        if (date is { } day)
        {
            parameters.Append($"/ModDate{DocumentInformation.Stamp(day)}");
        }

        return Write(file, attachment.Path, type, "Source", parameters, bytes);
    }

    /// <summary>A file specification and its file.</summary>
    /// <param name="relationship">What the file is to what it belongs to, such as Source.</param>
    public static PdfRef Write(PdfFile file, string name, PdfName type, string relationship, PdfBuffer parameters, byte[] bytes)
    {
        var content = file.Stream($"/Type/EmbeddedFile/Subtype{type}/Params<<{parameters}>>/Filter/FlateDecode", PdfFile.Flate(bytes));
        return file.Object($"<</Type/Filespec/F{name}/UF{name}/AFRelationship{new PdfName(relationship)}/EF<</F {content}/UF {content}>>>>");
    }
}
