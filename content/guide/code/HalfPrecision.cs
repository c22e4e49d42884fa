namespace Kanyin.Guide;

/// <summary>Where sixteen bits lose small numbers.</summary>
public static class HalfPrecision
{
    public static void Sample(TextWriter output)
    {
        // ANCHOR: all
        Half h = (Half)2048f;
        output.WriteLine((Half)(h + (Half)1f));         // 加 1 后仍是 2048
        output.WriteLine((Half)1e-8f);                  // 小梯度下溢
        output.WriteLine((Half)(1e-8f * 65536));        // 先放大再存

        Half w16 = (Half)1f;                             // 权重只存 FP16
        float w32 = 1f;                                  // FP32 主权重
        for (int i = 0; i < 10000; i++)
        {
            w16 += (Half)0.0001f;
            w32 += 0.0001f;
        }
        output.WriteLine($"{w16}  {w32:F4}");
        // ANCHOR_END: all
    }
}
