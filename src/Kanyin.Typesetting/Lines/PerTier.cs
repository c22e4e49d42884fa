using System.Runtime.CompilerServices;
using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>One value for each <see cref="ShrinkTier"/>, without an object of its own.</summary>
[InlineArray((int)ShrinkTier.Stop + 1)]
internal struct PerTier<T>
{
    private T _first;
}
