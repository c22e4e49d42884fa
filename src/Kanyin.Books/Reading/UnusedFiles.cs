using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading.Contents;
using Kanyin.Books.Reading.Pictures;

namespace Kanyin.Books.Reading;

/// <summary>Texts and pictures that lie among the chapters and are in no edition: forgotten, or left over.</summary>
internal static class UnusedFiles
{
    private static readonly string[] PictureExtensions = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg"];

    /// <param name="included">The files that chapters put in.</param>
    /// <param name="isListed">The author lists the chapters; else every text is one, but for those that mean to be none.</param>
    public static void Report(BookFolder folder, BookContents contents, PictureFiles pictures, IEnumerable<string> included, bool isListed, DiagnosticBag bag)
    {
        var chapters = contents.Entries.Select(e => e.File).Concat(included).ToHashSet(StringComparer.Ordinal);
        var shown = pictures.Used.ToHashSet(StringComparer.Ordinal);
        foreach (var path in FilesIn(folder, contents.Root, 0))
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (isListed && TextFile.IsMarkdown(name) && !chapters.Contains(path) && !FolderOrder.IsProjectFile(name) && name[0] != '_')
            {
                bag.Add(ReadingFindings.Unlisted, Place.Of(new SourceFile(path, "")), $"{path} is not in the contents, so it is not in the book.", "List it, or move it out of the book's folder.");
            }
            else if (PictureExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && !shown.Contains(path))
            {
                bag.Add(ReadingFindings.UnusedPicture, Place.Of(new SourceFile(path, "")), $"Nothing in the book shows {path}.", "Show it, or delete it.");
            }
        }
    }

    private static IEnumerable<string> FilesIn(BookFolder folder, string at, int depth)
    {
        var (files, folders) = folder.Names(at);
        return files.Select(f => BookFolder.Join(at, f))
            .Concat(depth > FolderOrder.DeepestFolder ? [] : folders.Where(f => !FolderOrder.IsSkipped(f) && !BookFolder.SiteFolders.Contains(f)).SelectMany(f => FilesIn(folder, BookFolder.Join(at, f), depth + 1)));
    }
}
