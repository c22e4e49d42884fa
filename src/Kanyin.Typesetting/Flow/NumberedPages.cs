using System.Collections.Immutable;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>Gives the pages of chapters their numbers and their running heads; openings get their rectos (6.3).</summary>
internal sealed class NumberedPages(string bookTitle, BookStyle style, MakeUp makeUp, RunningHeads heads)
{
    /// <param name="first">The number of the first page.</param>
    /// <param name="labelOf">How a number is printed.</param>
    public ImmutableArray<Page> Of(ImmutableArray<ChapterRun> runs, int first, Func<int, string> labelOf)
    {
        var pages = ImmutableArray.CreateBuilder<Page>();
        foreach (var run in runs)
        {
            var title = "";
            foreach (var cut in run.Pages(style.IsRecto(first + pages.Count)))
            {
                var opening = OpeningOf(cut);
                title = opening?.Title ?? title;
                if (opening is { IsOnRecto: true } && !style.IsRecto(first + pages.Count))
                {
                    pages.Add(new Page(style.Width, style.Height, labelOf(first + pages.Count), []));
                }

                var number = first + pages.Count;
                var label = labelOf(number);
                pages.Add(makeUp.Make(cut, number, label, run.Calls, Furniture(opening, title, number, label)) with { Begins = cut.Begins });
            }
        }

        BeginWithTheNext(pages);
        return pages.DrainToImmutable();
    }

    /// <summary>Pages of figures and notes only; blank ones begin nowhere.</summary>
    private static void BeginWithTheNext(ImmutableArray<Page>.Builder pages)
    {
        for (var i = pages.Count - 2; i >= 0; i--)
        {
            if (pages[i] is { Begins: null, Items.IsEmpty: false })
            {
                pages[i] = pages[i] with { Begins = pages.Skip(i + 1).Select(p => p.Begins).FirstOrDefault(b => b is not null) };
            }
        }
    }

    /// <summary>The printed number of the page where each id landed.</summary>
    public static Dictionary<string, string> Labels(IEnumerable<Page> pages)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var mark in page.Items.OfType<DestinationMark>())
            {
                labels.TryAdd(mark.Id, page.Label);
            }
        }

        return labels;
    }

    private IEnumerable<PageItem> Furniture(Opening? opening, string title, int number, string label) => opening switch
    {
        { Title: null } => [],
        not null => heads.Number(label, number),
        null => [.. heads.Head(style.IsRecto(number) ? title : bookTitle, number), .. heads.Number(label, number)],
    };

    private static Opening? OpeningOf(PageCut cut) => cut.Body.Select(p => (p.Item as FlowBox)?.Opening).FirstOrDefault(o => o is not null);
}
