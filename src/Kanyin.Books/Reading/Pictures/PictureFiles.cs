using System.Collections.Concurrent;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Pictures;

/// <summary>The pictures of a book, each looked at once. Safe to ask from several threads.</summary>
/// <param name="root">The folder that addresses beginning with / start from, relative to the book's folder.</param>
internal sealed class PictureFiles(BookFolder? folder, string root)
{
    /// <summary>Of a text that belongs to no folder.</summary>
    public static readonly PictureFiles None = new(null, "");

    private readonly ConcurrentDictionary<string, Picture> _pictures = new(StringComparer.Ordinal);

    /// <summary>Every picture that was asked for, by its path.</summary>
    public ICollection<string> Used => _pictures.Keys;

    /// <summary>The picture that an address written in a file means: relative to the file, else to the root of the book. Null when there is none.</summary>
    public Picture? Find(string file, string source)
    {
        if (folder is null || source.Length == 0 || Address.IsExternal(source))
        {
            return null;
        }

        // A name can have the percent sign itself in it.
        var found = folder.FindFrom(file, root, Address.Parse(source).Path) is { IsFile: true } decoded ? decoded : folder.FindFrom(file, root, source);
        return found.Path is { } name ? _pictures.GetOrAdd(name, n => Read(folder, n)) : null;
    }

    private static Picture Read(BookFolder folder, string path)
    {
        var fullPath = folder.FullPath(path);
        try
        {
            using var stream = new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(stream, path, fullPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is there and cannot be read: the check for damaged pictures reports it.
            return new Picture(path, fullPath, PictureFormat.Unknown, 0, 0, 0);
        }
    }

    public static Picture Read(Stream stream, string path, string fullPath)
    {
        var head = PictureHead.Read(stream);
        var isUsable = (long)head.Width * head.Height <= Picture.MaximumPixels && PictureEnd.IsThere(stream, head.Format);
        return new Picture(path, fullPath, isUsable ? head.Format : PictureFormat.Unknown, head.Width, head.Height, stream.Length, head.Orientation);
    }
}
