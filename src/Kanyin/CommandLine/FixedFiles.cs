using System.Text;
using Kanyin.Books.Fixes;

namespace Kanyin.CommandLine;

/// <summary>Writes corrected files over the author's: whole, with their byte order mark, their rights and every byte that no fix is about.</summary>
internal static class FixedFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>False when the file on the disk is not, byte for byte, the text that was corrected; it is then left alone.</returns>
    public static bool Write(string folder, CorrectedFile file)
    {
        var path = Path.Combine(folder, file.Before.Path.Replace('/', Path.DirectorySeparatorChar));
        path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var bytes = File.ReadAllBytes(path);
        var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (!bytes.AsSpan(mark).SequenceEqual(Utf8.GetBytes(file.Before.Text)))
        {
            return false;
        }

        var rights = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
        EditionFile.Write(path, stream =>
        {
            stream.Write(bytes.AsSpan(0, mark));
            stream.Write(Utf8.GetBytes(file.After));
        });
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, rights);
        }

        return true;
    }
}
