using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Inlines = Markdig.Syntax.Inlines;
using Md = Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A paragraph of nothing but :label:`a`, :eqlabel:`a` or :width:`50%` is about the block before it.</summary>
internal static class BlockLabels
{
    /// <summary>Empty for any other paragraph.</summary>
    public static ImmutableArray<RoleInline> Of(Md.ParagraphBlock paragraph)
    {
        var inlines = paragraph.Inline ?? Enumerable.Empty<Inlines.Inline>();
        return inlines.All(i => i is RoleInline { IsBehind: true, Name: "label" or "eqlabel" or "width" or "height" } or Inlines.LineBreakInline || i is Inlines.LiteralInline text && text.Content.IsEmptyOrWhitespace())
            ? [.. inlines.OfType<RoleInline>()]
            : [];
    }

    /// <summary>Null when the block cannot have a label.</summary>
    /// <param name="formula">Reads TeX.</param>
    public static Block? On(Block block, ImmutableArray<RoleInline> roles, Place at, Func<string, Formula> formula)
    {
        ImmutableArray<string> labels = [.. roles.Where(r => r.Name is "label" or "eqlabel").Select(r => r.Content.Trim())];
        return block switch
        {
            Heading { Anchor: "" } h when labels is [var only] => h with { Anchor = only },
            Heading h => h with { Inlines = [.. h.Inlines, .. labels.Select(l => new Anchor(at, "", l))] },
            Captioned c => c with { Anchors = [.. c.Anchors, .. labels] },
            MathBlock m => m with { Formula = formula(m.Formula.Tex + string.Concat(labels.Select(l => $"\\label{{{l}}}"))) },
            _ => null,
        };
    }
}
