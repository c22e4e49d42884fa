using System.Globalization;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting;

/// <summary>
/// 拼版: two pages a side, in the order that makes a booklet when the sheets are printed on both sides, laid in one
/// another and folded. Reading order is lost between sheets, so nothing is tagged.
/// </summary>
public static class Imposition
{
    /// <summary>Pages a folded sheet has.</summary>
    public const int PagesPerSheet = 4;

    /// <param name="signature">Pages of one gathering of sheets, a multiple of four; the last may have fewer.</param>
    public static TypesetBook Of(TypesetBook book, int signature)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentOutOfRangeException.ThrowIfNotEqual(signature % PagesPerSheet, 0);
        var pages = book.Pages;
        var empty = new Page(pages[0].Width, pages[0].Height, "", []);
        var sides = Order(pages.Length, signature).Select((side, i) => Side(At(side.Left), At(side.Right), i + 1));
        return book with { Pages = [.. sides], Structure = new StructureElement(StructureRole.Document), IsTagged = false };

        Page At(int index) => index < pages.Length ? pages[index] : empty;
    }

    /// <summary>The pages of each side from 0, front and back in turn; pages past the last are blank.</summary>
    public static IEnumerable<(int Left, int Right)> Order(int pages, int signature)
    {
        for (var first = 0; first < pages; first += signature)
        {
            var count = Math.Min(signature, (pages - first + PagesPerSheet - 1) / PagesPerSheet * PagesPerSheet);
            for (int low = first, high = first + count - 1; low < high; low += 2, high -= 2)
            {
                yield return (high, low);
                yield return (low + 1, high - 1);
            }
        }
    }

    private static Page Side(Page left, Page right, int number) =>
        new(left.Width + right.Width, left.Height, number.ToString(CultureInfo.InvariantCulture), [.. Loose(left, 0), .. Loose(right, left.Width)]);

    private static IEnumerable<PageItem> Loose(Page page, double x) => page.Items.Where(i => i is not LinkArea).Select(i => Untagged(i).MovedBy(x, 0));

    private static PageItem Untagged(PageItem item) => item is Group group
        ? group with { Owner = null, Items = [.. group.Items.Select(Untagged)] }
        : item with { Owner = null };
}
