using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kanyin.Books.Model;

namespace Kanyin.Typesetting.Flow;

/// <summary>The addresses that links lead to, for readers of paper: in a footnote, once on each page (6.4); in a note, behind the words.</summary>
internal sealed partial class PrintedAddresses
{
    private static readonly ImmutableArray<string> _unsaid = ["mailto:", "https://", "http://"];

    private readonly Dictionary<string, Note> _notes = new(StringComparer.Ordinal);

    /// <summary>The words being set are a note's own: it calls no notes for addresses.</summary>
    public bool AreInNote { get; set; }

    /// <summary>What stands behind a link: a call, the address in brackets, or nothing where the words say it already.</summary>
    public Inline? Behind(Link link, string chapter)
    {
        if (link.Target is not ExternalTarget target || IsItsAddress(link))
        {
            return null;
        }

        var shown = new Text(link.At, Shown(target.Address));
        return AreInNote ? shown with { Value = $"（{shown.Value}）" } : NoteOf(target, shown, chapter);
    }

    /// <summary>The words of the link are where it leads.</summary>
    public static bool IsItsAddress(Link link) =>
        link.Target is ExternalTarget target && string.Equals(Bare(PlainText.Of(link.Inlines)), Bare(target.Address), StringComparison.OrdinalIgnoreCase);

    /// <summary>An address as one reads and types it: %E4%B8%AD is 中; what has a meaning when encoded (%20, %2F) stays.</summary>
    public static string Shown(string address) =>
        EncodedLetters().Replace(address.StartsWith(_unsaid[0], StringComparison.OrdinalIgnoreCase) ? address[_unsaid[0].Length..] : address, Letters);

    private static string Bare(string address)
    {
        var shown = Shown(address.Trim());
        var scheme = _unsaid.FirstOrDefault(s => shown.StartsWith(s, StringComparison.OrdinalIgnoreCase)) ?? "";
        return shown[scheme.Length..].TrimEnd('/');
    }

    private Note NoteOf(ExternalTarget target, Text shown, string chapter)
    {
        if (!_notes.TryGetValue(target.Address, out var note))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{chapter}-address-{_notes.Count + 1}");
            note = new Note(shown.At, id, "", [new Paragraph(shown.At, [new Link(shown.At, target, null, [shown])])]);
            _notes.Add(target.Address, note);
        }

        return note with { At = shown.At };
    }

    // Beyond ASCII no character has a meaning in an address; but it must be valid, and seen by who types it.
    [GeneratedRegex("(?:%[89A-F][0-9A-F])+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EncodedLetters();

    private static string Letters(Match encoded)
    {
        var letters = Encoding.UTF8.GetString(Convert.FromHexString(encoded.Value.Replace("%", "", StringComparison.Ordinal)));
        return letters.EnumerateRunes().All(r => r != Rune.ReplacementChar && (Rune.IsLetterOrDigit(r) || Rune.IsPunctuation(r))) ? letters : encoded.Value;
    }
}
