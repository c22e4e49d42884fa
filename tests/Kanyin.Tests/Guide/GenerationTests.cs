using Kanyin.Guide;
using Xunit;

namespace Kanyin.Tests.Guide;

public sealed class GenerationTests
{
    private static readonly Dictionary<string, int> Words = new() { ["low"] = 5, ["lower"] = 2, ["newest"] = 6, ["widest"] = 3 };

    [Fact]
    public void Byte_pairs_merge_the_most_frequent_first()
    {
        // es 9 and st 9: the first in order; then est 9; lo 7, ow 7; low 7.
        Assert.Equal([("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w")], BytePairs.Train(Words, 4));
    }

    [Fact]
    public void Byte_pairs_stop_when_every_word_is_one_piece() => Assert.Equal([("a", "a")], BytePairs.Train(new Dictionary<string, int> { ["aa"] = 1 }, 9));

    [Theory]
    [InlineData("lowest", "low est")]
    [InlineData("newer", "n e w e r")]
    [InlineData("low𠮷", "low 𠮷")]
    [InlineData("", "")]
    public void A_new_word_is_encoded_with_what_was_learnt(string word, string pieces) =>
        Assert.Equal(pieces, string.Join(' ', BytePairs.Encode(word, BytePairs.Train(Words, 4))));

    [Fact]
    public void Overlapping_pairs_merge_from_the_left() => Assert.Equal(["aa", "a"], BytePairs.Encode("aaa", [("a", "a")]));

    [Theory]
    [InlineData(1, new[] { 0, 1, 0, 0, 0.0 })]
    [InlineData(2, new[] { 0, 0.4 / 0.65, 0, 0.25 / 0.65, 0 })]
    [InlineData(9, new[] { 0.1, 0.4, 0.05, 0.25, 0.2 })]
    public void Top_k_keeps_the_k_likeliest(int k, double[] expected) => Near(expected, Sampling.TopK([0.1, 0.4, 0.05, 0.25, 0.2], k));

    [Theory]
    [InlineData(0.1, new[] { 0, 1, 0, 0, 0.0 })]
    [InlineData(0.5, new[] { 0, 0.4 / 0.65, 0, 0.25 / 0.65, 0 })]
    [InlineData(0.8, new[] { 0, 0.4 / 0.85, 0, 0.25 / 0.85, 0.2 / 0.85 })]
    public void Top_p_keeps_the_fewest_that_reach_the_limit(double limit, double[] expected) => Near(expected, Sampling.TopP([0.1, 0.4, 0.05, 0.25, 0.2], limit));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.24, 0)]
    [InlineData(0.25, 2)]
    [InlineData(0.9999, 2)]
    [InlineData(1, 2)]
    public void A_draw_falls_by_cumulative_probability(double u, int token) => Assert.Equal(token, Sampling.Draw([0.25, 0, 0.75, 0], u));

    [Theory]
    [InlineData(1, "我走。", 0.24)]
    [InlineData(2, "你好。", 0.36)]
    public void A_wider_beam_finds_what_greed_misses(int width, string text, double probability)
    {
        var found = BeamSearch.Run(
            prefix => prefix switch { "" => [('我', 0.6), ('你', 0.4)], "我" => [('走', 0.4), ('来', 0.3), ('去', 0.3)], "你" => [('好', 0.9), ('来', 0.1)], _ => [('。', 1)] },
            width, maxLength: 5);

        Assert.Equal(text, found.Text);
        Assert.Equal(probability, Math.Exp(found.Score), 12);
    }

    [Fact]
    public void A_beam_ends_at_the_longest_allowed() => Assert.Equal("甲甲甲", BeamSearch.Run(_ => [('甲', 1)], 2, maxLength: 3).Text);

    [Theory]
    [InlineData(0, 0.6, 0.5, 0, true)] // 0.6 × 0.7 is below 0.5
    [InlineData(0, 0.9, 0.5, 1, false)] // 0.9 × 0.7 is not; only the second token has more than was guessed
    [InlineData(1, 0.999, 0, 1, true)] // the large model likes it better than the small one
    public void A_guess_is_taken_or_drawn_anew(int guess, double u, double v, int token, bool isAccepted) =>
        Assert.Equal((token, isAccepted), Speculative.Check([0.5, 0.3, 0.2], [0.7, 0.1, 0.2], guess, u, v));

    [Theory]
    [InlineData(new[] { 0.7, 0.1, 0.2 })]
    [InlineData(new[] { 0.5, 0.3, 0.2 })]
    [InlineData(new[] { 0.0, 0.0, 1.0 })]
    public void Guessing_keeps_the_distribution_of_the_large_model(double[] q) => Near([0.5, 0.3, 0.2], Speculative.Result([0.5, 0.3, 0.2], q));

    [Theory]
    [InlineData(0, 4, 1)]
    [InlineData(0.5, 1, 1.5)]
    [InlineData(1, 4, 5)]
    public void Guesses_save_passes_as_far_as_they_are_taken(double accepted, int guesses, double tokens) => Assert.Equal(tokens, Speculative.Expected(accepted, guesses), 12);

    private static void Near(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual, (a, b) => a - b), difference => Assert.Equal(0, difference, 12));
}
