using Kanyin.Guide;
using Xunit;

namespace Kanyin.Tests.Guide;

public sealed class WeightTests
{
    [Fact]
    public void Eight_bits_span_the_largest_weight()
    {
        var (q, scale) = Int8.Quantize([0.5f, -1.27f, 0.004f, 0.9f]);

        Assert.Equal<sbyte>([50, -127, 0, 90], q);
        Assert.Equal(0.01f, scale, 1e-6f);
    }

    [Fact]
    public void Nothing_but_zeros_has_a_scale_all_the_same() => Assert.Equal([0f, 0f], Int8.Restore([0, 0], Int8.Quantize([0f, 0f]).Scale));

    [Fact]
    public void A_merged_adapter_answers_as_one_apart()
    {
        double[][] w = [[1, 0, 2], [0, 1, 1]], a = [[1, 2, 0]], b = [[0.5], [-1]];

        // α/r = 2; BA = (0.5, 1, 0; −1, −2, 0).
        double[][] merged = LowRank.Merge(w, a, b, alpha: 2);

        Assert.Equal([[2, 2, 2], [-2, -3, 1]], merged);
        Assert.Equal([6, -4], LowRank.Multiply(merged, [1, 1, 1]));
        Assert.Equal([6, -4], LowRank.Apart(w, a, b, 2, [1, 1, 1]));
    }

    [Fact]
    public void The_first_step_of_Adam_is_the_rate_whatever_the_gradient()
    {
        double[] w = [1, 1];
        new Adam(2, 0.1).Step(w, [100, -0.01]);

        Assert.Equal(0.9, w[0], 6);
        Assert.Equal(1.1, w[1], 6);
    }

    [Fact]
    public void A_turned_gradient_shortens_the_step_of_Adam()
    {
        double[] w = [1, 1];
        var adam = new Adam(2, 0.1);
        adam.Step(w, [100, 0.01]);
        adam.Step(w, [-50, 0.01]);

        // m = (0.9·10 − 5) / 0.19 = 21.0526; v = (0.999·10 + 2.5) / 0.001999; both corrected for the second step.
        Assert.Equal(0.9 - (0.1 * (4 / 0.19) / Math.Sqrt(12.49 / 0.001999)), w[0], 9);
        Assert.Equal(0.8, w[1], 6);
    }

    [Fact]
    public void Decay_is_of_the_weight_and_not_of_the_gradient()
    {
        double[] w = [2];
        new Adam(1, 0.1, decay: 0.5).Step(w, [0]);

        Assert.Equal(1.9, w[0], 12);
    }
}
