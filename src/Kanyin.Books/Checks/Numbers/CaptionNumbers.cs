using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>A caption with a typed number, and the others that it counts with: 图 2-1, 图 2-2 …, or 表 1, 表 2 ….</summary>
internal sealed class NumberedCaption
{
    public required Captioned Block { get; init; }
    public required Chapter Chapter { get; init; }
    public required CaptionLabel Label { get; init; }

    /// <summary>What stands before the value that counts, with its mark: 2- in 图 2-1; empty in 表 3.</summary>
    public required string Stem { get; init; }

    /// <summary>The value that counts.</summary>
    public required int Last { get; init; }

    /// <summary>The heading that begins the chapter; null before the first.</summary>
    public required Heading? Above { get; init; }

    public required CaptionSeries Series { get; init; }

    /// <summary>From 0, in <see cref="Series"/>.</summary>
    public required int Index { get; init; }

    public NumberedCaption? Previous => Index == 0 ? null : Series.Members[Index - 1];

    /// <summary>The value that the series asks for here.</summary>
    public int Due => Series.Expected[Index];

    /// <summary>1 or A: the first value of the stem; empty when there is none.</summary>
    public string First => Stem.Split('-', '–', '—', '.', '．')[0];

    /// <summary>The first between the one before and this that stands nowhere, not even as a caption that was not recognised.</summary>
    public CaptionLabel? Missing(WrittenLabels labels) =>
        Last > Due && Last - Due < 1000 ? Enumerable.Range(Due, Last - Due).Select(With).FirstOrDefault(l => !labels.Has(l)) : null;

    /// <summary>The caption's number with another last value.</summary>
    public CaptionLabel With(int last) => Label with { Number = Stem + last.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>Captions that count together.</summary>
internal sealed class CaptionSeries
{
    private ImmutableArray<int> _expected;

    public List<NumberedCaption> Members { get; } = [];

    public ImmutableArray<int> Expected => _expected.IsDefault ? _expected = NumberSeries.Expect([.. Members.Select(m => m.Last)], Members.Count == 1) : _expected;
}

/// <summary>The captions of a book that have a typed number, in reading order, sorted into series.</summary>
internal static class CaptionNumbers
{
    public static ImmutableArray<NumberedCaption> Of(ImmutableArray<(Chapter Chapter, Block Block)> blocks)
    {
        var captions = ImmutableArray.CreateBuilder<NumberedCaption>();
        var open = new Dictionary<(string Kind, string Stem), CaptionSeries>();
        Heading? above = null;
        Chapter? last = null;
        foreach (var (chapter, block) in blocks)
        {
            // A section in a file of its own is still in its chapter.
            above = block is Heading { Level: 1 } heading ? heading : chapter != last && chapter.Depth == 0 ? null : above;
            last = chapter;
            if (block is not Captioned { Typed: { } label } captioned || Parse(label) is not var (stem, value))
            {
                continue;
            }

            var key = (TypedLabel.KindOf(label.Word), TypedLabel.Plain(stem));
            if (!open.TryGetValue(key, out var series) || (value <= 1 && stem.Length == 0 && series.Members[^1].Chapter != chapter))
            {
                // Plain numbers may begin again with each file.
                open[key] = series = new CaptionSeries();
            }

            var caption = new NumberedCaption
            {
                Block = captioned, Chapter = chapter, Label = label, Stem = stem, Last = value, Above = above, Series = series, Index = series.Members.Count,
            };
            series.Members.Add(caption);
            captions.Add(caption);
        }

        return captions.ToImmutable();
    }

    private static (string Stem, int Last)? Parse(CaptionLabel label)
    {
        var digits = label.Number.Length - label.Number.AsSpan().TrimEnd("0123456789").Length;
        return int.TryParse(label.Number.AsSpan(label.Number.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? (label.Number[..^digits], last) : null;
    }
}
