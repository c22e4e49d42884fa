using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Code on the cell grid (typography.md 6.4).</summary>
public sealed class CodeLinesTests
{
    [Fact]
    public void Short_lines_stay_as_they_are() => Assert.Equal(["a", "", "  b"], Lines("a\n\n  b", 10));

    [Fact]
    public void A_long_line_is_wrapped_and_keeps_its_indent_and_two_cells_more() =>
        Assert.Equal(["  abcdefgh", "    ijklmn", "    op"], Lines("  abcdefghijklmnop", 10));

    [Fact]
    public void A_line_ends_between_words_where_it_can() => Assert.Equal(["var x = ", "  compute()"], Lines("var x = compute()", 12));

    [Fact]
    public void A_deep_indent_leaves_half_the_line() =>
        Assert.All(Of("                    abcdefghijklmnopqrstuvwxyz", 20), l => Assert.InRange(l.Indent, 0, 10));

    [Fact]
    public void Han_take_two_cells() => Assert.Equal([0, 2, 4, 5], Assert.Single(Of("中文a文", 20)).Cells.Select(c => c.Column));

    [Fact]
    public void Tabs_go_to_the_next_fourth_cell() => Assert.Equal([0, 1, 4, 8], Assert.Single(Of("a\tb\t".TrimEnd('\t') + "\tc", 20)).Cells.Where(c => c.Rune.Value != '\t' || c.Column == 1).Select(c => c.Column));

    [Theory]
    [InlineData("e\u0301x", new[] { 0, 1, 1 })]
    [InlineData("a\u200Bb", new[] { 0, 1, 1 })]
    public void Marks_and_joiners_take_no_cell(string text, int[] columns) => Assert.Equal(columns, Assert.Single(Of(text, 20)).Cells.Select(c => c.Column));

    [Theory]
    [InlineData('中', 2)]
    [InlineData('，', 2)]
    [InlineData('│', 1)]
    [InlineData('→', 1)]
    [InlineData('“', 1)]
    [InlineData('a', 1)]
    public void Widths_are_those_of_terminals(char c, int cells) => Assert.Equal(cells, CellWidth.Of(new Rune(c)));

    [Fact]
    public void Tokens_colour_their_characters()
    {
        var code = new CodeBlock(Place.Of(File), "", null, "if x", [new CodeToken(0, 2, CodeTokenKind.Keyword)]);
        Assert.Equal([CodeTokenKind.Keyword, CodeTokenKind.Keyword, null, null], CodeLines.Of(code, 20)[0].Cells.Select(c => c.Kind));
    }

    [Fact]
    public void Wrapping_loses_no_character()
    {
        const string text = "\tif (很长的条件 && another_condition) { return 计算(一, 二, 三); } // 注释 comment\nnext";
        for (var limit = 8; limit < 90; limit++)
        {
            var joined = string.Concat(Of(text, limit).SelectMany(l => l.Cells).Select(c => c.Rune.ToString()));
            Assert.Equal(text.Replace("\n", "", StringComparison.Ordinal), joined);
            Assert.All(Of(text, limit), l => Assert.True(l.Cells.IsEmpty || l.Cells[^1].Column + l.Cells[^1].Cells <= limit));
        }
    }

    private static readonly SourceFile File = new("a.md", "");

    private static System.Collections.Immutable.ImmutableArray<CodeLine> Of(string text, int limit) => CodeLines.Of(new CodeBlock(Place.Of(File), "", null, text, []), limit);

    /// <summary>The lines with the indent that continued ones get.</summary>
    private static IEnumerable<string> Lines(string text, int limit) =>
        Of(text, limit).Select(l => new string(' ', l.Indent) + string.Concat(l.Cells.Select(c => c.Rune.ToString())));
}
