namespace Kanyin.Books.Diagnostics;

/// <summary>A stretch of a source file: offset and length in UTF-16 units. Line and column are computed, from 1.</summary>
public readonly record struct Place(SourceFile File, int Start, int Length)
{
    public int Line => File.Position(Start).Line;
    public int Column => File.Position(Start).Column;
    public int EndLine => File.Position(Start + Length).Line;
    public int EndColumn => File.Position(Start + Length).Column;

    /// <summary>What stands there in the file.</summary>
    public string Text => File.Text.AsSpan()[System.Math.Clamp(Start, 0, File.Text.Length)..System.Math.Clamp(Start + Length, 0, File.Text.Length)].ToString();

    /// <summary>The line on which it begins, without its end.</summary>
    public string LineText
    {
        get
        {
            var text = File.Text;
            var start = System.Math.Clamp(Start, 0, text.Length);
            var first = text.AsSpan(0, start).LastIndexOfAny('\n', '\r') + 1;
            return text.AsSpan(start).IndexOfAny('\n', '\r') is var end and >= 0 ? text[first..(start + end)] : text[first..];
        }
    }

    /// <summary>The whole file, for findings that have no narrower place.</summary>
    public static Place Of(SourceFile file) => new(file, 0, 0);

    public override string ToString()
    {
        var (line, column) = File.Position(Start);
        return $"{File.Path}:{line}:{column}";
    }
}
