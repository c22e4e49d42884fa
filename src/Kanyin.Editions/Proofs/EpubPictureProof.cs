using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Editions.Pictures;

namespace Kanyin.Editions.Proofs;

/// <summary>Every picture of the book is shown in its place: the file itself, or one that looks the same where e-readers need another format or size.</summary>
internal sealed class EpubPictureProof(EpubText epub, DiagnosticBag bag)
{
    private readonly Dictionary<(string Source, string File), bool> _same = [];

    public void Compare(Chapter chapter, BookText text, List<EpubText.Document> files, List<EpubText.Note> notes)
    {
        var absent = files.SelectMany(f => f.AbsentPictures).ToList();
        CompareAbsent(chapter, text, absent);
        Compare(text.Body.Pictures.Where(IsShown), files.SelectMany(f => f.Pictures));
        Compare(text.Notes.SelectMany(n => n.Pictures).Where(IsShown), notes.SelectMany(n => n.Pictures));

        bool IsShown(Image image) => !absent.Contains(BookText.Squeeze(XhtmlWriter.WordsFor(image)));
    }

    private void Compare(IEnumerable<Image> expected, IEnumerable<string> actual)
    {
        var (images, paths) = (expected.ToList(), new Queue<string>(actual));
        for (var i = 0; i < images.Count; i++)
        {
            if (paths.TryPeek(out var path) && IsSame(images[i].Picture!, path))
            {
                paths.Dequeue();
                continue;
            }

            bag.Add(ProofKinds.EpubPicture, images[i].At, paths.Count < images.Count - i ? $"The picture {images[i].Source} is not in the EPUB." : $"The EPUB shows another picture here than {images[i].Source}.");
            if (paths.Count >= images.Count - i)
            {
                paths.TryDequeue(out _);
            }
        }
    }

    private bool IsSame(Picture picture, string path)
    {
        if (!epub.Pictures.TryGetValue(path, out var file))
        {
            return false;
        }

        if (!_same.TryGetValue((picture.Path, path), out var isSame))
        {
            var source = picture.ReadBytes();
            isSame = source.AsSpan().SequenceEqual(file)
                || (picture.Format == PictureFormat.Svg ? SvgFile.Safe(source).AsSpan().SequenceEqual(file) : Likeness.IsSame(source, file));
            _same.Add((picture.Path, path), isSame);
        }

        return isSame;
    }

    /// <summary>Words may stand only for pictures that the book itself lacks.</summary>
    private void CompareAbsent(Chapter chapter, BookText text, List<string> absent)
    {
        foreach (var unit in text.Units.Where(u => u.Kind == TextKind.AbsentPicture && !absent.Remove(u.Text)))
        {
            bag.Add(ProofKinds.EpubText, unit.At, $"The words “{TextProof.Start(unit.Text)}” for a missing picture are not in the EPUB.");
        }

        foreach (var words in absent)
        {
            var image = chapter.AllInlines().OfType<Image>().FirstOrDefault(i => i.Picture is { Format: not PictureFormat.Unknown } && BookText.Squeeze(XhtmlWriter.WordsFor(i)) == words);
            bag.Add(ProofKinds.EpubPicture, image?.At ?? Place.Of(chapter.File), $"The picture “{TextProof.Start(words)}” cannot be shown; its words stand for it.", "Save it again as PNG or JPEG: its file may be damaged.");
        }
    }
}
