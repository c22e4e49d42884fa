using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>Marks where the pages of the printed edition begin.</summary>
internal sealed partial class XhtmlWriter
{
    private void WriteText(Place at, string text)
    {
        var from = 0;
        foreach (var (offset, label) in _volume.Pages.In(at, text.Length))
        {
            _page.Text(text[from..offset]);
            WritePageStart(label);
            from = offset;
        }

        _page.Text(text[from..]);
    }

    /// <summary>Before something that cannot hold a mark.</summary>
    private void WritePageStarts(Place at) => WriteAll(_volume.Pages.Within(at));

    /// <summary>Before a heading, not in it: the mark has a name of its own, which would be read as the heading's first word.</summary>
    private void WritePageStarts(Heading heading)
    {
        WritePageStarts(heading.At);
        var first = heading.Inlines.FirstOrDefault();
        while (first is not null && Descendants.Children(first) is [var inner, ..])
        {
            first = inner;
        }

        WriteAll(first is null ? [] : _volume.Pages.At(first.At));
    }

    private void WriteAll(IEnumerable<string> labels)
    {
        foreach (var label in labels)
        {
            WritePageStart(label);
        }
    }

    private void WritePageStart(string label)
    {
        if (NewId(XhtmlPage.PageId(label)) is { } id)
        {
            _page.PageBreak(label);
            _volume.Pages.Land(label, $"{Path}#{id}");
        }
    }
}
