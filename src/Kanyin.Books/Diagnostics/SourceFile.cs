namespace Kanyin.Books.Diagnostics;

/// <summary>One text file of the author's. It has identity: two places are in the same file when the object is the same.</summary>
/// <param name="path">Relative to the book's folder, with forward slashes.</param>
/// <param name="text">The decoded text without a byte order mark; line ends are as in the file.</param>
public sealed class SourceFile(string path, string text)
{
    private int[]? _lineStarts;

    public string Path { get; } = path;
    public string Text { get; } = text;

    /// <summary>Line and column of an offset, both from 1; columns count UTF-16 units. Offsets past the end give the end.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var starts = _lineStarts ??= LineStarts();
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = Array.BinarySearch(starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - starts[line] + 1);
    }

    /// <summary>The offset of a line and a column, both from 1: the way back from <see cref="Position"/>.</summary>
    public int Offset(int line, int column)
    {
        var starts = _lineStarts ??= LineStarts();
        return line < 1 || line > starts.Length ? Text.Length : Math.Clamp(starts[line - 1] + column - 1, 0, Text.Length);
    }

    public override string ToString() => Path;

    private int[] LineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
