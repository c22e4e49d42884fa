using System.Collections.Immutable;
using System.Diagnostics;

namespace Kanyin.Books.Model;

/// <summary>The words of some inlines without their dress: for outlines, running heads, nav and ids. Notes are left out.</summary>
public static class PlainText
{
    public static string Of(ImmutableArray<Inline> inlines) => string.Concat(inlines.Select(Of));

    /// <summary>A heading's words with its number in front.</summary>
    public static string Of(Heading heading) => heading.Printed is { } number ? number.Text + number.Gap + Of(heading.Inlines) : Of(heading.Inlines);

    private static string Of(Inline inline) => inline switch
    {
        Text t => t.Value,
        Code c => c.Value,
        Keyboard k => k.Value,
        Math m => m.Formula.Reading,
        Emphasis e => Of(e.Inlines),
        Strong s => Of(s.Inlines),
        Strike s => Of(s.Inlines),
        Underline u => Of(u.Inlines),
        Mark m => Of(m.Inlines),
        Script s => Of(s.Inlines),
        Link l => Of(l.Inlines),
        Ruby r => Of(r.Base),
        Image i => i.Alt,
        LineBreak => " ",
        Note or Anchor => "",
        _ => throw new UnreachableException(),
    };
}
