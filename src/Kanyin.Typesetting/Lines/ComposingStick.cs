using System.Text;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Lines;

/// <summary>手盘: what one paragraph at a time is set in. It is emptied and used again, so that a book does not fill the memory with paragraphs long set.</summary>
internal sealed class ComposingStick
{
    public ItemList Items { get; } = new();

    /// <summary>Where anchors stand: before the item.</summary>
    public List<(int Item, string Id)> Anchors { get; } = [];

    public List<LineFit> Lines { get; } = [];

    /// <summary>The breaker's own: the item before each legal break, and the best ways to get there.</summary>
    public List<int> Ends { get; } = [];

    public LineBreaker.State[] States { get; set; } = [];

    /// <summary>The assembler's own: the line so far, and the run of glyphs so far with its text.</summary>
    public List<PageItem> Placed { get; } = [];

    public List<int> Notes { get; } = [];

    public List<Glyph> Glyphs { get; } = [];

    public StringBuilder Text { get; } = new();
}
