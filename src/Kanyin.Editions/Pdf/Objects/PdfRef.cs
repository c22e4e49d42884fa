namespace Kanyin.Editions.Pdf.Objects;

/// <summary>The number of an indirect object; the generation is always 0.</summary>
internal readonly record struct PdfRef(int Number);

/// <summary>A name, without its slash.</summary>
internal readonly record struct PdfName(string Value);
