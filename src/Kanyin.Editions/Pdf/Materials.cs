using Kanyin.Editions.Pdf.Fonts;
using Kanyin.Editions.Pdf.Tags;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Editions.Pdf;

/// <summary>What all content streams of a file share.</summary>
internal sealed record Materials(IReadOnlyDictionary<FontFace, EmbeddedFont> Fonts, Images Images, TagNames Names);
