using System.Collections.Concurrent;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Resolving;

namespace Kanyin.Books.Reading.Pictures;

/// <summary>The pictures of a book, each looked at once. Safe to ask from several threads.</summary>
/// <param name="root">The folder that addresses beginning with / start from, relative to the book's folder.</param>
/// <param name="options">Says what lies outside the book's folder; null when nothing does.</param>
/// <param name="own">Where on the web the book's own files are found.</param>
internal sealed class PictureFiles(BookFolder? folder, string root, ReadingOptions? options = null, OwnAddresses? own = null)
{
    /// <summary>Of a text that belongs to no folder.</summary>
    public static readonly PictureFiles None = new(null, "");

    private readonly ConcurrentDictionary<string, Picture> _pictures = new(StringComparer.Ordinal);

    /// <summary>Every picture that was asked for, by its path.</summary>
    public ICollection<string> Used => _pictures.Keys;

    /// <summary>The picture that an address written in a file means: relative to the file, else to the root of the book. Null when there is none.</summary>
    public Picture? Find(string file, string source)
    {
        if (options?.WebPictures.GetValueOrDefault(source) is { } fetched)
        {
            // A site may answer with a page in place of the picture: it is as missing as before.
            return _pictures.GetOrAdd("web/" + Path.GetFileName(fetched), name => Read(fetched, name)) is { Format: not PictureFormat.Unknown } picture ? picture : null;
        }

        if (folder is null || source.Length == 0)
        {
            return null;
        }

        // A name can have the percent sign itself in it.
        var found = Address.IsExternal(source) ? own?.File(source, folder, root) ?? default
            : folder.FindFrom(file, root, Address.Parse(source).Path) is { IsFile: true } decoded ? decoded
            : folder.FindFrom(file, root, source);
        return found.Path is { } name ? _pictures.GetOrAdd(name, n => Read(folder.FullPath(n), n)) : null;
    }

    /// <summary>Null for a diagram that is not drawn.</summary>
    public Picture? FindDiagram(Diagram diagram) =>
        options?.Diagrams.GetValueOrDefault(diagram.Key) is { } drawn && Read(drawn, $"diagrams/{diagram.Key}.svg") is { Format: PictureFormat.Svg } picture ? picture : null;

    private static Picture Read(string fullPath, string path)
    {
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
