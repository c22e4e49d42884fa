namespace Kanyin.Typesetting.Lines;

/// <summary>The passes of JU7: each allows more than the one before, and is tried only when that one fails.</summary>
internal enum BreakingPass
{
    /// <summary>Words stay whole; addresses and code break at their marks.</summary>
    Whole,

    /// <summary>Hyphens in words, and cheaper breaks in names and code.</summary>
    Parted,

    /// <summary>Anywhere (BR6).</summary>
    Emergency,
}
