using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>Pictures too tall for what is left of a page are made a little smaller before the page is left empty.</summary>
internal sealed partial class PageBreaker
{
    /// <summary>Lines left empty before that is worth it.</summary>
    private const double LeastEmpty = 3;

    /// <summary>Makes the pictures of the page and the next one small enough to end the page with its caption; false when that is too small.</summary>
    private bool ShrinkPictures(int start, int next, ImmutableArray<FlowNote> carried)
    {
        FlowItem[] before = [.. _items];
        if (MeasurePictures(start, next, carried) is var (pictures, over) && over > Tolerance && Shrink(pictures, over)
            && MeasurePictures(start, next, carried) is var (_, rest) && (rest <= Tolerance || Shrink([pictures[^1]], rest)))
        {
            return true;
        }

        before.CopyTo(_items, 0);
        return false;
    }

    /// <summary>
    /// The pictures from the page's start to the first one after its end, and how far that reaches below the page; null
    /// when none follows closely. What the first ones give may be lost to the grid, the last one's is not.
    /// </summary>
    private (List<int> Pictures, double Over)? MeasurePictures(int start, int next, ImmutableArray<FlowNote> carried)
    {
        BeginPage(start, carried);
        var pictures = new List<int>();
        for (var i = start; i < _items.Length; i++)
        {
            Place(_items[i]);
            if (_items[i] is not FlowBox box)
            {
                continue;
            }

            CallNotes(box.Notes);
            if (box.Least < box.Height && (pictures.Count == 0 || pictures[^1] < next))
            {
                pictures.Add(i);
            }

            var over = _y - box.Trailing + AreaOf([.. _called]) - _frame.Height;
            if (box.BreakAfter != Breaks.Forbidden && pictures is [.., var last] && last >= next)
            {
                return (pictures, over);
            }

            if (box.BreakAfter == Breaks.Forced || (box.BreakAfter != Breaks.Forbidden && over > 0))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Takes height off the pictures, from each by what it can spare.</summary>
    private bool Shrink(List<int> pictures, double height)
    {
        var spare = pictures.Sum(i => _items[i].Height - ((FlowBox)_items[i]).Least);
        if (spare < height)
        {
            return false;
        }

        foreach (var index in pictures)
        {
            var picture = (FlowBox)_items[index];
            _items[index] = picture.Shrunk(picture.Height - (height * (picture.Height - picture.Least) / spare));
        }

        return true;
    }
}
