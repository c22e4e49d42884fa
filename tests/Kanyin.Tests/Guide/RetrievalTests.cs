using Kanyin.Guide;
using Xunit;

namespace Kanyin.Tests.Guide;

public sealed class RetrievalTests
{
    private static readonly double[][] Vectors = [[1, 0.1], [1, 0.8], [0.8, 1], [0.1, 1]];
    private static readonly double[][] Centres = [[1, 0], [0, 1]];

    [Theory]
    [InlineData(new[] { 3.0, 4 }, new[] { 4.0, 3 }, 0.96)]
    [InlineData(new[] { 1.0, 0 }, new[] { 0.0, 5 }, 0)]
    [InlineData(new[] { 1.0, 1 }, new[] { -2.0, -2 }, -1)]
    [InlineData(new[] { 0.0, 0 }, new[] { 1.0, 1 }, 0)]
    public void The_cosine_ignores_length(double[] a, double[] b, double cosine) => Assert.Equal(cosine, Retrieval.Cosine(a, b), 12);

    [Theory]
    [InlineData(1, new[] { 1, 0 })]
    [InlineData(2, new[] { 1, 2 })]
    public void Few_probes_may_miss_a_neighbour(int probes, int[] found)
    {
        // Cosines to (1, 0.9): 0.806, 0.998, 0.987, 0.740; the second best lies in the other cell.
        Assert.Equal(found, Retrieval.Search([1, 0.9], Vectors, Centres, Retrieval.Index(Vectors, Centres), probes, k: 2));
    }

    [Fact]
    public void Ranks_are_fused_by_their_reciprocals()
    {
        var fused = RankFusion.Fuse([["甲", "乙", "丙"], ["乙", "丁", "甲"]]);

        Assert.Equal(["乙", "甲", "丁", "丙"], fused.Select(f => f.Id));
        Assert.Equal((1 / 62.0) + (1 / 61.0), fused[0].Score, 12);
        Assert.Equal((1 / 61.0) + (1 / 63.0), fused[1].Score, 12);
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "三个字", 3)]
    [InlineData("三个字", "", 3)]
    [InlineData("一样", "一样", 0)]
    [InlineData("ab", "ba", 2)]
    public void The_edit_distance_is_the_fewest_edits(string from, string to, int distance) => Assert.Equal(distance, EditDistance.Of(from, to));

    [Fact]
    public void An_error_rate_may_be_above_one() => Assert.Equal(4, EditDistance.ErrorRate("好好好好好", "好"), 12);

    [Fact]
    public void Bleu_is_the_mean_of_precisions_with_a_penalty_for_brevity()
    {
        // 6/7, 4/6, 3/5, 2/4 of the runs of 1 to 4 characters; seven characters for eight.
        var expected = Math.Exp(1 - (8 / 7.0)) * Math.Pow(6 / 7.0 * 4 / 6 * 3 / 5 * 2 / 4, 0.25);

        Assert.Equal(expected, Bleu.Of("今天的天气很好", "今天的天气非常好"), 12);
        Assert.Equal(1, Bleu.Of("一模一样", "一模一样"), 12);
        Assert.Equal(0, Bleu.Of("甲乙", "甲乙"));
    }

    [Fact]
    public void A_repeated_character_counts_as_often_as_in_the_reference() => Assert.Equal(0.25, Bleu.Precision("好好好好", "今天的天气非常好", 1));

    [Theory]
    [InlineData("一二三四", "一二三四", 1)]
    [InlineData("一二三四", "一二三五", 1 / 3.0)] // 一二三 of three pieces
    [InlineData("一二三四", "五六七八", 0)]
    [InlineData("短", "短", 1)]
    public void Likeness_is_the_share_of_common_pieces(string a, string b, double likeness)
    {
        Assert.Equal(likeness, MinHash.Jaccard(a, b), 12);

        // 1024 hashes: a standard error of at most 0.016.
        Assert.Equal(likeness, MinHash.Estimate(MinHash.Signature(a, 1024), MinHash.Signature(b, 1024)), 0.06);
    }

    [Fact]
    public void Bands_catch_what_is_alike_and_pass_over_the_rest()
    {
        Assert.Equal(1 - Math.Pow(1 - Math.Pow(0.8, 5), 20), MinHash.Caught(0.8, 20, 5), 12);
        Assert.Equal(0, MinHash.Caught(0, 20, 5), 12);
        Assert.Equal(1, MinHash.Caught(1, 20, 5), 12);
    }
}
