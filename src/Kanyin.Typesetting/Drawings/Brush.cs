using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>What an outline is filled or stroked with.</summary>
/// <param name="Veil">Where the opacity changes from place to place: greys, of which white is opaque. Else null.</param>
internal readonly record struct Brush(Paint Paint, Paint? Veil = null);
