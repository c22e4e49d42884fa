using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// Footnotes. Their numbers begin again on each page (6.4), and pages are cut last: every call is set as ①, and since all
/// circled digits are as wide, the page puts the true one in its place.
/// </summary>
internal static class NoteSetter
{
    private const double CallScale = 0.6;
    private const double Hang = 1.5;
    private const double AboveRule = 0.5;
    private const double BelowRule = 0.4;
    private const double RuleThickness = 0.5;
    private const double RuleShare = 0.25;
    private const string Placeholder = "①";

    /// <summary>The bottom of the text to the top of the first note: half a line, the rule, white.</summary>
    public static double Separator(BookStyle style) => (AboveRule * style.Pitch) + RuleThickness + (BelowRule * style.Pitch);

    public static Rule SeparatorRule(BookStyle style, double left, double notesTop) =>
        new(left, notesTop - (BelowRule * style.Pitch) - RuleThickness, null, RuleShare * style.Measure, RuleThickness, Colour.Black);

    /// <summary>The call, and before it the place that the note's number leads back to.</summary>
    public static ImmutableArray<ParagraphPiece> Call(Note note, StructureElement? owner, TextStyle style, ChapterSetter chapter)
    {
        var link = (owner?.Add(StructureRole.Reference) ?? new StructureElement(StructureRole.Reference)).Add(StructureRole.Link);
        var text = style with { Size = style.Size * CallScale, Rise = style.Rise + (0.36 * style.Size), Kind = TextKind.Reference, IsBold = false, Family = FontFamily.Serif };
        var target = new InternalTarget(note.At.File.Path, note.Id);
        var isFirst = !chapter.ChapterNotes.Has(note) && !chapter.Notes.Has(note);
        ParagraphPiece call = chapter.Style.House.GathersNotes
            ? new TextPiece(link, NumberText(chapter.ChapterNotes.NumberOf(note)), text, note.At, target)
            : new NoteCallPiece(link, Placeholder, text, note.At, chapter.Notes.Call(note, link), target);
        return isFirst ? [new AnchorPiece(CallOf(note).Id), call] : [call];
    }

    /// <summary>Where a note is first called.</summary>
    public static InternalTarget CallOf(Note note) => new(note.At.File.Path, note.Id + "-call");

    /// <summary>Sets the notes called so far. Those that a note calls itself are set inside it, so they must not meet its neighbours in one queue.</summary>
    public static void SetPending(ChapterSetter chapter, Column column)
    {
        var isInNote = chapter.Addresses.AreInNote;
        chapter.Addresses.AreInNote = true;
        foreach (var (index, note, isFirst) in chapter.Notes.TakePending())
        {
            var nested = chapter.Notes.Count;
            chapter.Notes.Put(index, SetNote(note, isFirst, chapter, column) with { Nested = [.. Enumerable.Range(nested, chapter.Notes.Count - nested)] });
        }

        chapter.Addresses.AreInNote = isInNote;
    }

    /// <summary>①, ②, … ㊿ (Noto Serif SC has them all), then [51].</summary>
    public static string NumberText(int number) => number switch
    {
        <= 20 => ((char)(0x245F + number)).ToString(),
        <= 35 => ((char)(0x323C + number)).ToString(),
        <= 50 => ((char)(0x328D + number)).ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"[{number}]"),
    };

    /// <summary>The number in front of a note, drawn when its page is known.</summary>
    public static GlyphRun NumberRun(int number, StructureElement? owner, BookStyle style, FontBook fonts) =>
        Renumbered(new GlyphRun(0, 0, owner, fonts.Han(FontFamily.Serif, false), style.Small, 1, Colour.Black, Placeholder, [new Glyph(0, 0, 0, 0, 1)]), number, fonts);

    /// <summary>The area of the number that leads back to the call.</summary>
    public static LinkArea BackLink(GlyphRun number, LinkTarget call) =>
        new(number.X, number.Y - (0.88 * number.Size), number.Owner, number.Glyphs.Length * number.Size, number.Size, call, $"回到注号{number.Text}");

    /// <summary>The run of a call with another number, as wide as before.</summary>
    public static GlyphRun Renumbered(GlyphRun run, int number, FontBook fonts)
    {
        var text = NumberText(number);
        var face = fonts.WithCharacter(run.Face, text[0]) ?? run.Face;
        var natural = text.Sum(c => face.Advance(face.GlyphOf(c)));
        var scale = text.Length == 1 ? 1 : 1 / natural;
        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        var x = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            var glyph = face.GlyphOf(text[i]);
            glyphs.Add(new Glyph(glyph, x, 0, i, 1));
            x += face.Advance(glyph) * run.Size * scale;
        }

        // The author's white behind the call: glyphs without ink.
        foreach (var space in run.Glyphs.Where(g => g.Start > 0))
        {
            glyphs.Add(space with { Id = face.GlyphOf(' '), Start = space.Start + text.Length - 1 });
        }

        return run with { Face = face, Text = text + run.Text[1..], Scale = scale, Glyphs = glyphs.DrainToImmutable() };
    }

    private static FlowNote SetNote(Note note, bool isFirst, ChapterSetter chapter, Column column)
    {
        // A note called again on a later page is printed again, but told only once.
        var element = isFirst ? column.Add(StructureRole.Note) : null;
        var label = element?.Add(StructureRole.Lbl).Add(StructureRole.Link);
        var style = chapter.Style;
        var size = style.Small;
        var text = new TextStyle(FontFamily.Serif, size);
        var inside = new Column(element, Hang * size, style.Measure - (Hang * size), text, style.SmallLeading * size, false, 0);
        var items = chapter.Collect(() => chapter.SetBlocks(note.Blocks, inside)).ToImmutable();
        var boxes = items.Select(AsBox).ToList();
        if (boxes.Count == 0)
        {
            boxes.Add(new FlowBox(inside.Pitch) { Baseline = inside.Baseline });
        }

        if (isFirst)
        {
            boxes[0] = boxes[0] with { Items = boxes[0].Items.Insert(0, new DestinationMark(0, -boxes[0].Baseline, note.Id)) };
        }

        return new FlowNote(chapter.Notes.KeyOf(note), [.. boxes], label) { Call = isFirst ? CallOf(note) : null };
    }

    private static FlowBox AsBox(FlowItem item) => item switch
    {
        FlowBox box => box,
        FlowGap gap => new FlowBox(gap.Height),
        _ => throw new UnreachableException(),
    };
}
