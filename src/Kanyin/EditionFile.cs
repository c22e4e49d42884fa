using System.Runtime.InteropServices;

namespace Kanyin;

/// <summary>
/// Writes a file so that it is there whole or not at all: beside its place first, then moved into it. Several may write the
/// same one at once, and the last wins; what a run that was killed has left is removed by the next.
/// </summary>
internal static class EditionFile
{
    private const string Unfinished = ".unfinished";

    private const int Attempts = 10;

    /// <returns>The length in bytes.</returns>
    public static long Write(string path, Action<Stream> write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            RemoveLeftOvers(Path.GetDirectoryName(path)!);
            using var stream = Open(path, out var unfinished);

            // Whoever ends the program meanwhile takes the unfinished file with it; the signal then does what it always does.
            using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Remove(unfinished));
            using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Remove(unfinished));
            try
            {
                write(stream);
                stream.Flush();

                // While it is open, and so locked: nobody takes it for left over.
                File.Move(unfinished, path, overwrite: true);
                return stream.Length;
            }
            catch
            {
                Remove(unfinished); // closing it may fail once more
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Cannot write {path}: {e.Message}", e);
        }
    }

    /// <summary>A file of this writing alone: a name that came back could be another's by the time it is removed.</summary>
    private static FileStream Open(string path, out string unfinished)
    {
        for (var attempt = 1; ; attempt++)
        {
            unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}{Unfinished}");
            try
            {
                var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 1 << 16);
                if (File.Exists(unfinished))
                {
                    return stream;
                }

                stream.Dispose(); // another run took it for left over before it was locked
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another run is about to remove it.
            }
        }
    }

    /// <summary>What is unfinished and yet nobody's is of a run that was killed.</summary>
    private static void RemoveLeftOvers(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, ".*" + Unfinished))
        {
            try
            {
                // Fails while its writer lives, and removes it before it lets go of it.
                new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another run is writing it.
            }
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
