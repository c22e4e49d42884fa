using BenchmarkDotNet.Attributes;
using HarfBuzzSharp;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Buffer = HarfBuzzSharp.Buffer;
using FontFace = Kanyin.Typesetting.Fonts.FontFace;

namespace Kanyin.Benchmarks;

/// <summary>Paragraphs into lines, and into pages, against HarfBuzz shaping the same text and nothing else. The garbage collector is set as the tool sets it.</summary>
[MemoryDiagnoser]
[GcConcurrent(false)]
public class LineBenchmarks : IDisposable
{
    private readonly FontBook _fonts = FontBook.Load(Path.Combine(Corpus.Root(), "fonts"));
    private string[] _paragraphs = [];
    private ParagraphSetter? _setter;
    private Book? _book;
    private Font? _font;

    [Params(70_000, 700_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _paragraphs = Corpus.Paragraphs(Characters);
        _setter = new ParagraphSetter(_fonts, new DiagnosticBag());
        _book = Corpus.Book(_paragraphs);

        FontFace face = _fonts.Han(FontFamily.Serif, false);
        _font = new Font(new Face(new Blob(face.Data.Address, face.Data.Length, MemoryMode.ReadOnly), 0));
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _font?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public long HarfBuzzAlone()
    {
        var glyphs = 0L;
        foreach (var paragraph in _paragraphs)
        {
            using var buffer = new Buffer();
            buffer.AddUtf16(paragraph);
            buffer.GuessSegmentProperties();
            _font!.Shape(buffer);
            glyphs += buffer.Length;
        }

        return glyphs;
    }

    [Benchmark]
    public long Lines()
    {
        var style = new TextStyle(FontFamily.Serif, 10.5);
        var lines = 0L;
        foreach (var paragraph in _paragraphs)
        {
            var at = new Place(new SourceFile("a.md", paragraph), 0, paragraph.Length);
            lines += _setter!.Set([new TextPiece(null, paragraph, style, at)], new ParagraphStyle(36 * 10.5, 10.5, 21)).Length;
        }

        return lines;
    }

    [Benchmark]
    public int Pages() => Typesetter.Set(_book!, _fonts, new DiagnosticBag()).Pages.Length;
}
