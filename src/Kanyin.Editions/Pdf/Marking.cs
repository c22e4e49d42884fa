using System.Diagnostics;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Editions.Pdf.Tags;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>
/// Marks what is drawn with its owner (ISO 32000-1 14.6). Marked content and text objects must nest: that of text lies
/// inside BT … ET, that of the rest outside.
/// </summary>
/// <param name="areaOf">What an item covers on the page.</param>
/// <param name="owners">Receives the owner of each MCID; null in a form, whose contents belong to whatever draws it.</param>
internal sealed class Marking(PdfBuffer output, TextShowing text, TagNames names, Func<PageItem, Area> areaOf, List<StructureElement>? owners)
{
    private static readonly PdfName _head = new("H"), _folio = new("N");

    private StructureElement? _owner;
    private Artifact _artifact;
    private bool _isOpen;

    /// <summary>The property lists that pages name (14.6.2).</summary>
    public static PdfBuffer NamedProperties => $"<<{_head}<</Type/Pagination/Subtype/Header>>{_folio}<</Type/Pagination/Subtype/Footer>>>>";

    /// <summary>All belongs to one owner, see <see cref="Hold"/>.</summary>
    public bool IsHeld { get; private set; }

    public void Begin(PageItem item, bool isText)
    {
        if (owners is null || IsHeld)
        {
            Switch(isText);
            return;
        }

        var continues = item.Owner is not null || (item.Artifact == _artifact && _artifact != Artifact.Background);
        if (_isOpen && continues && _owner == item.Owner && text.IsOpen == isText)
        {
            return;
        }

        End();
        Switch(isText);
        if (item.Owner is { } owner)
        {
            Open(owner, names[owner], new PdfBuffer(), owners);
        }
        else
        {
            output.Append($"/Artifact{PropertiesOf(item)}BDC\n");
            (_owner, _artifact, _isOpen) = (null, item.Artifact, true);
        }
    }

    /// <summary>
    /// What is drawn next stands for other text; for itself again after null. It is a marked stretch of its own, since
    /// sequences nested in one another confuse readers, and a Span, since some look at no other.
    /// </summary>
    public void Replace(string? words)
    {
        if (owners is null || IsHeld || _owner is not { } owner)
        {
            return; // a form's owner says it all, and an artifact is not read
        }

        End();
        Open(owner, words is null ? names[owner] : new PdfName("Span"), words is null ? new PdfBuffer() : $"/ActualText{words}", owners);
    }

    public void End()
    {
        text.Flush();
        if (_isOpen && !IsHeld)
        {
            output.AppendLiteral("EMC\n");
            _isOpen = false;
        }
    }

    /// <summary>Leaves text and marks, so that an operator of general kind may follow.</summary>
    public void Leave()
    {
        End();
        text.End();
    }

    /// <summary>All that is drawn until <see cref="Release"/> belongs to the owner. False when it does already, or there is no one owner.</summary>
    public bool Hold(StructureElement? owner)
    {
        if (owners is null || IsHeld || owner is null)
        {
            return false;
        }

        Leave();
        Open(owner, names[owner], new PdfBuffer(), owners);
        return IsHeld = true;
    }

    public void Release()
    {
        IsHeld = false;
        text.End();
        End();
    }

    private void Switch(bool isText)
    {
        if (isText)
        {
            text.Begin();
        }
        else
        {
            text.End();
        }
    }

    private void Open(StructureElement owner, PdfName tag, PdfBuffer entries, List<StructureElement> all)
    {
        output.Append($"{tag}<</MCID {all.Count}{entries}>>BDC\n");
        all.Add(owner);
        (_owner, _isOpen) = (owner, true);
    }

    // ISO 32000-1 table 330; a background must say what it covers. Nearly every page has a head and a number: they name
    // what the file says once.
    private PdfBuffer PropertiesOf(PageItem item) => item.Artifact switch
    {
        Artifact.Layout => $"<</Type/Layout>>",
        Artifact.Background => $"<</Type/Background/BBox{areaOf(item).ToRectangle()}>>",
        Artifact.RunningHead => $"{_head} ",
        Artifact.Folio => $"{_folio} ",
        Artifact.Repetition => $"<</Type/Pagination>>",
        _ => throw new UnreachableException(),
    };
}
