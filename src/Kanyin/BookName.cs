using System.Text;

namespace Kanyin;

/// <summary>The name that a book's output gets: its folder's or file's, made safe as a file name on every system.</summary>
public static class BookName
{
    // Room for an extension and the mark of an unfinished file within the 255 bytes that file systems allow.
    private const int LongestInBytes = 200;

    private static readonly HashSet<string> ReservedOnWindows = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <param name="path">An absolute path of a folder or a file that exists.</param>
    public static string Of(string path)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(path);
        return Safe(File.Exists(trimmed) ? Path.GetFileNameWithoutExtension(trimmed) : Path.GetFileName(trimmed));
    }

    internal static string Safe(string name)
    {
        var text = new StringBuilder(name.Length);
        var bytes = 0;
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var safe = Rune.IsControl(rune) || rune.Value is '<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*' ? new Rune('-') : rune;
            bytes += safe.Utf8SequenceLength;
            if (bytes > LongestInBytes)
            {
                break;
            }

            text.Append(safe);
        }

        var result = text.ToString().Trim(' ', '.');
        return result.Length == 0 ? "book" : ReservedOnWindows.Contains(result.Split('.')[0]) ? $"{result}-book" : result;
    }
}
