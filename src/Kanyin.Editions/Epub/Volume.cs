using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>What every document of the edition is written with.</summary>
/// <param name="Formulas">How formulas are drawn; null where they are MathML.</param>
internal sealed record Volume(BookMetadata Metadata, HouseStyle House, Addresses Addresses, EpubPictures Pictures, PageStarts Pages, ReadingOrder Order, SvgFormulas? Formulas);
