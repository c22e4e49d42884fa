using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>
/// Marks what is drawn with its owner (ISO 32000-1 14.6). Marked content and text objects must nest: that of text lies
/// inside BT … ET, that of the rest outside.
/// </summary>
/// <param name="owners">Receives the owner of each MCID; null in a form, whose contents belong to whatever draws it.</param>
internal sealed class Marking(PdfBuffer output, TextShowing text, List<StructureElement>? owners)
{
    private StructureElement? _owner;
    private bool _isOpen, _isHeld;

    public void Begin(StructureElement? owner, bool isText)
    {
        if (owners is null || _isHeld)
        {
            Switch(isText);
        }
        else if (!_isOpen || _owner != owner || text.IsOpen != isText)
        {
            End();
            Switch(isText);
            Open(owner, owners);
        }
    }

    public void End()
    {
        text.Flush();
        if (_isOpen && !_isHeld)
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
        if (owners is null || _isHeld || owner is null)
        {
            return false;
        }

        Leave();
        Open(owner, owners);
        return _isHeld = true;
    }

    public void Release()
    {
        _isHeld = false;
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

    private void Open(StructureElement? owner, List<StructureElement> all)
    {
        if (owner is null)
        {
            output.AppendLiteral("/Artifact BMC\n");
        }
        else
        {
            output.Append($"{new PdfName(owner.Role.ToString())}<</MCID {all.Count}>>BDC\n");
            all.Add(owner);
        }

        (_owner, _isOpen) = (owner, true);
    }
}
