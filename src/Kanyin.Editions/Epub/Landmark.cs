namespace Kanyin.Editions.Epub;

/// <summary>A place that reading systems offer to jump to.</summary>
/// <param name="Type">epub:type in the navigation document.</param>
/// <param name="GuideType">Its name in the guide of EPUB 2 (OPF 2.0.1 2.6).</param>
/// <param name="Address">Relative to the package's folder.</param>
internal sealed record Landmark(string Type, string GuideType, string Label, string Address);
