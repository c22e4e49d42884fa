using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Chapters set into one column.</summary>
/// <param name="Elements">Of the chapters in order; one of a part stands before the chapters that belong into it.</param>
/// <param name="Calls">The element of each note call, and the index of its note.</param>
/// <param name="References">The page numbers that it prints.</param>
internal sealed record ChapterRun(ImmutableArray<FlowItem> Items, ImmutableArray<FlowNote> Notes, PageFrame Frame, ImmutableArray<StructureElement> Elements, ImmutableArray<Section> Sections, IReadOnlyDictionary<StructureElement, int> Calls, PageReferences References)
{
    // Cut once for each side that is asked for.
    private ImmutableArray<PageCut> _fromRecto;
    private ImmutableArray<PageCut> _fromVerso;

    /// <summary>It begins on a recto wherever the runs before it end.</summary>
    public bool IsOnRecto => Items.FirstOrDefault(i => i is FlowBox) is FlowBox { Opening.IsOnRecto: true };

    /// <summary>Its pages, which have no numbers yet.</summary>
    /// <param name="isRecto">The side of the first: known when the runs before it have been cut.</param>
    public ImmutableArray<PageCut> Pages(bool isRecto)
    {
        isRecto |= IsOnRecto;
        ref var pages = ref isRecto ? ref _fromRecto : ref _fromVerso;
        return pages = pages.IsDefault ? PageBreaker.Break(Items, Notes, Frame, isRecto) : pages;
    }
}

/// <summary>A heading as the contents and the outline show it.</summary>
/// <param name="Level">From 1; parts stand above and push the chapters below them to 2.</param>
/// <param name="ContentsLevel">1 chapter, 2 section, 3 subsection; 0 for a part.</param>
/// <param name="Number">The printed number, or empty.</param>
/// <param name="NumberGap">Em after the number (NU2).</param>
/// <param name="Target">What its line in the contents leads to.</param>
internal sealed record Section(int Level, int ContentsLevel, string Number, double NumberGap, string Title, InternalTarget Target)
{
    /// <summary>Number and title as one text.</summary>
    public string Text => Number.Length == 0 ? Title : Title.Length == 0 ? Number : NumberGap > 0 ? $"{Number} {Title}" : Number + Title;
}

/// <summary>The headings of a run, in order.</summary>
/// <param name="isInPart">A part has begun before the run.</param>
internal sealed class SectionList(bool isInPart)
{
    private readonly ImmutableArray<Section>.Builder _all = ImmutableArray.CreateBuilder<Section>();
    private bool _isInPart = isInPart;
    private string _file = "";

    /// <summary>A file begins. One without a heading of its own is listed under its title.</summary>
    public void Begin(Chapter chapter)
    {
        _file = chapter.File.Path;
        if (!chapter.Blocks.Any(b => b is Heading h && h.Level <= chapter.Depth + 1) && chapter.Title.Length > 0)
        {
            Add(chapter.Depth + 1, "", 0, chapter.Title, chapter.Id);
        }
    }

    public void AddPart(string title, Chapter first)
    {
        _isInPart = true;
        _all.Add(new(1, 0, "", 0, title, new(first.File.Path, PartSetter.IdOf(first))));
    }

    public void Add(Heading heading) =>
        Add(heading.Level, heading.Printed?.Text ?? "", HeadingSetter.NumberGap(heading.Printed), PlainText.Of(heading.Inlines).Trim(), heading.Id);

    public ImmutableArray<Section> ToImmutable() => _all.ToImmutable();

    private void Add(int level, string number, double gap, string title, string id) =>
        _all.Add(new(_isInPart ? level + 1 : level, level, number, gap, title, new(_file, id)));
}
