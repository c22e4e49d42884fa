using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading;

/// <summary>Reads UTF-8 text, with or without a byte order mark. Anything else is a finding, never a guess.</summary>
internal static class TextFile
{
    /// <summary>Bytes. The longest book known to us is 9 MB in all of its files together; setting one file takes some hundred times its size in memory.</summary>
    public const long LargestFile = 16L << 20;

    /// <summary>The last three are Docusaurus', bookdown's and Quarto's.</summary>
    private static readonly string[] Markdown = [".md", ".markdown", ".mdx", ".rmd", ".qmd"];

    public static bool IsMarkdown(string path) => Markdown.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    public static bool IsText(string path) => IsMarkdown(path) || path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text, or null after saying why.</summary>
    public static SourceFile? Read(BookFolder folder, string path, DiagnosticBag bag)
    {
        if (folder.TextFor(path) is { } given)
        {
            return new SourceFile(path, given);
        }

        var nothing = Place.Of(new SourceFile(path, ""));
        byte[] bytes;
        try
        {
            using var stream = new FileStream(folder.FullPath(path), FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > LargestFile)
            {
                bag.Add(ReadingFindings.TooLarge, nothing, string.Create(CultureInfo.InvariantCulture, $"{path} has {stream.Length / 1e6:0.0} MB; the largest file that is read has {LargestFile / 1e6:0.0} MB."), "Split it into chapters.");
                return null;
            }

            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(ReadingFindings.Unreadable, nothing, $"{path} cannot be opened: {e.Message}");
            return null;
        }

        var (text, why) = Decode(bytes);
        if (text is null)
        {
            bag.Add(ReadingFindings.NotUtf8, nothing, $"{path} is not UTF-8 text: {why}.", "Save the file as UTF-8.");
            return null;
        }

        var clean = ControlCharacters.Removed(text);
        var file = new SourceFile(path, clean);
        if (clean.Length < text.Length)
        {
            // The place is where the first one was: what stands before it has not moved.
            var at = clean.AsSpan().CommonPrefixLength(text);
            bag.Add(ReadingFindings.ControlCharacters, new Place(file, at, 0), string.Create(CultureInfo.InvariantCulture, $"Control characters begin here (U+{(int)text[at]:X4}); {text.Length - clean.Length} characters of the file are left out."), "Remove them: no edition can print them.");
        }

        return file;
    }

    /// <summary>The first characters of a file, for what must be known before the texts are read; null when there are none to be had.</summary>
    public static string? Beginning(BookFolder folder, string path, int bytes)
    {
        if (folder.TextFor(path) is { } given)
        {
            return given;
        }

        try
        {
            using var file = File.OpenHandle(folder.FullPath(path));
            Span<byte> start = stackalloc byte[bytes];
            start = start[..RandomAccess.Read(file, start, 0)];
            return Encoding.UTF8.GetString(start.StartsWith(Encoding.UTF8.Preamble) ? start[Encoding.UTF8.Preamble.Length..] : start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The text, or what is wrong with the bytes.</summary>
    public static (string? Text, string? Why) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return (null, "it begins with the mark of UTF-16 (byte 0)");
        }

        var mark = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var body = bytes[mark..];
        if (body.IndexOf((byte)0) is var nul and >= 0)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"a zero byte at byte {nul + mark}, as in a binary file"));
        }

        if (Utf8.IsValid(body))
        {
            return (Encoding.UTF8.GetString(body), null);
        }

        _ = Utf8.ToUtf16(body, new char[body.Length], out var read, out _, replaceInvalidSequences: false);
        return (null, string.Create(CultureInfo.InvariantCulture, $"byte {read + mark} (0x{body[read]:X2}) does not belong there; it may be GBK or another encoding"));
    }
}
