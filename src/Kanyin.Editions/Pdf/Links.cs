using System.Diagnostics;
using System.Text;
using Kanyin.Books.Model;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Editions.Pdf.Tags;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Editions.Pdf;

/// <summary>Link annotations (ISO 32000-1 12.5.6.5).</summary>
internal static class Links
{
    /// <summary>Areas whose lower edges differ by less than this share of their height stand on one line.</summary>
    private const double SameLine = 0.3;

    /// <summary>What a link says that shows no words: a picture's.</summary>
    private const string Unnamed = "链接";

    /// <summary>
    /// The areas of a page, one a line: many readers take a click anywhere in an annotation's rectangle and know
    /// nothing of QuadPoints. Pieces of one link on one line are one area. What has no owner is said a second time, and
    /// an annotation must be in the tag tree (ISO 14289-1 7.18.1), so it is not pressed.
    /// </summary>
    public static IEnumerable<LinkArea> On(Page page, TagNames names)
    {
        var areas = new List<LinkArea>();
        foreach (var link in page.Items.OfType<LinkArea>().Where(l => l.Owner is not null).Select(l => l with { Owner = names.LinkOf(l.Owner!) }))
        {
            if (areas is [.., var last] && last.Owner == link.Owner && last.Target == link.Target && Math.Abs(last.Y + last.Height - link.Y - link.Height) < SameLine * link.Height)
            {
                areas[^1] = Joined(last, link);
            }
            else
            {
                areas.Add(link);
            }
        }

        return areas;
    }

    /// <summary>The annotation's object, or null when the link leads nowhere: a rule has already reported it.</summary>
    /// <param name="structParent">Its key in the parent tree.</param>
    public static PdfRef? Write(PdfFile file, LinkArea link, double pageHeight, int structParent, Destinations destinations)
    {
        if (Action(link.Target, destinations) is not { } action)
        {
            return null;
        }

        var description = link.Description.Trim() is { Length: > 0 } words ? words : Unnamed;
        return file.Object($"<</Type/Annot/Subtype/Link/Rect{Area.Of(link).Mapped(new Transform(1, 0, 0, -1, 0, pageHeight)).ToRectangle()}/Border[0 0 0]/F 4{action}/Contents{description}/StructParent {structParent}>>");
    }

    /// <summary>A URI of ASCII only (RFC 3987 3.1): what it must not hold is percent-encoded.</summary>
    public static string Ascii(string address)
    {
        var result = new StringBuilder(address.Length);
        foreach (var b in Encoding.UTF8.GetBytes(address))
        {
            if (b is > 32 and < 127 && !"<>\"{}|\\^`".Contains((char)b, StringComparison.Ordinal))
            {
                result.Append((char)b);
            }
            else
            {
                result.Append('%').Append(Convert.ToHexString([b]));
            }
        }

        return result.ToString();
    }

    private static PdfBuffer? Action(LinkTarget target, Destinations destinations) => target switch
    {
        InternalTarget t => destinations.Contains(t.Id) ? PdfBuffer.Of($"/Dest{t.Id}") : null,
        ExternalTarget t => PdfBuffer.Of($"/A<</S/URI/URI{Ascii(t.Address)}>>"),
        BrokenTarget => null,
        _ => throw new UnreachableException(),
    };

    private static LinkArea Joined(LinkArea first, LinkArea second)
    {
        var both = Area.Of(first).With(Area.Of(second));
        return first with
        {
            X = both.Left,
            Y = both.Low,
            Width = both.Right - both.Left,
            Height = both.High - both.Low,
            Description = first.Description == second.Description ? first.Description : first.Description + second.Description,
        };
    }
}
