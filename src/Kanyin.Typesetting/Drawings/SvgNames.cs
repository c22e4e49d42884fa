namespace Kanyin.Typesetting.Drawings;

/// <summary>Elements of SVG that are not drawn.</summary>
internal static class SvgNames
{
    /// <summary>They show nothing where they stand: descriptions, and what others refer to.</summary>
    public static bool DrawsNothing(string name) => name is
        "defs" or "title" or "desc" or "metadata" or "style" or "symbol" or "linearGradient" or "radialGradient" or "pattern"
        or "clipPath" or "mask" or "marker" or "filter" or "view" or "cursor" or "color-profile" or "font" or "font-face" || IsMotion(name);

    /// <summary>They change the picture while it is looked at.</summary>
    public static bool IsMotion(string name) => name is "animate" or "animateColor" or "animateMotion" or "animateTransform" or "set" or "script";
}
