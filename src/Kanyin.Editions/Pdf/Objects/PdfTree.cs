namespace Kanyin.Editions.Pdf.Objects;

/// <summary>Name trees and number trees (ISO 32000-1 7.9.6, 7.9.7), two levels deep.</summary>
internal static class PdfTree
{
    private const int EntriesPerLeaf = 64;

    /// <param name="entries">Values by key, the keys ascending: code units for names, whole numbers for numbers.</param>
    public static PdfRef Write<TKey>(PdfFile file, string kind, IReadOnlyCollection<KeyValuePair<TKey, PdfBuffer>> entries, Func<TKey, PdfBuffer> key)
    {
        if (entries.Count == 0)
        {
            return file.Object($"<<{new PdfName(kind)}[]>>");
        }

        PdfBuffer root = $"<</Kids[";
        foreach (var leaf in entries.Chunk(EntriesPerLeaf))
        {
            PdfBuffer body = $"<</Limits[{key(leaf[0].Key)} {key(leaf[^1].Key)}]{new PdfName(kind)}[";
            foreach (var (name, value) in leaf)
            {
                body.Append($"{key(name)} {value} ");
            }

            root.Append($"{file.Object(body.Append($"]>>"))} ");
        }

        return file.Object(root.Append($"]>>"));
    }

    public static PdfRef WriteNames(PdfFile file, IReadOnlyCollection<KeyValuePair<string, PdfBuffer>> entries) =>
        Write(file, "Names", entries, name => $"{name}");

    public static PdfRef WriteNumbers(PdfFile file, IReadOnlyCollection<KeyValuePair<int, PdfBuffer>> entries) =>
        Write(file, "Nums", entries, number => $"{number}");
}
