using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kanyin.Books.Model;

/// <summary>A book as indented text, one line a node, for golden tests: line:column, kind, what it holds.</summary>
public static class BookDump
{
    public static string Of(Book book)
    {
        var dump = new Dump();
        var m = book.Metadata;
        dump.Line($"book {Quote(m.Title)}{Field("subtitle", m.Subtitle)}{Field("authors", m.Authors.IsEmpty ? null : string.Join("; ", m.Authors))} {m.Language}{(m.Date is { } d ? " " + d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")} {book.Style} identifier {Quote(m.Identifier)}{Field("cover", book.Cover?.Path)}");
        foreach (var missing in book.MissingChapters)
        {
            dump.Line($"missing {missing.At} {Quote(missing.Title)} {Quote(missing.Target)}{Field("nearest", missing.Nearest)}");
        }

        foreach (var chapter in book.Chapters)
        {
            dump.Line($"chapter {chapter.File.Path} {chapter.Id} {Quote(chapter.Title)}{(chapter.Depth > 0 ? " depth " + Number(chapter.Depth) : "")}{Field("part", chapter.Part)}");
            dump.Inside(() => dump.Blocks(chapter.Blocks));
        }

        return dump.ToString();
    }

    public static string Of(ImmutableArray<Block> blocks)
    {
        var dump = new Dump();
        dump.Blocks(blocks);
        return dump.ToString();
    }

    private static string Field(string name, string? value) => value is null ? "" : $" {name} {Quote(value)}";

    private static string Quote(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed class Dump
    {
        private readonly StringBuilder _text = new();
        private int _depth;

        public override string ToString() => _text.ToString();

        public void Line(string line) => _text.Append(' ', _depth * 2).Append(line).Append('\n');

        public void Inside(Action write)
        {
            _depth++;
            write();
            _depth--;
        }

        public void Blocks(ImmutableArray<Block> blocks)
        {
            foreach (var block in blocks)
            {
                Write(block);
            }
        }

        private void Node(Diagnostics.Place at, string line, Action? inside = null)
        {
            Line($"{Number(at.Line)}:{Number(at.Column)} {line}");
            if (inside is not null)
            {
                Inside(inside);
            }
        }

        private void Inlines(ImmutableArray<Inline> inlines)
        {
            foreach (var inline in inlines)
            {
                Write(inline);
            }
        }

        private void Write(Block block)
        {
            switch (block)
            {
                case Heading h:
                    Node(h.At, $"heading {Number(h.Level)} {h.Id} #{h.Anchor}{Field("number", h.Number?.Text)}{Field("typed", h.Typed?.Text)}{(h.Printed == h.Typed ? "" : Field("printed", h.Printed?.Text ?? ""))}", () => Inlines(h.Inlines));
                    break;
                case Paragraph p:
                    Node(p.At, p.IsContinued ? "paragraph continued" : "paragraph", () => Inlines(p.Inlines));
                    break;
                case List l:
                    Node(l.At, (l.Start is { } start ? "list from " + Number(start) : "list") + (l.IsTight ? " tight" : ""), () => Items(l.Items));
                    break;
                case CodeBlock c:
                    Node(c.At, $"code{(c.Language.Length > 0 ? " " + c.Language : "")}{Field("title", c.Title)}{Label(c)}{(c.Tokens.IsEmpty ? "" : " tokens " + Number(c.Tokens.Length))}{(c.FirstNumber is { } n ? " numbers from " + Number(n) : "")} {Quote(c.Text)}");
                    break;
                case Model.Quote q:
                    Node(q.At, q.IsVerse ? "verse" : "quote", () => Blocks(q.Blocks));
                    break;
                case Callout c:
                    Node(c.At, $"callout {c.Kind}", () => TitleAndBlocks(c));
                    break;
                case Table t:
                    Node(t.At, $"table {string.Join(' ', t.Columns).ToLowerInvariant()}{(t.Id.Length > 0 ? " " + t.Id : "")}{Label(t)}", () => Rows(t));
                    break;
                case Figure f:
                    Node(f.At, $"figure {f.Id}{Label(f)}", () => Inlines([f.Image, .. f.Caption]));
                    break;
                case MathBlock m:
                    Node(m.At, "formula " + Quote(m.Formula.Tex));
                    break;
                case Definitions d:
                    Node(d.At, "definitions", () => Items(d));
                    break;
                case Break b:
                    Node(b.At, "break");
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        private void Items(ImmutableArray<ListItem> items)
        {
            foreach (var item in items)
            {
                Node(item.At, "item" + (item.IsChecked is { } c ? c ? " [x]" : " [ ]" : ""), () => Blocks(item.Blocks));
            }
        }

        private void Items(Definitions definitions)
        {
            foreach (var item in definitions.Items)
            {
                foreach (var term in item.Terms)
                {
                    Node(item.At, "term", () => Inlines(term));
                }

                foreach (var meaning in item.Meanings)
                {
                    Node(item.At, "meaning", () => Blocks(meaning));
                }
            }
        }

        private void TitleAndBlocks(Callout callout)
        {
            Node(callout.At, "title", () => Inlines(callout.Title));
            Blocks(callout.Blocks);
        }

        private void Rows(Table table)
        {
            Inlines(table.Caption);
            foreach (var (row, name) in table.Head.Select(r => (r, "head")).Concat(table.Body.Select(r => (r, "row"))))
            {
                Node(row.At, name, () =>
                {
                    foreach (var cell in row.Cells)
                    {
                        Node(cell.At, "cell", () => Inlines(cell.Inlines));
                    }
                });
            }
        }

        private void Write(Inline inline)
        {
            switch (inline)
            {
                case Text t:
                    Node(t.At, "text " + Quote(t.Value));
                    break;
                case Code c:
                    Node(c.At, "code " + Quote(c.Value));
                    break;
                case Keyboard k:
                    Node(k.At, "keyboard " + Quote(k.Value));
                    break;
                case Math m:
                    Node(m.At, "math " + Quote(m.Formula.Tex));
                    break;
                case Link l:
                    Node(l.At, $"link {Target(l.Target)}{Field("title", l.Title)}{(l.IsReference ? " reference" : "")}{(l.ShowsPage ? " with page" : "")}", () => Inlines(l.Inlines));
                    break;
                case Image i:
                    Node(i.At, $"image {Quote(i.Source)}{Field("alt", i.Alt)}{Field("title", i.Title)}{Picture(i.Picture)}{(i.Width is { } w ? " width " + Number(w) : "")}{(i.Share is { } s ? " share " + Number(s) : "")}");
                    break;
                case Note n:
                    Node(n.At, $"note {n.Id} {Quote(n.Label)}", () => Blocks(n.Blocks));
                    break;
                case Anchor a:
                    Node(a.At, $"anchor {a.Id} {Quote(a.Name)}");
                    break;
                case LineBreak b:
                    Node(b.At, "line break");
                    break;
                case Ruby r:
                    Node(r.At, "ruby " + Quote(r.Reading), () => Inlines(r.Base));
                    break;
                default:
                    Node(inline.At, Dress(inline), () => Inlines(Descendants.Children(inline)));
                    break;
            }
        }

        private static string Dress(Inline inline) => inline switch
        {
            Emphasis => "emphasis",
            Strong => "strong",
            Strike => "strike",
            Underline => "underline",
            Mark => "mark",
            Script s => s.IsSuper ? "superscript" : "subscript",
            _ => throw new UnreachableException(),
        };

        private static string Label(Captioned block) =>
            $"{string.Concat(block.Anchors.Select(a => " #" + a))}{Field("label", block.Label?.Text)}{(block.Typed == block.Label ? "" : Field("typed", block.Typed?.Text))}";

        private static string Picture(Picture? picture) => picture is null ? " no picture" : $" {picture.Path} {picture.Format} {Number(picture.PixelWidth)}×{Number(picture.PixelHeight)}";

        private static string Target(LinkTarget target) => target switch
        {
            InternalTarget i => $"→ {i.File} {i.Id}",
            ExternalTarget e => "↗ " + e.Address,
            BrokenTarget b => $"✗ {b.Reason} {Quote(b.Raw)}{Field("nearest", b.Nearest)}",
            _ => throw new UnreachableException(),
        };
    }
}
