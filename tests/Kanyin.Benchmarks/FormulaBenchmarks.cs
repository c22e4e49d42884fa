using BenchmarkDotNet.Attributes;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Mathematics;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Benchmarks;

/// <summary>50,000 formulas, more than the most mathematical book has: to be read and set in three seconds of one core.</summary>
[MemoryDiagnoser]
public class FormulaBenchmarks
{
    private const int Count = 50_000;

    private readonly string[] _formulas = [.. File.ReadLines(System.IO.Path.Combine(Corpus.Root(), "tests/Kanyin.Tests/Mathematics/Gallery.txt")).Where(l => !l.StartsWith("//", StringComparison.Ordinal)).Select(l => l.TrimStart('$'))];
    private readonly FontBook _fonts = FontBook.Load(System.IO.Path.Combine(Corpus.Root(), "fonts"));
    private MathSetter _setter = null!;

    [GlobalSetup]
    public void Setup()
    {
        var paragraphs = new ParagraphSetter(_fonts, new DiagnosticBag());
        _setter = new MathSetter(new GlyphSetter(_fonts.Math, paragraphs.Shapers.Of(_fonts.Math.Face)), paragraphs);
    }

    [Benchmark]
    public int Read()
    {
        var length = 0;
        for (var i = 0; i < Count; i++)
        {
            length += Formula.Of(_formulas[i % _formulas.Length]).Tex.Length;
        }

        return length;
    }

    [Benchmark]
    public double ReadAndSet()
    {
        var width = 0.0;
        for (var i = 0; i < Count; i++)
        {
            width += _setter.Set(Formula.Of(_formulas[i % _formulas.Length]).Tree, new MathStyle(MathLevel.Display, IsCramped: false, 10.5, Colour.Black)).Width;
        }

        return width;
    }
}
