using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Contents;
using Kanyin.Books.Reading.Markdown;
using Kanyin.Books.Reading.Pictures;
using Kanyin.Books.Reading.Resolving;

namespace Kanyin.Books.Reading;

/// <summary>Reads the author's files into a <see cref="Book"/>.</summary>
public static partial class BookReader
{
    private const string DefaultLanguage = "zh-CN";
    private const string TraditionalLanguage = "zh-Hant";

    /// <summary>The folder that the paths of a book begin at: mostly that of the path, but the one above it where the settings of its tool are.</summary>
    /// <param name="path">A folder, or one text file.</param>
    public static string FolderOf(string path) => Directory.Exists(path) ? ContentRoot.FolderOf(path).Root : Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <param name="path">A folder, or one text file (.md, .markdown, .txt).</param>
    /// <returns>Null only when there is nothing to make a book of; an error in the bag then says why.</returns>
    public static Book? Read(string path, ReadingOptions options, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(bag);
        if (Directory.Exists(path))
        {
            var folder = ContentRoot.FolderOf(path, options.Texts);
            var settings = BookSettings.Read(folder, bag);
            IContentsReader[] readers = [new BookList(settings.Chapters), new Summary(), new MkDocs(), new VitePress(), new Docsify(), new YamlLists(), new Hugo(), new Posts(), new TocTree(), new ReadmeList(), new FolderOrder()];
            return Read(folder, readers.First(r => r.Fits(folder)), settings, Path.GetFileName(folder.Root), options, bag);
        }

        var name = Path.GetFileName(path);
        if (File.Exists(path) && TextFile.IsText(path))
        {
            var folder = new BookFolder(Path.GetDirectoryName(Path.GetFullPath(path))!, options.Texts);
            return Read(folder, new SingleFile(name), BookSettings.Default, Path.GetFileNameWithoutExtension(name), options, bag);
        }

        bag.Add(
            ReadingFindings.NothingToRead,
            Place.Of(new SourceFile(name, "")),
            File.Exists(path) ? $"{path} is not a text file." : $"{path} does not exist.",
            "Give a folder, or a .md, .markdown or .txt file.");
        return null;
    }

    /// <summary>Reads one paragraph of Markdown. What would be anything else (a heading, a list) is taken as the words it is.</summary>
    public static ImmutableArray<Inline> ReadParagraph(SourceFile text, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        return MarkdownReader.Read(text, PictureFiles.None, bag) is { Blocks: [Paragraph paragraph] }
            ? paragraph.Inlines
            : [new Text(new Place(text, 0, text.Text.Length), text.Text)];
    }

    private static Book? Read(BookFolder folder, IContentsReader order, BookSettings settings, string name, ReadingOptions options, DiagnosticBag bag)
    {
        var contents = order.Read(folder, bag);
        var pictures = new PictureFiles(folder, contents.Root, options, settings.Own);
        var included = new ConcurrentBag<string>();
        var chapters = ReadChapters(folder, contents, pictures, included, settings.Macros, new Steps(contents.Entries.Length, options.Progress), bag);
        if (chapters.IsEmpty)
        {
            bag.Add(ReadingFindings.NothingToRead, Place.Of(new SourceFile(name, "")), "There is no chapter to make a book of.", "A book has at least one .md file with text in it.");
            return null;
        }

        chapters = options.Diagrams.Count > 0 ? DrawnDiagrams.Apply(chapters, pictures) : chapters;
        var cover = Cover(settings, pictures, bag);
        if (order is not SingleFile)
        {
            UnusedFiles.Report(folder, contents, pictures, included, bag);
        }

        var anchors = new Anchors();
        chapters = anchors.Apply(chapters);

        // Links may name a heading with its number, so anchors come before the numbers are taken out.
        chapters = Numbering.Apply(chapters, settings.Numbering, settings.Scheme);
        chapters = Equations.Apply(References.Apply(new Links(folder, contents.Root, anchors, chapters, settings.Own, contents.Order.Form == Docsify.Form).Apply()), settings.NumbersEquations, bag);
        var title = settings.Title ?? contents.Facts.Title ?? (order is SingleFile ? null : ReadmeTitle(folder, chapters)) ?? (chapters[0].Title.Length > 0 ? chapters[0].Title : name);
        var language = HanScript.IsTraditional([.. chapters.Select(c => c.File.Text)]) ? TraditionalLanguage : DefaultLanguage;
        return new Book(Metadata(settings, contents.Facts, title, language, options), settings.Style, cover, chapters)
        {
            Order = contents.Order,
            MissingChapters = contents.Missing,
            ContentsDepth = settings.Contents,
            Numbering = settings.Numbering,
            Dedication = settings.Dedication,
            Design = settings.Design,
            Repository = settings.Repository,
            Renderers = settings.Renderers,
            Allowances = settings.Allowances,
            Epub = settings.Epub,
            Prose = settings.Prose,
        };
    }

