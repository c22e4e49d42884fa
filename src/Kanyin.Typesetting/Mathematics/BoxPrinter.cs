using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>Turns a box into items for a page: runs of glyphs of one size on one baseline, rules and strokes, in reading order.</summary>
internal sealed class BoxPrinter
{
    private readonly FontFace _face;
    private readonly StructureElement? _owner;
    private readonly ImmutableArray<PageItem>.Builder _items = ImmutableArray.CreateBuilder<PageItem>();
    private readonly ImmutableArray<Glyph>.Builder _glyphs = ImmutableArray.CreateBuilder<Glyph>();
    private readonly StringBuilder _text = new();
    private string _mark = "";
    private (double X, double Y, double Size, Colour Ink)? _run;

    private BoxPrinter(FontFace face, StructureElement? owner) => (_face, _owner) = (face, owner);

    /// <param name="owner">The Formula element; null for decoration.</param>
    /// <returns>Placed from the box's left end on its baseline, y downwards.</returns>
    public static ImmutableArray<PageItem> Print(MathBox box, FontFace face, StructureElement? owner)
    {
        var printer = new BoxPrinter(face, owner);
        printer.Print(box, 0, 0);
        printer.Flush();
        printer.EndMark();
        return printer._items.DrainToImmutable();
    }

    /// <param name="y">Upwards.</param>
    private void Print(MathBox box, double x, double y)
    {
        foreach (var part in box.Parts)
        {
            switch (part)
            {
                case BoxPart inner: Print(inner.Box, x + inner.X, y + inner.Y); break;
                case SignPart sign: Print(sign, x, y); break;
                case MarkPart mark: _mark += mark.Text; break;
                case RulePart rule: Add(new Rule(x + rule.X, -(y + rule.Y + rule.Height), _owner, rule.Width, rule.Height, rule.Ink), rule.IsGround); break;
                case StrokePart s: Add(new Path(x + s.X, -(y + s.Y), _owner, [new(PathVerb.Move, 0, 0), new(PathVerb.Line, s.ToX - s.X, s.Y - s.ToY)], null, new Stroke(new Solid(s.Ink), s.Thickness) { Dashes = s.IsDashed ? [4 * s.Thickness, 4 * s.Thickness] : [] }), false); break;
                case WordsPart words: Print(words, x, y); break;
                default: throw new UnreachableException();
            }
        }
    }

    private void Print(SignPart sign, double x, double y)
    {
        if (_run is not { } run || !run.Y.Equals(y) || !run.Size.Equals(sign.Size) || run.Ink != sign.Ink)
        {
            Flush();
            _run = (x, y, sign.Size, sign.Ink);
        }

        var start = _text.Length;
        var (left, _, _, _) = _run.Value;
        var before = _mark.Length;
        _text.Append(_mark).Append(sign.Text);
        _mark = "";
        for (var i = 0; i < sign.Glyphs.Length; i++)
        {
            // What the mark says is given by the first glyph after it.
            var glyph = sign.Glyphs[i];
            _glyphs.Add(glyph with
            {
                X = x - left + glyph.X,
                Start = start + (i == 0 ? 0 : glyph.Start + before),
                Length = glyph.Length + (i == 0 ? before : 0),
            });
        }
    }

    /// <summary>Words have been set already; they take the formula's element, and the first of them what was marked before.</summary>
    private void Print(WordsPart words, double x, double y)
    {
        Flush();
        foreach (var item in words.Items)
        {
            var placed = item is GlyphRun run && _mark.Length > 0 ? Marked(run) : item;
            _items.Add(placed.MovedBy(x, -y) with { Owner = _owner, Source = null });
        }
    }

    private GlyphRun Marked(GlyphRun run)
    {
        var length = _mark.Length;
        var marked = run with { Text = _mark + run.Text, Glyphs = [.. run.Glyphs.Select((g, i) => i == 0 ? g with { Length = g.Length + length } : g with { Start = g.Start + length })] };
        _mark = "";
        return marked;
    }

    private void Add(PageItem item, bool isGround)
    {
        Flush();
        _items.Add(isGround ? item with { Owner = null, Artifact = Artifact.Background } : item);
    }

    private void Flush()
    {
        if (_run is { } run && _glyphs.Count > 0)
        {
            _items.Add(new GlyphRun(run.X, -run.Y, _owner, _face, run.Size, 1, run.Ink, _text.ToString(), _glyphs.DrainToImmutable()));
        }

        _glyphs.Clear();
        _text.Clear();
        _run = null;
    }

    /// <summary>A closing bracket at the end belongs to the last glyph.</summary>
    private void EndMark()
    {
        for (var i = _items.Count - 1; i >= 0 && _mark.Length > 0; i--)
        {
            if (_items[i] is GlyphRun run && run.Glyphs.LastOrDefault(g => g.Length > 0) is { Length: > 0 } last)
            {
                var at = run.Glyphs.LastIndexOf(last);
                _items[i] = run with { Text = run.Text + _mark, Glyphs = run.Glyphs.SetItem(at, last with { Length = run.Text.Length + _mark.Length - last.Start }) };
                _mark = "";
            }
        }
    }
}
