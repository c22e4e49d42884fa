using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Diagrams;
using Kanyin.Editions.Epub;
using Kanyin.Editions.EpubCheck;
using Kanyin.Editions.Pdf;
using Kanyin.Editions.Pictures;
using Kanyin.Editions.Proofs;
using Kanyin.Online;
using Kanyin.Reports;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin;

/// <summary>One book on its way. Each stage is done once, when it is first asked for, together with those before it.</summary>
public sealed class Publication
{
    private readonly PublishSettings _settings;
    private readonly Lazy<FontBook> _fonts;
    private readonly IPublishObserver _observer;
    private readonly TimeProvider _clock;
    private readonly DiagnosticBag _bag = new();
    private readonly HashSet<Diagnostic> _reported = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<(Book? Book, DiagnosticBag Found)> _read;
    private readonly Lazy<Book?> _book;
    private readonly Lazy<TypesetBook> _typeset;
    private ProofCounts? _counts;

    internal Publication(string path, PublishSettings settings, ReadingOptions reading, Lazy<FontBook> fonts, IPublishObserver observer, TimeProvider clock, Earlier? earlier = null)
    {
        (_settings, _fonts, _observer, _clock) = (settings, fonts, observer, clock);
        Name = BookName.Of(path);
        Folder = BookReader.FolderOf(path);
        _read = new(() => Read(path, reading with { Progress = ProgressOf(Stage.Check) }, earlier));
        _book = new(() => Do(Stage.Check, CheckedBook, CountsOf));
        _typeset = new(() => Do(Stage.Set, () => Impose(Typesetter.Set(_read.Value.Book!, fonts.Value, _bag, earlier?.Pages, ProgressOf(Stage.Set))), book => Counted.Of(book.Pages.Length, "page")));
    }

    public string Name { get; }

    /// <summary>The book's folder, where the paths of findings begin.</summary>
    public string Folder { get; }

    /// <summary>An edition asked for on the command line has a name of its own, so that several can lie side by side.</summary>
    public string PdfPath => PathOf((_settings.Purpose, _settings.Signature) switch
    {
        (_, not null) => "-booklet.pdf",
        (Purpose.Screen, _) => "-screen.pdf",
        (Purpose.Print, _) => "-print.pdf",
        _ => ".pdf",
    });

    /// <summary>Known when the book has been checked: an edition for other readers than all has a name of its own.</summary>
    public string EpubPath => PathOf(_book.Value?.Epub.Profile switch
    {
        EpubProfile.Kindle => "-kindle.epub",
        EpubProfile.Duokan => "-duokan.epub",
        _ => ".epub",
    });

    /// <summary>Whether there is a book at all: it has been checked, and could be read.</summary>
    public bool IsRead => _book is { IsValueCreated: true, Value: not null };

    /// <summary>The book as read; null until it has been checked, and where there is none.</summary>
    internal Book? Book => _book.IsValueCreated ? _book.Value : null;

    /// <summary>Whether there is a book; it need not have been checked.</summary>
    internal bool CanBeSet => _read.Value.Book is not null;

    /// <summary>The pages, set when they are first asked for, checked or not. There must be a book.</summary>
    internal TypesetBook Typeset => _typeset.Value;

    /// <summary>The EPUB as it would be written.</summary>
    internal void WriteEpub(Stream output) => EpubEdition.Write(_book.Value!, _typeset.Value, _fonts.Value, output, _bag);

    /// <summary>Adds what was found on the web, but for what book.yml allows.</summary>
    /// <param name="isAll">Every address was asked, so that an allowance that nothing needs can be told.</param>
    internal void Add(IEnumerable<Diagnostic> findings, bool isAll) => Keep(findings, a => WebFindings.Tells(a.Rule), Book, isAll);

    /// <summary>Everything found so far, sorted.</summary>
    public IReadOnlyList<Diagnostic> Findings => _bag.Sorted;

    public bool HasErrors => _bag.HasErrors;

    /// <returns>Whether the editions may be written: no finding is an error, or the settings say to keep going.</returns>
    public bool Check() => _book.Value is not null && MayGoOn;

    /// <returns>Whether it was written.</returns>
    public bool WritePdf() => Write(pdf: true, epub: false);

    /// <returns>Whether it was written.</returns>
    public bool WriteEpub() => Write(pdf: false, epub: true);

