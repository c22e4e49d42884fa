using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>An entry of the table of contents.</summary>
/// <param name="Address">Relative to the package's folder.</param>
internal sealed record ContentsEntry(string Label, string Address, ImmutableArray<ContentsEntry> Entries)
{
    private const string NoTitle = "（无题）";

    public int Depth => Entries.Length == 0 ? 1 : 1 + Entries.Max(e => e.Depth);

    /// <summary>Every part, chapter and heading, as a tree in the order of the text.</summary>
    public static ImmutableArray<ContentsEntry> TreeOf(ImmutableArray<ContentDocument> documents)
    {
        var rows = documents.SelectMany(Rows).ToList();
        var hasParts = documents.Any(d => d.IsPart);
        var inPart = false;
        for (var i = 0; i < rows.Count && hasParts; i++)
        {
            inPart |= rows[i].IsPart;
            rows[i] = rows[i] with { Level = rows[i].Level + (inPart && !rows[i].IsPart ? 1 : 0) };
        }

        var at = 0;
        return Nest(rows, ref at, 0);
    }

    private static IEnumerable<Row> Rows(ContentDocument document)
    {
        var file = $"text/{document.Name}";
        if (document.GoesOn && !document.Headings.Any())
        {
            yield break;
        }

        if (document.IsPart || !document.Headings.Any())
        {
            yield return new Row(document.IsPart ? 1 : document.Chapter.Depth + 1, document.IsPart, Words(document.Title), file);
            yield break;
        }

        foreach (var (index, heading) in document.Headings.Index())
        {
            // The first leads to the file itself: some readers do not follow fragments.
            var address = index == 0 && !document.BeginsInside ? file : $"{file}#{XmlText.Id(heading.Id)}";
            yield return new Row(heading.Level, IsPart: false, Words(PlainText.Of(heading)), address);
        }
    }

    /// <summary>Rows become children of the nearest row above with a lower level; a level that was skipped adds no depth.</summary>
    private static ImmutableArray<ContentsEntry> Nest(List<Row> rows, ref int at, int above)
    {
        var entries = ImmutableArray.CreateBuilder<ContentsEntry>();
        while (at < rows.Count && rows[at].Level > above)
        {
            var row = rows[at++];
            entries.Add(new ContentsEntry(row.Label, row.Address, Nest(rows, ref at, row.Level)));
        }

        return entries.ToImmutable();
    }

    private static string Words(string text) => XmlText.OneLine(text) is { Length: > 0 } label ? label : NoTitle;

    private sealed record Row(int Level, bool IsPart, string Label, string Address);
}
