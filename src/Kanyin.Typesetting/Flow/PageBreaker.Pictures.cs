using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>A picture too tall for what is left of a page is made a little smaller before the page is left empty.</summary>
internal sealed partial class PageBreaker
{
    /// <summary>Lines left empty before that is worth it.</summary>
    private const double LeastEmpty = 3;

    /// <summary>Makes the next picture small enough to end the page with its caption; false when that is too small.</summary>
    private bool ShrinkNextPicture(int start, int next, ImmutableArray<FlowNote> carried)
    {
        BeginPage(start, carried);
        var picture = -1;
        for (var i = start; i < _items.Length; i++)
        {
            Place(_items[i]);
            if (_items[i] is not FlowBox box)
            {
                continue;
            }

            CallNotes(box.Notes);
            picture = picture < 0 && i >= next && box.Least > 0 ? i : picture;
            if (box.BreakAfter == Breaks.Forbidden)
            {
                continue;
            }

            var over = _y - box.Trailing + AreaOf([.. _called]) - _frame.Height;
            if (picture >= 0)
            {
                return Shrink(picture, over);
            }

            if (over > 0)
            {
                return false;
            }
        }

        return false;
    }

    private bool Shrink(int index, double over)
    {
        var picture = (FlowBox)_items[index];
        if (over <= 0 || picture.Height - over < picture.Least)
        {
            return false;
        }

        _items[index] = picture.Shrunk(picture.Height - over);
        return true;
    }
}
