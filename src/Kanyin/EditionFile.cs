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

    /// <summary>Held while a file comes into being, and by a program that ends until it has ended.</summary>
    private static readonly Lock Beginning = new();

    /// <returns>The length in bytes.</returns>
    public static long Write(string path, Action<Stream> write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            RemoveLeftOvers(Path.GetDirectoryName(path)!);
            var unfinished = new UnfinishedFile(path);

            // Whoever ends the program meanwhile takes the unfinished file with it; the signal then does what it always does.
            using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => unfinished.Abandon());
            using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => unfinished.Abandon());
            using var stream = unfinished.Open();
            try
            {
                write(stream);
                stream.Flush();

                // While it is open, and so locked: nobody takes it for left over.
                File.Move(unfinished.Path, path, overwrite: true);
                return stream.Length;
            }
            catch
            {
                Remove(unfinished.Path); // closing it may fail once more
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Cannot write {path}: {e.Message}", e);
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

    /// <param name="place">The path that it is moved to in the end.</param>
    private sealed class UnfinishedFile(string place)
    {
        public string Path { get; private set; } = "";

        /// <summary>A file of this writing alone: a name that came back could be another's by the time it is removed.</summary>
        public FileStream Open()
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var stream = Create();
                    if (File.Exists(Path))
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

        /// <summary>From here on no other file is begun either.</summary>
        public void Abandon()
        {
            Beginning.Enter();
            Remove(Path);
        }

        private FileStream Create()
        {
            lock (Beginning)
            {
                Path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(place)!, $".{System.IO.Path.GetFileName(place)}.{System.IO.Path.GetRandomFileName()}{Unfinished}");
                return new FileStream(Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 1 << 16);
            }
        }
    }
}
