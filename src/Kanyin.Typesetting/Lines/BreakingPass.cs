namespace Kanyin.Typesetting.Lines;

/// <summary>The passes of JU7: each allows more than the one before, and is tried only when that one fails.</summary>
internal enum BreakingPass
{
    Whole,
    Hyphens,
    Emergency,
}
