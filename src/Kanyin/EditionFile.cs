using System.Runtime.InteropServices;

namespace Kanyin;

/// <summary>Writes a file so that it is there whole or not at all: beside its place first, then moved into it.</summary>
internal static class EditionFile
{
    /// <returns>The length in bytes.</returns>
    public static long Write(string path, Action<Stream> write)
    {
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.unfinished");

        // Whoever ends the program meanwhile takes the unfinished file with it; the signal then does what it always does.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Remove(unfinished));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Remove(unfinished));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            long length;
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 1 << 16))
            {
                write(stream);
                length = stream.Length;
            }

            File.Move(unfinished, path, overwrite: true);
            return length;
        }
        catch (Exception e)
        {
            Remove(unfinished);
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new IOException($"Cannot write {path}: {e.Message}", e);
            }

            throw;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to report.
        }
    }
}
