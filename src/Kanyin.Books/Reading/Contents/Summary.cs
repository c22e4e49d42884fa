using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Markdown;
using Kanyin.Books.Reading.Pictures;

namespace Kanyin.Books.Reading.Contents;

/// <summary>SUMMARY.md as mdBook and GitBook write it: nested lists of links, headings for parts, links outside lists before and after.</summary>
internal sealed partial class Summary : IContentsReader
{
    private const string FileName = "SUMMARY.md";
    private static readonly string[] FolderPages = ["README.md", "index.md"];

    public bool Fits(BookFolder folder) => Path(folder) is not null;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var path = Path(folder)!;
        var root = BookFolder.FolderOf(path);
        var text = TextFile.Read(folder, path, bag) is { } file ? MarkdownReader.Read(file, new PictureFiles(folder, root), new DiagnosticBag()) : null;
        return text is null ? new BookContents(null, root, [], []) : new Reading(folder, text, bag).Read();
    }

    private static string? Path(BookFolder folder) =>
        ContentRoot.Candidates(folder).Select(c => folder.Find(c, FileName)).FirstOrDefault(f => f.IsFile).Path;

    [GeneratedRegex("^(目录|目錄|总目录|summary|contents|table of contents|toc)$", RegexOptions.IgnoreCase)]
    private static partial Regex NamesTheContents();

    [GeneratedRegex("^第.{1,6}(部分|部|篇|卷|编)|^part ", RegexOptions.IgnoreCase)]
    private static partial Regex NamesAPart();

    private sealed class Reading(BookFolder folder, MarkdownText text, DiagnosticBag bag)
    {
        private readonly string _root = BookFolder.FolderOf(text.Source.Path);
        private readonly ImmutableArray<ContentsEntry>.Builder _entries = ImmutableArray.CreateBuilder<ContentsEntry>();
        private readonly ImmutableArray<MissingChapter>.Builder _missing = ImmutableArray.CreateBuilder<MissingChapter>();
        private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
        private string? _part;

        public BookContents Read()
        {
            string? title = null;
            foreach (var (i, block) in text.Blocks.Index())
            {
                switch (block)
                {
                    case Heading heading when PlainText.Of(heading).Trim() is var words:
                        var isTitle = i == 0 && !NamesAPart().IsMatch(words);
                        title = isTitle && !NamesTheContents().IsMatch(words) ? words : title;
                        _part = isTitle || words.Length == 0 ? _part : words;
                        break;
                    case List list:
                        AddList(list, 0);
                        break;
                    case Paragraph paragraph:
                        foreach (var link in paragraph.Inlines.OfType<Link>())
                        {
                            AddLink(link, 0, isUnnumbered: true);
                        }

                        break;
                }
            }

            return new BookContents(title, _root, _entries.ToImmutable(), _missing.ToImmutable());
        }

        private void AddList(List list, int depth)
        {
            foreach (var item in list.Items)
            {
                var inlines = item.Blocks.FirstOrDefault() is Paragraph p ? p.Inlines : [];
                var link = inlines.Select(LinkIn).FirstOrDefault(l => l is not null);
                if (link is not null)
                {
                    AddLink(link, depth);
                }

                // Words without a link head what is below them: at the top they name a part.
                var isPart = link is null && depth == 0 && item.Blocks.OfType<List>().Any();
                _part = isPart && PlainText.Of(inlines).Trim() is { Length: > 0 } words ? words : _part;
                if (link is null && !isPart && PlainText.Of(inlines).Trim() is { Length: > 0 } draft)
                {
                    bag.Add(ReadingFindings.DraftChapter, item.At, $"'{draft}' has no file.", draft.Contains("](", StringComparison.Ordinal) ? "An address with a space in it needs <…> round it." : null);
                }

                foreach (var inner in item.Blocks.OfType<List>())
                {
                    AddList(inner, isPart ? depth : depth + 1);
                }
            }
        }

        private static Link? LinkIn(Inline inline) => inline as Link ?? Descendants.Children(inline).Select(LinkIn).FirstOrDefault(l => l is not null);

        /// <param name="isUnnumbered">The link stands outside the list: mdBook's prefix and suffix chapters.</param>
        private void AddLink(Link link, int depth, bool isUnnumbered = false)
        {
            var raw = ((BrokenTarget)link.Target).Raw.Trim();
            var title = PlainText.Of(link.Inlines).Trim();
            var address = Address.Parse(raw);
            if (address.Path.Length == 0)
            {
                bag.Add(ReadingFindings.DraftChapter, link.At, $"'{title}' has no file yet; it is not in the book.");
                return;
            }

            if (Address.IsExternal(raw))
            {
                bag.Add(ReadingFindings.NotAChapter, link.At, $"'{title}' leads out of the book, to {raw}; it is not a chapter.");
                return;
            }

            var found = folder.Find(_root, address.Path);
            found = found.IsFolder ? FolderPages.Select(n => folder.Find(found.Path!, n)).FirstOrDefault(f => f.IsFile) : found;
            if (found.IsOutside)
            {
                bag.Add(ReadingFindings.ListedOutside, link.At, $"{raw} is outside the book's folder; it is not read.", "Move the file into the book.");
            }
            else if (found.Path is null)
            {
                _missing.Add(new MissingChapter(link.At, title, raw, NearestFile(address.Path)));
            }
            else
            {
                AddFile(new ContentsEntry(link.At, found.Path, title.Length > 0 ? title : null, depth, _part) { IsUnnumbered = isUnnumbered }, address.Fragment);
            }
        }

        private void AddFile(ContentsEntry entry, string? fragment)
        {
            var path = entry.File;
            if (path == text.Source.Path)
            {
                bag.Add(ReadingFindings.ListsItself, entry.At, $"{FileName} lists itself; the entry is left out.");
            }
            else if (!TextFile.IsText(path))
            {
                bag.Add(ReadingFindings.NotAChapter, entry.At, $"{path} is not a text file; it is not in the book.", "Chapters are .md, .markdown or .txt files.");
            }
            else if (_listed.Add(path))
            {
                _entries.Add(entry);
                _part = null;
            }
            else if (fragment is null)
            {
                // With a fragment the entry means a section of a chapter that is there already.
                bag.Add(ReadingFindings.ListedTwice, entry.At, $"{path} is listed before; it is printed once, at its first place.");
            }
        }

        private string? NearestFile(string path)
        {
            var (files, _) = folder.Names(folder.Find(_root, BookFolder.FolderOf(path)) is { IsFolder: true, Path: { } at } ? at : _root);
            var near = Nearest.To(path[(path.LastIndexOf('/') + 1)..], files.Where(TextFile.IsText));
            return near is null ? null : BookFolder.Join(BookFolder.FolderOf(path), near);
        }
    }
}
