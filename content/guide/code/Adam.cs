namespace Kanyin.Guide;

/// <summary>AdamW: steps of a size of their own for each weight, with decay apart from the gradient.</summary>
public sealed class Adam(int size, double rate, double decay = 0)
{
    // ANCHOR: adam
    private const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;
    private readonly double[] _m = new double[size], _v = new double[size];
    private int _t;

    public void Step(double[] w, double[] gradient)
    {
        _t++;
        for (int i = 0; i < w.Length; i++)
        {
            double g = gradient[i];
            _m[i] = Beta1 * _m[i] + (1 - Beta1) * g;
            _v[i] = Beta2 * _v[i] + (1 - Beta2) * g * g;
            double m = _m[i] / (1 - Math.Pow(Beta1, _t));
            double v = _v[i] / (1 - Math.Pow(Beta2, _t));
            w[i] -= rate * (m / (Math.Sqrt(v) + Epsilon) + decay * w[i]);
        }
    }
    // ANCHOR_END: adam

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        double[] w = [1, 1];
        var adam = new Adam(size: 2, rate: 0.1);
        foreach (double[] g in (double[][])[[100, 0.01], [-50, 0.01]])
        {
            adam.Step(w, g);
            output.WriteLine(Row.Of(w));
        }
        // ANCHOR_END: sample
    }
}
