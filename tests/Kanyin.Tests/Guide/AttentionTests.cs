using Kanyin.Guide;
using Xunit;

namespace Kanyin.Tests.Guide;

/// <summary>Expected numbers are worked out by hand, beside each.</summary>
public sealed class AttentionTests
{
    private static readonly double[][] Keys = [[1, 0], [0, 1], [1, 1]];
    private static readonly double[][] Values = [[1, 2], [3, 4], [5, 6]];

    [Fact]
    public void Softmax_is_the_share_of_exponentials()
    {
        // e^1, e^2, e^3 over 30.19287485057736
        Near([0.09003057317038046, 0.24472847105479764, 0.6652409557748218], Softmax.Of([1, 2, 3]));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void Softmax_does_not_mind_a_constant(double shift) =>
        Near(Softmax.Of([1, 2, 3]), Softmax.Of([1 + shift, 2 + shift, 3 + shift]));

    [Fact]
    public void A_score_of_minus_infinity_has_no_share() => Near([0.5, 0, 0.5], Softmax.Of([7, double.NegativeInfinity, 7]));

    [Fact]
    public void The_log_of_a_sum_stays_finite() => Assert.Equal(1000 + Math.Log(2), Softmax.LogSumExp([1000, 1000]), 12);

    [Fact]
    public void Attention_weighs_the_values()
    {
        var result = Attention.Of([[1, 0], [0, 1]], Keys, Values);

        // The weights of the first query are e^0.7071, 1, e^0.7071: even about the middle value.
        Near([3, 4], result[0]);
        Near([3.4066725560787154, 4.406672556078716], result[1]);
    }

    [Fact]
    public void A_mask_hides_every_later_token()
    {
        var result = KeyValueCache.Masked(Keys, Keys, Values);

        Near([1, 2], result[0]);
        Near([2.3395230986533138, 3.3395230986533138], result[1]);
        Near([3.5104695304536615, 4.510469530453662], result[2]);
    }

    [Fact]
    public void A_cache_gives_what_the_mask_gives()
    {
        var cache = new KeyValueCache();
        foreach (var (expected, i) in KeyValueCache.Masked(Keys, Keys, Values).Select((row, i) => (row, i)))
        {
            Near(expected, cache.Step(Keys[i], Keys[i], Values[i]));
        }
    }

    [Fact]
    public void A_token_of_seventy_milliard_weights_takes_320_kibibytes() =>
        Assert.Equal(327_680, KeyValueCache.Bytes(80, 8, 128, tokens: 1, bytesEach: 2));

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
    }
}
