namespace Kanyin.Editions.Epub;

/// <summary>A printed page in the page list.</summary>
/// <param name="Label">The printed number: iv, 12.</param>
/// <param name="Address">Relative to the package's folder.</param>
internal sealed record PageEntry(string Label, string Address);
