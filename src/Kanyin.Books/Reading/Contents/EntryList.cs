using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Contents;

/// <summary>Turns the lines of a table of contents into the files of the book. Every line that gives no chapter is a finding.</summary>
/// <param name="source">The file that the lines stand in.</param>
/// <param name="root">The folder that their addresses start from.</param>
internal sealed class EntryList(BookFolder folder, SourceFile source, string root, DiagnosticBag bag)
{
    private readonly ImmutableArray<ContentsEntry>.Builder _entries = ImmutableArray.CreateBuilder<ContentsEntry>();
    private readonly ImmutableArray<MissingChapter>.Builder _missing = ImmutableArray.CreateBuilder<MissingChapter>();
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private string? _part;
    private bool _hasParts;
    private int _headings;

    public void Add(ImmutableArray<Listed> lines)
    {
        foreach (var line in Lifted(lines))
        {
            Add(line, 0);
        }
    }

    public BookContents Contents(string form, SiteFacts facts)
    {
        // The page of the whole folder is the book's front page, unless it is the whole book.
        if (_entries.Count > 1 && _entries[0].Depth == 0 && IsFrontPage(_entries[0].File))
        {
            _entries[0] = _entries[0] with { IsUnnumbered = true };
        }

        return new BookContents(new OrderSource(form, source.Path), root, _entries.ToImmutable(), _missing.ToImmutable()) { Facts = facts };
    }

    /// <summary>A front page with the whole book below it stands before the chapters and not above them.</summary>
    private ImmutableArray<Listed> Lifted(ImmutableArray<Listed> lines) =>
        lines is [{ Address: { } address, Below.Length: > 1 } only] && Pages.Find(folder, root, address) is { IsFile: true, Path: { } path } && IsFrontPage(path)
            ? [only with { Below = [] }, .. only.Below]
            : lines;

    private bool IsFrontPage(string file) => Pages.IsFolderPage(file) && BookFolder.FolderOf(file) == root;

    private void Add(Listed line, int depth)
    {
        if (line.Part is { Length: > 0 } part)
        {
            (_part, _hasParts) = (part, true);
        }

        if (line.Address is not null)
        {
            AddLink(line, depth);
            AddBelow(line.Below, depth + 1);
        }
        else if (line.Below.IsEmpty)
        {
            ReportDraft(line);
        }
        else if (line.Below[0] is { Address: { } address, Below.IsEmpty: true } first && Pages.IsFolderPage(Address.Parse(address).Path))
        {
            Add(first with { Title = first.Title.Length > 0 ? first.Title : line.Title, Below = line.Below[1..] }, depth);
        }
        else if (depth == 0 && !_hasParts)
        {
            // Words without a link head what is below them: at the top they name a part.
            _part = line.Title.Length > 0 ? line.Title : _part;
            _hasParts = true;
            AddBelow(line.Below, depth);
            _hasParts = false;
        }
        else
        {
            AddHeaded(line, depth);
        }
    }

    private void AddBelow(ImmutableArray<Listed> lines, int depth)
    {
        foreach (var line in lines)
        {
            Add(line, depth);
        }
    }

    /// <summary>Words that head chapters inside a part, or sections inside a chapter.</summary>
    private void AddHeaded(Listed line, int depth)
    {
        var (at, part) = (_entries.Count, _part);
        AddBelow(line.Below, depth + 1);
        if (_entries.Count > at)
        {
            _entries[at] = _entries[at] with { Part = null };
            _entries.Insert(at, new ContentsEntry(line.At, $"{source.Path}#{++_headings}", line.Title, depth, part) { IsHeading = true });
        }
    }

    private void ReportDraft(Listed line)
    {
        if (line.Title.Length > 0)
        {
            bag.Add(ReadingFindings.DraftChapter, line.At, $"'{line.Title}' has no file.", line.Title.Contains("](", StringComparison.Ordinal) ? "An address with a space in it needs <…> round it." : null);
        }
    }

    private void AddLink(Listed line, int depth)
    {
        var raw = line.Address!.Trim();
        var address = Pages.Parse(raw);
        if (address.Path.Length == 0)
        {
            bag.Add(ReadingFindings.DraftChapter, line.At, $"'{line.Title}' has no file yet; it is not in the book.");
        }
        else if (Address.IsExternal(raw))
        {
            bag.Add(ReadingFindings.OutwardEntry, line.At, $"'{line.Title}' leads out of the book, to {raw}; it is not a chapter.");
        }
        else if (Pages.Find(folder, root, raw) is var found && found.IsOutside)
        {
            bag.Add(ReadingFindings.ListedOutside, line.At, $"{raw} is outside the book's folder; it is not read.", "Move the file into the book.");
        }
        else if (found.Path is null)
        {
            _missing.Add(new MissingChapter(line.At, line.Title.Length > 0 ? line.Title : raw, raw, NearestFile(address.Path)));
        }
        else
        {
            AddFile(new ContentsEntry(line.At, found.Path, line.Title.Length > 0 ? line.Title : null, depth, _part) { IsUnnumbered = line.IsUnnumbered }, found.IsFolder, address.Fragment);
        }
    }

    private void AddFile(ContentsEntry entry, bool isFolder, string? fragment)
    {
        var path = entry.File;
        if (path == source.Path && !Pages.IsFolderPage(path))
        {
            bag.Add(ReadingFindings.ListsItself, entry.At, $"{path} lists itself; the entry is left out.");
        }
        else if (isFolder)
        {
            bag.Add(ReadingFindings.NotAChapter, entry.At, $"{path} is a folder without a page of its own; it is not in the book.", "The page of a folder is its README.md or index.md.");
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
        var (files, _) = folder.Names(folder.Find(root, BookFolder.FolderOf(path)) is { IsFolder: true, Path: { } at } ? at : root);
        var near = Nearest.To(path[(path.LastIndexOf('/') + 1)..], files.Where(TextFile.IsText));
        return near is null ? null : BookFolder.Join(BookFolder.FolderOf(path), near);
    }
}
