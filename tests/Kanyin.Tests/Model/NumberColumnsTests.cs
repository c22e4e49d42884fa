using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Model;

public sealed class NumberColumnsTests // 6.4
{
    private static readonly Place At = Place.Of(new SourceFile("a.md", ""));

    [Theory]
    [InlineData("12.5", 2)]
    [InlineData("1,024", 5)]
    [InlineData("3%", 1)]
    [InlineData("−7.25", 2)]
    [InlineData("-7.25", 2)]
    [InlineData("¥1,200.05", 6)]
    [InlineData("+ 120 %", 5)]
    [InlineData("", null)]
    [InlineData("1.2.3", null)]
    [InlineData("12,34", null)]
    [InlineData("2023年", null)]
    [InlineData("v1", null)]
    public void The_whole_part_of_a_number_ends_before_its_point(string text, int? end) => Assert.Equal(end, NumberColumns.WholePart(text));

    [Theory]
    [InlineData(ColumnAlignment.Default, true)]
    [InlineData(ColumnAlignment.Right, true)]
    [InlineData(ColumnAlignment.Left, false)]
    [InlineData(ColumnAlignment.Centre, false)]
    public void The_alignment_that_the_author_asked_for_is_kept(ColumnAlignment alignment, bool isNumber) => Assert.Equal([isNumber], NumberColumns.Of(Column(alignment, "1", "2.5")));

    [Fact]
    public void A_missing_value_does_not_make_a_column_one_of_words()
    {
        Assert.Equal([true], NumberColumns.Of(Column(ColumnAlignment.Default, "1", "—", "")));
        Assert.Equal([false], NumberColumns.Of(Column(ColumnAlignment.Default, "—", "")));
        Assert.Equal([false], NumberColumns.Of(Column(ColumnAlignment.Default, "1", "无")));
    }

    private static Table Column(ColumnAlignment alignment, params string[] cells) =>
        new(At, [alignment], [Row("头")], [.. cells.Select(Row)]);

    private static TableRow Row(string words) => new(At, [new TableCell(At, [new Text(At, words)])]);
}
