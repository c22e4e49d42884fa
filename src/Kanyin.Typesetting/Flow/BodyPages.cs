using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Gives the pages of all runs their numbers, from 1, and their running heads.</summary>
internal static class BodyPages
{
    public static ImmutableArray<Page> Of(ImmutableArray<ChapterRun> runs, string bookTitle, MakeUp makeUp, RunningHeads heads)
    {
        var pages = ImmutableArray.CreateBuilder<Page>();
        foreach (var run in runs)
        {
            var title = "";
            foreach (var cut in run.Pages)
            {
                var number = pages.Count + 1;
                var label = number.ToString(CultureInfo.InvariantCulture);
                var opening = OpeningOf(cut);
                title = opening?.Title ?? title;
                var furniture = opening switch
                {
                    { Title: null } => [],
                    not null => heads.Number(label, number),
                    null => [.. heads.Head(Styles.BookStyle.IsRecto(number) ? title : bookTitle, number), .. heads.Number(label, number)],
                };
                pages.Add(makeUp.Make(cut, number, label, run.Calls, furniture));
            }
        }

        return pages.DrainToImmutable();
    }

    private static Opening? OpeningOf(PageCut cut) => cut.Body.Select(p => (p.Item as FlowBox)?.Opening).FirstOrDefault(o => o is not null);
}
