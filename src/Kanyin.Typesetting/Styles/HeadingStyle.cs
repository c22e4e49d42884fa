namespace Kanyin.Typesetting.Styles;

/// <summary>How a heading of one level looks (typography.md 6.3).</summary>
/// <param name="Size">Points.</param>
/// <param name="Lines">占行: the lines of the grid that it takes when its words fill one line.</param>
/// <param name="Indent">Em of the body size.</param>
public sealed record HeadingStyle(double Size, int Lines, double Indent = 0, bool IsCentred = false);
