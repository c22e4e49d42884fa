using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Pictures;

/// <summary>A picture that lies inside another file.</summary>
public static class EmbeddedPicture
{
    /// <summary>Its format is Unknown when the bytes are no picture that we know, or a damaged one.</summary>
    /// <param name="path">A name of its own among the pictures of the book.</param>
    public static Picture Read(string path, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return PictureFiles.Read(stream, path, "") with { Content = bytes };
    }
}
