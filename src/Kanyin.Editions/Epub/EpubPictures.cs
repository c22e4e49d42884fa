using Kanyin.Books.Model;
using Kanyin.Editions.Pictures;

namespace Kanyin.Editions.Epub;

/// <summary>The pictures that the text uses, each once, in the forms that e-readers take.</summary>
internal sealed class EpubPictures
{
    private readonly Dictionary<string, EpubFile?> _byPath = new(StringComparer.Ordinal);

    public EpubPictures(Book book)
    {
        var used = book.Chapters.SelectMany(c => c.AllInlines()).OfType<Image>().Select(i => i.Picture).OfType<Picture>().DistinctBy(p => p.Path, StringComparer.Ordinal).ToArray();
        var files = new EpubFile?[used.Length];
        Parallel.For(0, used.Length, i => files[i] = Prepare(used[i], $"images/picture-{i + 1:000}"));
        foreach (var (picture, file) in used.Zip(files))
        {
            _byPath.Add(picture.Path, file);
        }
    }

    public IEnumerable<EpubFile> Files => _byPath.Values.OfType<EpubFile>();

    /// <summary>The file that shows a picture, or null when there is none or it cannot be read.</summary>
    public EpubFile? Find(Image image) => image.Picture is { } picture ? _byPath.GetValueOrDefault(picture.Path) : null;

    /// <param name="path">Without the extension.</param>
    public static EpubFile? Prepare(Picture picture, string path) =>
        ScreenPicture.From(picture) is { } screen ? new EpubFile(path + screen.Extension, screen.MediaType, screen.Data) { IsSeeThrough = screen.IsSeeThrough } : null;
}
