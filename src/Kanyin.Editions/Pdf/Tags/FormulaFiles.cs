using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Kanyin.Books.Mathematics;
using Kanyin.Editions.Mathematics;
using Kanyin.Editions.Pdf.Objects;

namespace Kanyin.Editions.Pdf.Tags;

/// <summary>Formulas as MathML, associated with their tags (ISO 32000-2 14.13.5): screen readers that know it walk through them. Those that are alike share one file.</summary>
internal sealed class FormulaFiles(PdfFile file)
{
    private static readonly PdfName _type = new("application/mathml+xml");

    private readonly Dictionary<string, PdfRef> _files = new(StringComparer.Ordinal);

    public bool IsEmpty => _files.Count == 0;

    /// <summary>The file specification of a formula.</summary>
    public PdfRef Of(Formula formula, bool isDisplay)
    {
        var text = MathMl.Of(formula, isDisplay).ToString(SaveOptions.DisableFormatting);
        if (!_files.TryGetValue(text, out var reference))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var name = string.Create(CultureInfo.InvariantCulture, $"formula-{_files.Count + 1:D5}.mml");
            _files.Add(text, reference = Attachments.Write(file, name, _type, "Supplement", $"/Size {bytes.Length}", bytes));
        }

        return reference;
    }
}
