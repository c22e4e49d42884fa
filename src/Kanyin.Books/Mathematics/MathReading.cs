using System.Diagnostics;
using System.Text;

namespace Kanyin.Books.Mathematics;

/// <summary>A formula as a line of plain text.</summary>
public static class MathReading
{
    /// <summary>What is narrower parts signs, not words.</summary>
    private const double ThinSpace = 0.15;

    public static string Of(Formula formula) => formula.Tag is { } tag ? $"{Of(formula.Tree)} {tag.Printed}" : Of(formula.Tree);

    public static string Of(MathNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString().Trim();
    }

    private static void Write(MathNode node, StringBuilder text)
    {
        switch (node)
        {
            case MathRow row:
                foreach (var item in row.Items)
                {
                    Write(item, text);
                }

                break;
            case MathAtom atom: WriteAtom(atom, text); break;
            case MathWords words: text.Append(words.Text); break;
            case MathSpace { Width: >= ThinSpace } when text.Length > 0 && text[^1] != ' ': text.Append(' '); break;
            case MathSpace or MathRule: break;
            case MathClassed { Class: AtomClass.Rel or AtomClass.Bin } c when text.Length > 0: text.Append(' '); Write(c.Body, text); text.Append(' '); break;
            case MathClassed { Class: AtomClass.Ord, Body: MathAtom { Class: AtomClass.Rel or AtomClass.Bin or AtomClass.Punct } sign }: text.Append(sign.Text); break;
            case MathClassed c: Write(c.Body, text); break;
            case MathScripts s: WriteScripts(s, text); break;
            case MathFraction f: WriteFraction(f, text); break;
            case MathRadical r: WriteRadical(r, text); break;
            case MathAccent a: WriteAccent(a, text); break;
            case MathArrow a: text.Append(' ').Append(a.Mark); WriteAround(a.Under, a.Over, text); text.Append(' '); break;
            case MathUpright u: WriteUpright(u, text); break;
            case MathStack s: Write(s.Body, text); WriteAround(s.Under, s.Over, text); break;
            case MathFence f: text.Append(f.Left); Write(f.Body, text); text.Append(f.Right); break;
            case MathMiddle m: text.Append(m.Text); break;
            case MathDelimiter d: text.Append(d.Text); break;
            case MathTable t: WriteTable(t, text); break;
            case MathStyled s: Write(s.Body, text); break;
            case MathSized s: Write(s.Body, text); break;
            case MathColoured c: Write(c.Body, text); break;
            case MathFrame { Kind: FrameKind.Circle } f: WritePart(f.Body, text); text.Append(MathNotation.Circle); break;
            case MathFrame f: Write(f.Body, text); break;
            case MathChoice c: Write(c.Text, text); break;
            case MathPhantom p when p.IsVisible: Write(p.Body, text); break;
            case MathPhantom: break;
            case MathRaised r: Write(r.Body, text); break;
            case MathUnknown u: text.Append(u.Tex); break;
            default: throw new UnreachableException();
        }
    }

    /// <summary>Space around signs that have it in print, and behind the name of a function.</summary>
    private static void WriteAtom(MathAtom atom, StringBuilder text)
    {
        var isSpaced = atom.Class is AtomClass.Rel or AtomClass.Bin && text.Length > 0;
        if (isSpaced && text[^1] != ' ')
        {
            text.Append(' ');
        }

        text.Append(atom.Text);
        if (isSpaced || atom.Class == AtomClass.Punct || (atom.Class == AtomClass.Op && !atom.IsLarge))
        {
            text.Append(' ');
        }
    }

    private static void WriteScripts(MathScripts scripts, StringBuilder text)
    {
        Write(scripts.Base, text);
        if (text.Length > 0 && text[^1] == ' ' && scripts.Base is MathAtom { Class: AtomClass.Op } or MathClassed { Class: AtomClass.Op })
        {
            text.Length--;
        }

        WriteAround(scripts.Sub, scripts.Sup, text);
        if (scripts.Base is MathAtom { Class: AtomClass.Op } or MathClassed { Class: AtomClass.Op })
        {
            text.Append(' ');
        }
    }

    private static void WriteAround(MathNode? sub, MathNode? sup, StringBuilder text)
    {
        if (sub is not null)
        {
            text.Append(MathNotation.Subscript);
            WritePart(sub, text);
        }

        if (sup is MathAtom { Text: "′" or "″" or "‴" or "⁗" } primes)
        {
            text.Append(primes.Text);
        }
        else if (sup is not null)
        {
            text.Append(MathNotation.Superscript);
            WritePart(sup, text);
        }
    }

    private static void WritePart(MathNode part, StringBuilder text)
    {
        var (open, close) = MathNotation.Around(part);
        text.Append(open);
        text.Append(Of(part));
        text.Append(close);
    }

    private static void WriteFraction(MathFraction fraction, StringBuilder text)
    {
        text.Append(fraction.Left);
        WritePart(fraction.Numerator, text);
        text.Append(MathNotation.SignOf(fraction));
        WritePart(fraction.Denominator, text);
        text.Append(fraction.Right);
    }

    private static void WriteRadical(MathRadical root, StringBuilder text)
    {
        if (!MathNotation.HasOwnSign(root))
        {
            WritePart(root.Index!, text);
        }

        text.Append(MathNotation.Sign(root));
        WritePart(root.Body, text);
    }

    private static void WriteAccent(MathAccent accent, StringBuilder text)
    {
        if (MathNotation.Combining(accent) is { } mark)
        {
            WritePart(accent.Body, text);
            text.Append(mark);
        }
        else
        {
            Write(accent.Body, text);
        }
    }

    private static void WriteUpright(MathUpright arrow, StringBuilder text)
    {
        if (arrow.Left is { } left)
        {
            WritePart(left, text);
        }

        text.Append(arrow.Mark);
        if (arrow.Right is { } right)
        {
            WritePart(right, text);
        }
    }

    private static void WriteTable(MathTable table, StringBuilder text)
    {
        for (var r = 0; r < table.Rows.Length; r++)
        {
            text.Append(r > 0 ? MathNotation.RowEnd : "");
            for (var c = 0; c < table.Rows[r].Cells.Length; c++)
            {
                // The columns of equations meet at their signs.
                if (table.Kind == TableKind.Aligned)
                {
                    Write(table.Rows[r].Cells[c], text);
                    continue;
                }

                text.Append(c > 0 ? MathNotation.CellEndOf(table.Kind) : "").Append(Of(table.Rows[r].Cells[c]));
            }
        }
    }
}
