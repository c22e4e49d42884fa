using Kanyin.Books.Model;

namespace Kanyin.Editions.Proofs;

/// <summary>The body of a chapter or one of its notes, as the author wrote it; all in reading order.</summary>
/// <param name="note">Null for the body.</param>
internal sealed class BookPart(Note? note)
{
    public Note? Note { get; } = note;

    public List<TextUnit> Units { get; } = [];

    /// <summary>A link in another is none.</summary>
    public List<Link> Links { get; } = [];

    /// <summary>Those too whose file is missing or no picture.</summary>
    public List<Image> Images { get; } = [];

    /// <summary>Those whose file is a picture.</summary>
    public IEnumerable<Image> Pictures => Images.Where(i => i.Picture is { Format: not PictureFormat.Unknown });

    /// <summary>The notes called, repeated ones too.</summary>
    public List<Note> Calls { get; } = [];
}
