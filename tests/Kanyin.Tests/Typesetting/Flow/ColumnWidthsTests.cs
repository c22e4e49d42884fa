using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class ColumnWidthsTests
{
    [Fact]
    public void Columns_that_fit_share_what_is_left() => Assert.Equal([35, 65], ColumnWidths.Of([5, 5], [30, 60], 110, 10));

    [Fact]
    public void A_narrow_table_is_not_stretched_to_the_measure() => Assert.Equal(80, ColumnWidths.Of([5, 5], [20, 20], 300, 10).Sum());

    [Fact]
    public void Short_columns_are_not_broken_for_long_ones()
    {
        var widths = ColumnWidths.Of([5, 5, 5], [10, 400, 200], 220, 10);
        Assert.Equal(10, widths[0], 6);
        Assert.True(widths[1] > widths[2]);
        Assert.Equal(200, widths.Sum(), 6);
    }

    [Fact]
    public void Every_column_gets_its_longest_word() => Assert.InRange(ColumnWidths.Of([5, 80], [900, 90], 200, 10)[1], 80, 90);

    [Fact]
    public void Too_many_long_words_share_the_measure_by_their_lengths() => Assert.Equal([50, 100], ColumnWidths.Of([100, 200], [100, 200], 160, 10));
}
