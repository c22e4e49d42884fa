using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Prose;

/// <summary>
/// The running text of one paragraph, heading or cell, as rules look at it: emphasis and links are seen through, what is not prose
/// is one <see cref="Opaque"/>, and every other character knows where it stands in the file.
/// </summary>
public sealed class ProseText
{
    /// <summary>Stands for code, a formula, a picture, an address, or what the author has escaped.</summary>
    public const char Opaque = '\uFFFC';

    /// <summary>A line end that the author forced.</summary>
    public const char ForcedBreak = '\u2028';

    private readonly ImmutableArray<ProseRun> _runs;

    internal ProseText(SourceFile file, ProseKind kind, string text, ImmutableArray<ProseRun> runs)
    {
        (File, Kind, Text, _runs) = (file, kind, text, runs);
        IsChinese = Counts(text);
    }

    public SourceFile File { get; }
    public ProseKind Kind { get; }

    /// <summary>A line end of the source between two Latin words is \n; between Han it is nothing.</summary>
    public string Text { get; }

    /// <summary>Most of it is Chinese, and not Japanese or Korean.</summary>
    public bool IsChinese { get; }

    /// <summary>Inside a list: entries need not be sentences.</summary>
    public bool IsInList { get; init; }

    /// <summary>What comes after it in its chapter, list item or quotation; null at the end.</summary>
    public Block? Next { get; init; }

    /// <summary>From the first of the characters to the last, with whatever marks of Markdown stand between them.</summary>
    public Place At(int start, int length)
    {
        var first = Source(start);
        if (length == 0)
        {
            return new Place(File, first, 0);
        }

        var run = RunOf(start + length - 1);
        var end = run.Source + (run.Length == 1 ? run.SourceLength : start + length - run.Start);
        return new Place(File, first, System.Math.Max(0, end - first));
    }

    /// <summary>The characters stand in the file just so, next to each other.</summary>
    public bool IsWritten(int start, int length)
    {
        if (start < 0 || start + length > Text.Length)
        {
            return false;
        }

        var at = At(start, length);
        return at.Length == length && string.CompareOrdinal(File.Text, at.Start, Text, start, length) == 0;
    }

    /// <summary>The character of the file before or after a stretch of the text; a space at the ends of the file.</summary>
    public char Beside(int start, int length, bool isAfter)
    {
        var at = At(start, length);
        var offset = isAfter ? at.Start + at.Length : at.Start - 1;
        return offset >= 0 && offset < File.Text.Length ? File.Text[offset] : ' ';
    }

    /// <summary>The character at an index; a forced break beyond the ends.</summary>
    public char this[int index] => index >= 0 && index < Text.Length ? Text[index] : ForcedBreak;

    private int Source(int index)
    {
        var run = RunOf(System.Math.Min(index, Text.Length - 1));
        return run.Source + index - run.Start;
    }

    private ProseRun RunOf(int index)
    {
        var (low, high) = (0, _runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _runs[middle].Start <= index ? (middle, high) : (low, middle - 1);
        }

        return _runs[low];
    }

    private static bool Counts(string text)
    {
        var (han, words, foreign, isInWord) = (0, 0, 0, false);
        foreach (var c in text)
        {
            var isLetter = char.IsAsciiLetter(c);
            words += isLetter && !isInWord ? 1 : 0;
            isInWord = isLetter || (isInWord && c is '-' or '\'' or '.' or '_');
            han += Signs.IsHan(c) ? 1 : 0;
            foreign += Signs.IsKana(c) || Signs.IsHangul(c) ? 1 : 0;
        }

        return han > 0 && han >= words && han >= foreign * 4;
    }
}

/// <summary>A stretch of the text that stands in the file in one piece.</summary>
/// <param name="Start">In the text.</param>
/// <param name="Source">In the file.</param>
/// <param name="Length">In the text.</param>
/// <param name="SourceLength">In the file; only for one character can it differ.</param>
internal readonly record struct ProseRun(int Start, int Source, int Length, int SourceLength);
