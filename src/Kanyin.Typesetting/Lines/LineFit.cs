namespace Kanyin.Typesetting.Lines;

/// <summary>One line as the breaker chose it. Widths in units of 1/1024 em.</summary>
/// <param name="First">First item.</param>
/// <param name="Last">Last item.</param>
/// <param name="StartBlank">Blank kept before the first mark.</param>
/// <param name="EndBlank">Blank kept after the last mark; negative when it hangs.</param>
/// <param name="Hyphen">Width of the hyphen added at the end, or 0.</param>
/// <param name="Natural">Width before justification, edges and hyphen included.</param>
/// <param name="Measure">What it is to fill, the indent taken off.</param>
/// <param name="IsLast">Of its paragraph, so not stretched (JU6).</param>
internal readonly record struct LineFit(int First, int Last, int StartBlank, int EndBlank, int Hyphen, int Natural, int Measure, bool IsLast)
{
    /// <summary>What is missing (positive) or too much (negative).</summary>
    public int Delta => Measure - Natural;
}
