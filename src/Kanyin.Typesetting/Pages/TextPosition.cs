using Kanyin.Books.Diagnostics;

namespace Kanyin.Typesetting.Pages;

/// <summary>A position in what the author wrote, so that another edition can find it again.</summary>
/// <param name="At">The place of the inline, or of the block without inlines, that the words belong to.</param>
/// <param name="Offset">UTF-16 units into its text; 0 for what has none.</param>
public readonly record struct TextPosition(Place At, int Offset);
