using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Lines;

/// <summary>Which face draws a character in a style. What no face has is drawn as 〓, the printers' sign for a missing sort, and reported.</summary>
internal sealed class FaceChooser(FontBook fonts, DiagnosticBag findings)
{
    public const char MissingSort = '〓';

    private readonly ConcurrentDictionary<(SourceFile, int), bool> _reported = new();

    /// <param name="isHan">Whether the character is set as Chinese.</param>
    /// <returns>The face, or null when none has the character.</returns>
    public FontFace? Face(int codePoint, TextStyle style, bool isHan) =>
        fonts.WithCharacter(isHan ? fonts.Han(style.Family, style.IsBold) : fonts.Latin(style.Family, style.IsBold, style.IsItalic), codePoint);

    /// <summary>Reports a character that no face has, once a file.</summary>
    public void ReportMissing(int codePoint, Place at)
    {
        if (_reported.TryAdd((at.File, codePoint), true))
        {
            var name = "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
            findings.Add(LineFindings.MissingGlyph, at, $"No face has {name} {new Rune(codePoint)}; it is printed as {MissingSort}.");
        }
    }
}
