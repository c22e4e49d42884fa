namespace Kanyin.Books.Model;

/// <summary>What numbers a figure, a table or a listing: 图 1-1.</summary>
/// <param name="Word">图, 表, 代码, or what the author wrote.</param>
/// <param name="Number">1-1, A-2 or 3; as typed, or counted by chapter.</param>
public sealed record CaptionLabel(string Word, string Number)
{
    /// <summary>A line never ends inside the label (BR4, 6.4), so its blank is U+00A0.</summary>
    public string Text => $"{Word}\u00A0{Number}";

    public override string ToString() => Text;
}
