using System.Diagnostics;
using System.Text;
using Kanyin.Books.Model;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Editions.Pdf;

/// <summary>Link annotations (ISO 32000-1 12.5.6.5).</summary>
internal static class Links
{
    /// <summary>The annotation's object, or null when the link leads nowhere: a rule has already reported it.</summary>
    /// <param name="structParent">Its key in the parent tree, or null when it belongs to no structure element.</param>
    public static PdfRef? Write(PdfFile file, LinkArea link, Page page, int? structParent, Destinations destinations)
    {
        if (Action(link.Target, destinations) is not { } action)
        {
            return null;
        }

        double left = Round(link.X), right = Round(link.X + link.Width), top = Round(page.Height - link.Y), bottom = Round(page.Height - link.Y - link.Height);
        PdfBuffer body = $"<</Type/Annot/Subtype/Link/Rect[{left} {bottom} {right} {top}]/Border[0 0 0]/F 4{action}";
        if (link.Description.Length > 0)
        {
            body.Append($"/Contents{link.Description}");
        }

        if (structParent is { } key)
        {
            body.Append($"/StructParent {key}");
        }

        return file.Object(body.Append($">>"));
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

    private static double Round(double points) => Math.Round(points, 2);
}