    /// <summary>Writes the editions that are asked for side by side.</summary>
    /// <returns>Whether they were written.</returns>
    public bool Write(bool pdf, bool epub)
    {
        if (!Check())
        {
            return false;
        }

        var (book, typeset) = (_book.Value!, _typeset.Value);
        if (!MayGoOn)
        {
            return false;
        }

        var writing = new List<Task<StageReport>>();
        if (pdf)
        {
            _observer.Started(Stage.Pdf, Name);
            writing.Add(Task.Run(() => WriteFile(Stage.Pdf, PdfPath, Counted.Of(typeset.Pages.Length, "page"), stream => Proof.ReportPictures(book, PdfEdition.Write(typeset, stream), _bag))));
        }

        if (epub)
        {
            _observer.Started(Stage.Epub, Name);
            writing.Add(Task.Run(() => WriteFile(Stage.Epub, EpubPath, Counted.Of(book.Chapters.Length, "chapter"), stream => EpubEdition.Write(book, typeset, _fonts.Value, stream, _bag))));
        }

        var reports = Task.WhenAll(writing).GetAwaiter().GetResult();
        var findings = NewFindings();
        foreach (var report in reports)
        {
            _observer.Finished(report == reports[^1] ? report with { Findings = findings } : report);
        }

        return true;
    }

    /// <summary>Reads back the editions that are there and compares them with the source.</summary>
    /// <returns>Whether nothing was found to be wrong.</returns>
    public bool Verify(bool pdf, bool epub)
    {
        if (_book.Value is not { } book)
        {
            return false;
        }

        var editions = string.Join(" and ", new[] { pdf ? "PDF" : null, epub ? "EPUB" : null }.OfType<string>());
        return Do(Stage.Verify, () => Prove(book, pdf, epub), _ => $"{editions} read back");
    }

    /// <summary>Writes report.json and report.html beside the editions that were read back.</summary>
    /// <returns>The report in one line; null when nothing was read back.</returns>
    public string? WriteReport()
    {
        if (Book is not { } book || _counts is not { } counts)
        {
            return null;
        }

        var report = BookReport.Of(book, counts, Findings);
        EditionFile.Write(System.IO.Path.Combine(_settings.Output, Name, "report.json"), report.WriteJson);
        EditionFile.Write(System.IO.Path.Combine(_settings.Output, Name, "report.html"), stream => ReportPage.Write(report, stream));
        return report.Summary;
    }

    /// <summary>Writes pictures of the first pages: the prefix, a number of three digits from 001, and .jpg.</summary>
    /// <param name="pixelWidth">Of each.</param>
    public void WritePictures(string prefix, int pages, int pixelWidth)
    {
        using var pictures = new PagePictures();
        foreach (var (index, page) in _typeset.Value.Pages.Take(pages).Index())
        {
            EditionFile.Write(string.Create(CultureInfo.InvariantCulture, $"{prefix}{index + 1:D3}.jpg"), stream => stream.Write(pictures.Jpeg(page, pixelWidth)));
        }
    }

    private bool MayGoOn => _settings.KeepGoing || !_bag.HasErrors;

    private (Book? Book, DiagnosticBag Found) Read(string path, ReadingOptions reading, Earlier? earlier)
    {
        var found = new DiagnosticBag();
        var book = BookReader.Read(path, reading, found);
        if (book is { } bare && (_settings.IsOnline || (_settings.Output.Length > 0 && !bare.Renderers.IsEmpty)))
        {
            (book, found) = WithOthersPictures(bare, path, reading);
        }

        if (book is null)
        {
            return (null, found);
        }

        book = earlier?.Reading.Recall(book) ?? book;
        book = book with
        {
            Design = _settings.Signature is null
                ? book.Design with { Purpose = _settings.Purpose ?? book.Design.Purpose }
                : book.Design with { Purpose = Purpose.Print, Bleed = 0, HasCropMarks = false }, // nothing is cut at home
            Epub = book.Epub with { Profile = _settings.EpubProfile ?? book.Epub.Profile },
        };
        return (book, found);
    }

    private Book? CheckedBook()
    {
        var (book, found) = _read.Value;
        if (book is not null)
        {
            Checker.Check(book, found);
        }

        // What is allowed on the web is needed only when the web is asked.
        Keep(found.Sorted, a => !WebFindings.Tells(a.Rule), book);
        return book;
    }

