using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>What each typed label of a caption becomes when the book is renumbered.</summary>
internal sealed class NewLabels
{
    private readonly Dictionary<(string Kind, string Number), string> _named = [];

    public NewLabels(ImmutableArray<NumberedCaption> captions, WrittenLabels labels, NewNumbers headings)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        var counts = new Dictionary<(string Kind, string Stem, CaptionSeries? Series), int>();
        foreach (var caption in captions)
        {
            var kind = TypedLabel.KindOf(caption.Label.Word);
            var stem = Stem(caption, headings);

            // Captions that moved to another chapter count on with those that are there.
            var key = (kind, stem, stem.Length == 0 ? caption.Series : null);
            var isSound = stem == caption.Stem && (caption.Series.Members.All(m => m.Last == m.Due) || HasStrangers(caption.Series, labels));
            var last = counts[key] = isSound ? caption.Last : counts.TryGetValue(key, out var count) ? count + 1 : caption.Last == 0 ? 0 : 1;
            var number = stem + last.ToString(CultureInfo.InvariantCulture);
            _named.TryAdd((kind, TypedLabel.Plain(caption.Label.Number)), number);
            if (number != caption.Label.Number && PlaceOf(caption) is { } at)
            {
                edits.Add(new Edit(at, number));
            }
        }

        Edits = edits.ToImmutable();
    }

    /// <summary>Those in the captions themselves.</summary>
    public ImmutableArray<Edit> Edits { get; }

    /// <summary>The number for a reference, with the mark between its parts that it has; null when it names nothing that there is.</summary>
    public string? Of(CaptionLabel label) =>
        _named.GetValueOrDefault((TypedLabel.KindOf(label.Word), TypedLabel.Plain(label.Number))) is { } now && TypedLabel.Plain(now) != TypedLabel.Plain(label.Number)
            ? TypedLabel.Plain(now).Replace(".", MarkOf(label.Number), StringComparison.Ordinal)
            : null;

    private static string MarkOf(string number) => number.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c)) is var mark and not '\0' ? mark.ToString() : "-";

    private static string Stem(NumberedCaption caption, NewNumbers headings)
    {
        var isOwn = caption.Above is { Typed.Style: NumberStyle.Chapter or NumberStyle.Decimal or NumberStyle.ArabicDot or NumberStyle.ArabicPause or NumberStyle.ArabicBare } above && headings.FirstBelow(above) is { } number
            ? number.ToString(CultureInfo.InvariantCulture) : null;
        return isOwn is null || caption.First.Length == 0 ? caption.Stem : isOwn + caption.Stem[caption.First.Length..];
    }

    /// <summary>A number between belongs to something that was not recognised as a caption and would not count with the rest.</summary>
    private static bool HasStrangers(CaptionSeries series, WrittenLabels labels) =>
        series.Members.Any(m => m.Last > m.Due && m.Last - m.Due < 1000 && Enumerable.Range(m.Due, m.Last - m.Due).Any(n => labels.Has(m.With(n)) && !series.Members.Exists(o => o.Last == n)));

    /// <summary>Where the number stands, at the end of the label.</summary>
    private static Place? PlaceOf(NumberedCaption caption) =>
        caption.Block.TypedAt is { } at ? at with { Start = at.Start + at.Length - caption.Label.Number.Length, Length = caption.Label.Number.Length } : null;
}
