using BenchmarkDotNet.Attributes;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Editions.Epub;
using Kanyin.Editions.Pdf;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Benchmarks;

/// <summary>Each stage of publishing the guide, warm: what a change costs where. Numbers come back, since the program that BenchmarkDotNet writes knows no type of ours.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly FontBook _fonts = FontBook.Load(System.IO.Path.Combine(Corpus.Root(), "fonts"));
    private readonly string _guide = System.IO.Path.Combine(Corpus.Root(), "content", "guide");
    private Book _book = null!;
    private TypesetBook _pages = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _book = BookReader.Read(_guide, new ReadingOptions(), new DiagnosticBag())!;
        _pages = Typesetter.Set(_book, _fonts, new DiagnosticBag());
    }

    [Benchmark]
    public int Read() => BookReader.Read(_guide, new ReadingOptions(), new DiagnosticBag())!.Chapters.Length;

    [Benchmark]
    public bool Check()
    {
        var findings = new DiagnosticBag();
        Checker.Check(_book, findings);
        return findings.HasErrors;
    }

    [Benchmark]
    public int Set() => Typesetter.Set(_book, _fonts, new DiagnosticBag()).Pages.Length;

    [Benchmark]
    public long Pdf()
    {
        using var file = new MemoryStream();
        PdfEdition.Write(_pages, file);
        return file.Length;
    }

    [Benchmark]
    public long Epub()
    {
        using var file = new MemoryStream();
        EpubEdition.Write(_book, _pages, _fonts, file, new DiagnosticBag());
        return file.Length;
    }
}
