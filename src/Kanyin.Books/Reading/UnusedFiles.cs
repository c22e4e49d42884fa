using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading.Contents;
using Kanyin.Books.Reading.Pictures;

namespace Kanyin.Books.Reading;

/// <summary>Texts and pictures that lie among the chapters and are in no edition: forgotten, or left over.</summary>
internal static class UnusedFiles
{
    private static readonly string[] PictureExtensions = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg"];

    private const int Named = 5;

    /// <param name="included">The files that chapters put in.</param>
    public static void Report(BookFolder folder, BookContents contents, PictureFiles pictures, IEnumerable<string> included, DiagnosticBag bag)
    {
        // Where no file lists the chapters, every text is one.
        if (contents.Order.File is { } list)
        {
            ReportTexts(folder, contents, list, included, bag);
        }

        var shown = pictures.Used.ToHashSet(StringComparer.Ordinal);
        foreach (var path in FilesIn(folder, contents.Root, 0).Where(p => PictureExtensions.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase) && !shown.Contains(p)))
        {
            bag.Add(ReadingFindings.UnusedPicture, Place.Of(new SourceFile(path, "")), $"Nothing in the book shows {path}.", "Show it, or delete it.");
        }
    }

    /// <summary>One finding for all of them: a site may have hundreds that its author left out of the book.</summary>
    private static void ReportTexts(BookFolder folder, BookContents contents, string list, IEnumerable<string> included, DiagnosticBag bag)
    {
        var used = contents.Entries.Select(e => e.File).Concat(included).Append(list).ToHashSet(StringComparer.Ordinal);
        var unlisted = FolderOrder.Files(folder, contents.Root).Where(f => !used.Contains(f) && !contents.IncludeFolders.Any(i => IsBelow(f, i.Trim('/'), contents.Root))).ToList();
        if (unlisted.Count > 0)
        {
            var names = string.Join(", ", unlisted.Take(Named)) + (unlisted.Count > Named ? " …" : "");
            var count = unlisted.Count.ToString(CultureInfo.InvariantCulture);
            bag.Add(ReadingFindings.Unlisted, Place.Of(new SourceFile(list, "")), $"{count} of the Markdown files {(unlisted.Count == 1 ? "is" : "are")} in no entry and not in the book: {names}", "List them, or move them out of the book's folder.");
        }
    }

    private static bool IsBelow(string file, string folder, string root) => folder.Length > 0 && folder != root && file.StartsWith(folder + "/", StringComparison.Ordinal);

    private static IEnumerable<string> FilesIn(BookFolder folder, string at, int depth)
    {
        var (files, folders) = folder.Names(at);
        return files.Select(f => BookFolder.Join(at, f))
            .Concat(depth > FolderOrder.DeepestFolder ? [] : folders.Where(f => !FolderOrder.IsSkipped(f) && !BookFolder.SiteFolders.Contains(f)).SelectMany(f => FilesIn(folder, BookFolder.Join(at, f), depth + 1)));
    }
}
