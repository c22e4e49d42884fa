using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;

namespace Kanyin.Releases;

/// <summary>
/// Everything that is published under one version: of each book the PDF for the screen and the one for print, the EPUB for all readers
/// and the one for Kindle, the report, pictures of the first pages, what has changed, and the sums of all files.
/// </summary>
/// <param name="output">The folder that gets release/VERSION/.</param>
/// <param name="date">The date of books that have none; null takes that of the commit.</param>
public sealed class Release(IReadOnlyList<string> books, string output, DateOnly? date, IPublishObserver observer, TimeProvider clock)
{
    /// <summary>How often a stage of a book is gone through: two pairs of editions, made twice and proved once.</summary>
    public const int Stages = (2 * 5) + (2 * 4);

    private const int PicturedPages = 8;
    private const int PictureWidth = 1_000;

    private static readonly (Purpose Purpose, EpubProfile Profile, string Suffix)[] Kinds = [(Purpose.Screen, EpubProfile.Standard, ""), (Purpose.Print, EpubProfile.Kindle, "-print")];

    /// <summary>Throws <see cref="RefusedException"/> unless all is committed, no finding is an error, and two builds give the same bytes.</summary>
    /// <param name="complete">Adds files of the caller's before the sums are taken: the folder, and the seconds of the commit since 1970.</param>
    /// <returns>The folder of the release, whole.</returns>
    public string Make(Action<string, long>? complete = null)
    {
        var repository = GitRepository.Above(books[0]);
        if (books.FirstOrDefault(b => GitRepository.Above(b).Root != repository.Root) is { } stranger)
        {
            throw new RefusedException($"{stranger} is in another repository than {books[0]}; release them one after the other.");
        }

        if (repository.Changed() is [var first, ..] changed)
        {
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"{first}{(changed.Count > 1 ? $" and {changed.Count - 1} more" : "")} is not as committed; commit or remove it first."));
        }

        var version = repository.Version().Text;
        var folder = Path.Combine(output, "release", version);
        var scratch = Path.Combine(output, "release", "." + version + ".unfinished");
        Clear(scratch);
        try
        {
            var files = Path.Combine(scratch, "files");
            Directory.CreateDirectory(files);
            foreach (var book in books)
            {
                Gather(book, repository, version, scratch, files);
            }

            complete?.Invoke(files, repository.Seconds());
            File.WriteAllText(Path.Combine(files, ReleasedFile.Sums), string.Concat(FilesIn(files).Select(ReleasedFile.SumOf)));
            Clear(folder);
            Directory.Move(files, folder);
            return folder;
        }
        finally
        {
            Clear(scratch);
        }
    }

    private void Gather(string book, GitRepository repository, string version, string scratch, string files)
    {
        foreach (var (purpose, profile, suffix) in Kinds)
        {
            var settings = new PublishSettings(Path.Combine(scratch, "first" + suffix), Date: date ?? repository.Date()) { Purpose = purpose, EpubProfile = profile };
            var publication = Written(book, settings);
            if (!publication.Verify(pdf: true, epub: true))
            {
                throw new RefusedException($"{publication.Name} did not come out as written; see the findings above.");
            }

            publication.WriteReport();
            var again = Written(book, settings with { Output = Path.Combine(scratch, "second" + suffix) });
            foreach (var (edition, other) in new[] { (publication.PdfPath, again.PdfPath), (publication.EpubPath, again.EpubPath) })
            {
                if (!File.ReadAllBytes(edition).AsSpan().SequenceEqual(File.ReadAllBytes(other)))
                {
                    throw new RefusedException($"Two builds of {Path.GetFileName(edition)} differ.");
                }
            }

            var name = Path.Combine(files, $"{publication.Name}-{version}");
            File.Copy(publication.PdfPath, name + suffix + ".pdf");
            File.Copy(publication.EpubPath, name + (profile == EpubProfile.Kindle ? "-kindle.epub" : ".epub"));
            if (purpose == Purpose.Screen)
            {
                File.Copy(Path.Combine(settings.Output, publication.Name, "report.html"), name + "-report.html");
                publication.WritePictures(name + "-page-", PicturedPages, PictureWidth);
                File.WriteAllText(name + "-notes.md", ReleaseNotes.Of(publication.Book!, Before(book, repository, scratch), version));
            }
        }
    }

    private Publication Written(string book, PublishSettings settings)
    {
        var publication = new Publisher(settings, observer, clock).Open(book);
        return publication.Write(pdf: true, epub: true) ? publication : throw new RefusedException($"{publication.Name} has errors; see the findings above.");
    }

    /// <summary>The book as it was in the version before; null when there is none.</summary>
    private static Book? Before(string book, GitRepository repository, string scratch)
    {
        var old = Path.Combine(scratch, "old");
        Clear(old);
        Directory.CreateDirectory(old);
        return repository.TagBefore() is { } tag && repository.Extract(tag, Path.GetFullPath(book), old)
            ? BookReader.Read(Path.Combine(old, Path.GetRelativePath(repository.Root, Path.GetFullPath(book))), new ReadingOptions(), new DiagnosticBag())
            : null;
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.GetFiles(folder).Order(StringComparer.Ordinal);

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
