using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>Gives the pages of all runs their numbers, from 1, and their running heads; openings get their rectos (6.3).</summary>
internal sealed class BodyPages(string bookTitle, BookStyle style, MakeUp makeUp, RunningHeads heads)
{
    private readonly ImmutableArray<Page>.Builder _pages = ImmutableArray.CreateBuilder<Page>();
    private bool _isAfterPart;

    private int Next => _pages.Count + 1;

    public ImmutableArray<Page> Of(ImmutableArray<ChapterRun> runs)
    {
        foreach (var run in runs)
        {
            var title = "";
            foreach (var cut in run.Pages)
            {
                var opening = OpeningOf(cut);
                title = opening?.Title ?? title;
                if (BeginsOnRecto(opening) && !style.IsRecto(Next))
                {
                    _pages.Add(new Page(style.Width, style.Height, LabelOf(Next), []));
                }

                _pages.Add(makeUp.Make(cut, Next, LabelOf(Next), run.Calls, Furniture(opening, title)));
                _isAfterPart = opening is { Title: null };
            }
        }

        return _pages.DrainToImmutable();
    }

    /// <summary>A part has a leaf of its own, whose back is blank; chapters begin where the style says.</summary>
    private bool BeginsOnRecto(Opening? opening) => _isAfterPart || opening is { Title: null } || (opening is not null && style.OpensOnRecto);

    private IEnumerable<PageItem> Furniture(Opening? opening, string title) => opening switch
    {
        { Title: null } => [],
        not null => heads.Number(LabelOf(Next), Next),
        null => [.. heads.Head(style.IsRecto(Next) ? title : bookTitle, Next), .. heads.Number(LabelOf(Next), Next)],
    };

    private static string LabelOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Opening? OpeningOf(PageCut cut) => cut.Body.Select(p => (p.Item as FlowBox)?.Opening).FirstOrDefault(o => o is not null);
}
