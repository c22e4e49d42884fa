using System.Collections.Immutable;
using CsCheck;
using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Model;

public sealed class NumberSeriesTests
{
    [Theory]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("0 1 2", "0 1 2")]
    [InlineData("1 3 4", "1 2 4")]
    [InlineData("1 7 3 4", "1 2 3 4")]
    [InlineData("1 3 2 4", "1 3 4 4")]
    [InlineData("1 2 2 3", "1 2 3 3")]
    [InlineData("1 2 2 4", "1 2 3 4")]
    [InlineData("1 2 3 1 2 3", "1 2 3 4 2 3")]
    [InlineData("2 3", "1 3")]
    [InlineData("3 2 3", "1 2 3")]
    [InlineData("2 1 3", "2 3 3")]
    [InlineData("1 5 2 3 4 6", "1 5 6 3 4 6")]
    public void The_sequence_goes_on_from_what_was_typed(string typed, string expected) =>
        Assert.Equal(Values(expected), NumberSeries.Expect(Values(typed), startsAnywhere: false));

    [Fact]
    public void One_number_left_out_is_one_disagreement() =>
        Gen.Select(Gen.Int[3, 40], Gen.Int[1, 100]).Sample((count, at) => Disagreements(Count(count).RemoveAt(at % (count - 1))) == 1);

    [Fact]
    public void One_number_typed_twice_is_one_disagreement() =>
        Gen.Select(Gen.Int[3, 40], Gen.Int[0, 100]).Sample((count, at) => Disagreements(Count(count).Insert(at % count, 1 + (at % count))) == 1);

    [Fact]
    public void Two_neighbours_exchanged_are_one_disagreement() =>
        Gen.Select(Gen.Int[4, 40], Gen.Int[0, 100]).Sample((count, at) =>
        {
            var i = at % (count - 2);
            var values = Count(count);
            return Disagreements(values.SetItem(i, values[i + 1]).SetItem(i + 1, values[i])) == 1;
        });

    [Fact]
    public void Any_numbers_have_an_answer_each() =>
        Gen.Int[0, 9999].Array[1, 200].Sample(values => NumberSeries.Expect([.. values], startsAnywhere: false).Length == values.Length);

    private static ImmutableArray<int> Count(int to) => [.. Enumerable.Range(1, to)];

    private static int Disagreements(ImmutableArray<int> typed) => typed.Zip(NumberSeries.Expect(typed, startsAnywhere: false)).Count(x => x.First != x.Second);

    private static ImmutableArray<int> Values(string text) => [.. text.Split(' ').Select(int.Parse)];
}
