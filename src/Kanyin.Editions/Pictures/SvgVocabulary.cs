using System.Collections.Frozen;

namespace Kanyin.Editions.Pictures;

/// <summary>The elements and attributes of SVG 1.1 (appendices H and I) that show something. EPUB checkers refuse any other.</summary>
internal static class SvgVocabulary
{
    public static readonly FrozenSet<string> Elements = Words(
        """
        a animate animateColor animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix
        feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feFlood feFuncA
        feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
        feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker mask mpath path pattern
        polygon polyline radialGradient rect set stop style svg switch symbol text textPath title tspan use view
        """);

    public static readonly FrozenSet<string> Attributes = Words(
        """
        accumulate additive alignment-baseline amplitude attributeName attributeType azimuth baseFrequency baseProfile
        baseline-shift begin bias by calcMode class clip clip-path clip-rule clipPathUnits color color-interpolation
        color-interpolation-filters color-profile color-rendering cursor cx cy d diffuseConstant direction display divisor
        dominant-baseline dur dx dy edgeMode elevation enable-background end exponent fill fill-opacity fill-rule filter
        filterRes filterUnits flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style
        font-variant font-weight from fx fy glyph-orientation-horizontal glyph-orientation-vertical gradientTransform
        gradientUnits height id image-rendering in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning keyPoints
        keySplines keyTimes lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start
        markerHeight markerUnits markerWidth mask maskContentUnits maskUnits max method min mode numOctaves offset opacity
        operator order orient origin overflow path pathLength patternContentUnits patternTransform patternUnits
        pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX
        refY repeatCount repeatDur requiredFeatures restart result role rotate rx ry scale seed shape-rendering slope spacing
        specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity stroke
        stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style
        surfaceScale systemLanguage tableValues target targetX targetY text-anchor text-decoration text-rendering textLength
        to transform type unicode-bidi values version viewBox viewTarget visibility width word-spacing writing-mode x x1 x2
        xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
        """);

    private static FrozenSet<string> Words(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