    /// <summary>Reads the book once more, with the pictures that it has on the web and the diagrams that others draw.</summary>
    private (Book? Book, DiagnosticBag Found) WithOthersPictures(Book book, string path, ReadingOptions reading)
    {
        var found = new DiagnosticBag();
        var folder = System.IO.Path.Combine(_settings.Output, Name);
        var pictures = new WebPictures(WebSettings.ForPictures with { AllowedHosts = _settings.AllowedHosts }, System.IO.Path.Combine(folder, "web-pictures"), _clock);
        if (_settings.IsOnline)
        {
            pictures.FetchAsync(book, CancellationToken.None).GetAwaiter().GetResult();
        }

        var diagrams = new DiagramPrograms(System.IO.Path.Combine(folder, "diagrams"), name => name);
        diagrams.Draw(book);
        var whole = BookReader.Read(path, reading with { WebPictures = pictures.Files, Diagrams = diagrams.Drawn }, found);
        foreach (var finding in pictures.Findings(book).Concat(diagrams.Findings(book)))
        {
            found.Add(finding);
        }

        return (whole, found);
    }

    private void Keep(IEnumerable<Diagnostic> findings, Func<Allowance, bool> counts, Book? book, bool isAll = true)
    {
        foreach (var finding in Allowances.Apply([.. (book?.Allowances ?? []).Where(counts)], [.. findings]).Where(f => isAll || f.Kind != Allowances.Unneeded))
        {
            _bag.Add(finding);
        }
    }

    private TypesetBook Impose(TypesetBook book) => _settings.Signature is { } signature ? Imposition.Of(book, signature) : book;

    private bool Prove(Book book, bool pdf, bool epub)
    {
        var errors = _bag.Count(Severity.Error);
        using var pdfStream = pdf ? File.OpenRead(PdfPath) : null;
        using var epubStream = epub ? File.OpenRead(EpubPath) : null;
        Parallel.Invoke(
            () => _counts = Proof.Compare(book, pdfStream, epubStream, _bag, ProgressOf(Stage.Verify)),
            () => Inspect(book, pdf),
            () => Check(book, epub));
        return _bag.Count(Severity.Error) == errors;
    }

    private void Inspect(Book book, bool pdf)
    {
        if (pdf)
        {
            Proof.Inspect(book, File.ReadAllBytes(PdfPath), _bag);
        }
    }

    private void Check(Book book, bool epub)
    {
        if (epub)
        {
            using var stream = File.OpenRead(EpubPath);
            EpubChecker.Check(stream, System.IO.Path.GetFileName(EpubPath), _bag, book.Epub.Profile == EpubProfile.Duokan ? ["duokan-page-fullscreen"] : []);
        }
    }

    private Progress ProgressOf(Stage stage) => (done, of) => _observer.Stepped(stage, Name, done, of);

    private T Do<T>(Stage stage, Func<T> work, Func<T, string> counts)
    {
        _observer.Started(stage, Name);
        var start = _clock.GetTimestamp();
        var result = work();
        var time = _clock.GetElapsedTime(start);
        var findings = NewFindings();
        _observer.Finished(new StageReport(stage, Name, counts(result), Counted.Of(findings), time, findings));
        return result;
    }

    private StageReport WriteFile(Stage stage, string path, string counts, Action<Stream> write)
    {
        var start = _clock.GetTimestamp();
        var length = EditionFile.Write(path, write);
        return new StageReport(stage, Name, $"{counts}, {Counted.Kibibytes(length)}", path, _clock.GetElapsedTime(start), []);
    }

    private ImmutableArray<Diagnostic> NewFindings() => [.. _bag.Sorted.Where(_reported.Add)];

    private string PathOf(string extension) => System.IO.Path.Combine(_settings.Output, Name, Name + extension);

    private static string CountsOf(Book? book)
    {
        var chapters = book?.Chapters ?? [];
        var characters = chapters.Sum(chapter => chapter.File.Text.EnumerateRunes().LongCount(rune => !Rune.IsWhiteSpace(rune)));
        return $"{Counted.Of(chapters.Length, "chapter")}, {Counted.Of(characters, "character")}";
    }
}
