using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Link targets on a line of their own (a id=…) move into the block after them, where they are meant to be.</summary>
internal static class LooseAnchors
{
    public static ImmutableArray<Block> Attach(List<Block> blocks)
    {
        if (!blocks.Any(IsLoose))
        {
            return [.. blocks];
        }

        var result = ImmutableArray.CreateBuilder<Block>(blocks.Count);
        var waiting = ImmutableArray<Inline>.Empty;
        foreach (var block in blocks)
        {
            if (IsLoose(block))
            {
                waiting = waiting.AddRange(((Paragraph)block).Inlines.Where(i => i is Anchor));
                continue;
            }

            switch (block)
            {
                case Heading h:
                    result.Add(h with { Inlines = [.. waiting, .. h.Inlines] });
                    break;
                case Paragraph p:
                    result.Add(p with { Inlines = [.. waiting, .. p.Inlines] });
                    break;
                case Captioned c:
                    result.Add(c with { Anchors = [.. waiting.Cast<Anchor>().Select(a => a.Name), .. c.Anchors] });
                    break;
                default:
                    Flush();
                    result.Add(block);
                    break;
            }

            waiting = [];
        }

        Flush();
        return result.ToImmutable();

        void Flush()
        {
            if (!waiting.IsEmpty)
            {
                result.Add(new Paragraph(waiting[0].At, waiting));
            }
        }
    }

    private static bool IsLoose(Block block) => block is Paragraph p && p.Inlines.All(i => i is Anchor or Text { Value: " " });
}
