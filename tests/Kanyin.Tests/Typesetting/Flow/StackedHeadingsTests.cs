using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Headings with nothing between them (typography.md 6.3).</summary>
public sealed class StackedHeadingsTests
{
    private static readonly SourceFile _source = new("a.md", "");
    private static readonly Place _at = Place.Of(_source);
    private static readonly string _long = string.Concat(Enumerable.Repeat("演示文稿的结构和内容", 8));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Long_headings_never_stand_in_one_another(int level)
    {
        var (runs, _) = Set(level);
        var baselines = runs.Select(r => r.Y).Distinct().Order().ToList();
        Assert.True(baselines.Count > 4);
        Assert.All(baselines.Zip(baselines.Skip(1)), pair => Assert.True(pair.Second - pair.First > runs[0].Size, $"{pair.First} {pair.Second}"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void A_link_to_a_heading_shows_the_whole_of_it(int level)
    {
        var (runs, marks) = Set(level);
        Assert.All(marks.Zip(runs.GroupBy(r => r.Owner).Select(g => g.Min(r => r.Y))), pair => Assert.True(pair.First.Y < pair.Second - (0.8 * runs[0].Size)));
    }

    /// <summary>Three headings of several lines, one below the other.</summary>
    private static (List<GlyphRun> Runs, List<DestinationMark> Marks) Set(int level)
    {
        ImmutableArray<Block> headings = [.. Enumerable.Range(1, 3).Select(i => new Heading(_at, level, $"h{i}", "", null, null, [new Text(_at, _long)]))];
        var chapter = new Chapter(_source, "c1", "题", 0, null, [new Paragraph(_at, [new Text(_at, "文")]), .. headings, new Paragraph(_at, [new Text(_at, "文")])]);
        var page = Typesetter.Set(new Book(HandSet.Metadata, "b5", null, [chapter]), HandSet.Fonts, new DiagnosticBag()).Pages.First(p => p.Label == "1");
        return (
            [.. page.Items.OfType<GlyphRun>().Where(r => r.Owner is { Role: >= StructureRole.H1 and <= StructureRole.H6 })],
            [.. page.Items.OfType<DestinationMark>().Where(m => m.Id.StartsWith('h'))]);
    }
}
