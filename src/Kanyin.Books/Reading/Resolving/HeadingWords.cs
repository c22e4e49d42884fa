using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>The words at the start of a heading, whatever they are dressed in, and the heading without them.</summary>
internal static class HeadingWords
{
    /// <summary>The plain text up to the first thing that is not text, at least <paramref name="reach"/> units of it where there are as many.</summary>
    public static string Leading(ImmutableArray<Inline> inlines, int reach)
    {
        var text = new StringBuilder();
        Collect(inlines, text, reach);
        return text.ToString();
    }

    /// <summary>The inlines without the first <paramref name="length"/> units of their text; dress that becomes empty goes too.</summary>
    public static ImmutableArray<Inline> Without(ImmutableArray<Inline> inlines, int length) => Cut(inlines, ref length);

    /// <summary>False when something that is not text was met, or there is enough.</summary>
    private static bool Collect(ImmutableArray<Inline> inlines, StringBuilder text, int reach)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text t:
                    text.Append(t.Value.AsSpan(0, System.Math.Min(t.Value.Length, reach)));
                    break;
                case Anchor:
                    break;
                case Emphasis or Strong or Underline or Mark or Link when Collect(Descendants.Children(inline), text, reach):
                    break;
                default:
                    return false;
            }

            if (text.Length >= reach)
            {
                return false;
            }
        }

        return true;
    }

    private static ImmutableArray<Inline> Cut(ImmutableArray<Inline> inlines, ref int length)
    {
        var kept = ImmutableArray.CreateBuilder<Inline>(inlines.Length);
        foreach (var inline in inlines)
        {
            if (length == 0 || inline is Anchor)
            {
                kept.Add(inline);
            }
            else if (inline is Text t)
            {
                var cut = System.Math.Min(length, t.Value.Length);
                length -= cut;
                if (cut < t.Value.Length)
                {
                    kept.Add(t with { Value = t.Value[cut..] });
                }
            }
            else if (Cut(Descendants.Children(inline), ref length) is { Length: > 0 } rest)
            {
                kept.Add(Dress(inline, rest));
            }
        }

        return kept.ToImmutable();
    }

    private static Inline Dress(Inline dress, ImmutableArray<Inline> words) => dress switch
    {
        Emphasis e => e with { Inlines = words },
        Strong s => s with { Inlines = words },
        Underline u => u with { Inlines = words },
        Mark m => m with { Inlines = words },
        Link l => l with { Inlines = words },
        _ => throw new UnreachableException(),
    };
}