    private static ImmutableArray<Chapter> ReadChapters(BookFolder folder, BookContents contents, PictureFiles pictures, ConcurrentBag<string> included, TexMacros macros, Steps steps, DiagnosticBag bag)
    {
        var texts = new MarkdownText?[contents.Entries.Length];
        Parallel.For(0, texts.Length, i =>
        {
            texts[i] = contents.Entries[i] is { IsHeading: true } heading
                ? HeadingAlone(heading)
                : ReadText(folder, contents.Entries[i].File, pictures, new Includes(folder, contents, included), macros, bag);
            steps.Add(1);
        });
        var ids = new Ids();
        string? part = null;
        var chapters = ImmutableArray.CreateBuilder<Chapter>(texts.Length);
        foreach (var (entry, read) in contents.Entries.Zip(texts))
        {
            // A part whose first chapter could not be read begins with the next one.
            var (opened, text) = WithoutPart(read);
            part = opened ?? entry.Part ?? part;
            if (entry.IsUnnumbered && Contents.Pages.IsFolderPage(entry.File) && text is { Blocks.IsEmpty: true })
            {
                bag.Add(ReadingFindings.HomePage, Place.Of(text.Source), $"{entry.File} is the home page of a site and holds only settings; it is not in the book.");
                continue;
            }

            if (text is not null && !(opened is not null && text.Blocks.IsEmpty))
            {
                chapters.Add(Levels.Apply(entry with { Part = part }, text, ids.Take('c', entry.File)));
                part = null;
            }
        }

        return chapters.ToImmutable();
    }

    /// <summary>bookdown's “# (PART) 水 {-}” above the first chapter of a part is the title of the part.</summary>
    private static (string? Part, MarkdownText? Text) WithoutPart(MarkdownText? text) =>
        text is { Blocks: [Heading { Level: 1 } first, .. var rest] } && PartMark().Match(PlainText.Of(first)) is { Success: true } mark
            ? (mark.Groups["title"].Value.Trim(), text with { Blocks = [.. rest] })
            : (null, text);

    /// <summary>Words of the contents that have no file: a chapter of nothing but its heading.</summary>
    private static MarkdownText HeadingAlone(ContentsEntry entry) =>
        new(new SourceFile(entry.File, ""), null, [new Heading(entry.At, 1, "", "", null, null, [new Text(entry.At, entry.Title!)])]);

    private static MarkdownText? ReadText(BookFolder folder, string path, PictureFiles pictures, Includes includes, TexMacros macros, DiagnosticBag bag)
    {
        if (TextFile.Read(folder, path, bag) is not { } file)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(file.Text))
        {
            bag.Add(ReadingFindings.EmptyFile, Place.Of(file), $"{path} is empty; it is not in the book.");
            return null;
        }

        return MarkdownReader.Read(file, pictures, bag, includes, macros);
    }

    private static BookMetadata Metadata(BookSettings settings, SiteFacts facts, string title, string language, ReadingOptions options) => new(
        title,
        settings.Subtitle,
        settings.Authors.IsEmpty && settings.Contributors.IsEmpty ? facts.Authors : settings.Authors,
        settings.Language ?? (facts.Language is null or "zh" ? language : facts.Language),
        settings.Date ?? options.Date,
        settings.Publisher,
        settings.Rights,
        settings.Identifier ?? title,
        settings.Description ?? facts.Description)
    {
        Contributors = settings.Contributors,
        Catalogue = settings.Catalogue,
        Imprint = settings.Imprint,
    };

    /// <summary>What the project's README calls it, where that is no chapter. Null if it does not begin with a title.</summary>
    private static string? ReadmeTitle(BookFolder folder, ImmutableArray<Chapter> chapters)
    {
        var unheard = new DiagnosticBag();
        return folder.Find("", "README.md") is { IsFile: true, Path: { } path } && chapters.All(c => c.File.Path != path)
            && TextFile.Read(folder, path, unheard) is { } file
            && MarkdownReader.Read(file, PictureFiles.None, unheard)?.Blocks.OfType<Heading>().FirstOrDefault() is { Level: 1 } heading
            && PlainText.Of(heading).Trim() is { Length: > 0 } title
            ? title : null;
    }

    private static Picture? Cover(BookSettings settings, PictureFiles pictures, DiagnosticBag bag)
    {
        if (settings.Cover is not { } cover)
        {
            return null;
        }

        var picture = pictures.Find(BookSettings.FileName, cover.Path);
        if (picture is null or { Format: PictureFormat.Unknown })
        {
            bag.Add(SettingsFindings.MissingCover, cover.At, picture is null ? $"The cover picture {cover.Path} does not exist." : $"{cover.Path} is not a picture that can be read.", "Give a PNG, JPEG, GIF, WebP, BMP or SVG file inside the book's folder.");
            return null;
        }

        return picture;
    }

    [GeneratedRegex(@"^\((?:PART|APPENDIX)\*?\)\s*(?<title>\S.*)$")]
    private static partial Regex PartMark();
}
