using System.Text;
using Markdig;

namespace Kanyin.Benchmarks.Whole;

/// <summary>The other ways to a book that this machine has, on the same text in the same run: what each takes for each second of ours.</summary>
internal static class Peers
{
    private const string Face = "NotoSerifSC-Regular.ttf";

    // All set in the repository's own face, so that it does not matter what is installed.
    private static readonly string Fonts = Path.Combine(Corpus.Root(), "fonts", "noto-serif-sc");

    private static readonly string Page =
        $$"""
        <!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>
        @font-face { font-family: song; src: url({{new Uri(Path.Combine(Fonts, Face))}}) }
        @page { size: 176mm 250mm; margin: 20mm 21mm } body { font: 10.5pt/17pt song, serif; text-align: justify } p { text-indent: 2em; margin: 0 }
        </style><body>
        """;

    public static void Run(string tool, int han)
    {
        var scratch = Directory.CreateTempSubdirectory("kanyin-peers");
        try
        {
            Environment.SetEnvironmentVariable("TYPST_FONT_PATHS", Fonts);
            var (folder, book) = (scratch.FullName, Path.Combine(scratch.FullName, "book"));
            Console.WriteLine($"{Corpus.GeneratedBook().Write(book, han)} Han");
            var whole = string.Join("\n\n", Directory.GetFiles(book, "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText).Select(OfItsOwn));
            File.WriteAllText(Path.Combine(folder, "book.md"), whole);
            File.WriteAllText(Path.Combine(folder, "book.html"), Page + Markdown.ToHtml(whole, new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build()));

            var both = Toll.OfDotNet(tool, ["publish", book, "-o", Path.Combine(folder, "out"), "--no-proof"]);
            var pdf = Toll.OfDotNet(tool, ["publish", book, "-o", Path.Combine(folder, "out"), "--no-proof", "--pdf"]);
            Console.WriteLine($"{"Kanyin, PDF and EPUB",-24} {Words(both)}");
            Tell("Kanyin, PDF", pdf, pdf);
            Try("Typst (by pandoc)", pdf, folder, "typst", "pandoc", "book.md", "--pdf-engine=typst", "-V", "mainfont=Noto Serif SC", "-o", "typst.pdf");
            Try("XeLaTeX (by pandoc)", pdf, folder, "xelatex", "pandoc", "book.md", "--pdf-engine=xelatex", "-V", "documentclass=ctexbook", "-V", "CJKmainfont=" + Face, "-V", "CJKoptions=Path=" + Fonts + "/", "-o", "xelatex.pdf");
            Try("Chromium", pdf, folder, "chromium", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=chromium.pdf", "book.html");
            Try("WeasyPrint", pdf, folder, "weasyprint", "weasyprint", "book.html", "weasyprint.pdf");
            Try("pandoc, EPUB", pdf, folder, "pandoc", "pandoc", "book.md", "-o", "pandoc.epub");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>Chapters in one text: notes of their own, and no links to files.</summary>
    private static string OfItsOwn(string chapter, int index) => new StringBuilder(chapter).Replace("[^", $"[^{index + 1}-").Replace(".md)", ")").ToString();

    private static void Try(string name, Toll ours, string folder, string needs, string program, params string[] arguments)
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, needs)));
        if (!isThere)
        {
            Console.WriteLine($"{name,-24} is not installed");
        }
        else if (Toll.OfProgram(folder, program, arguments) is { } toll && File.Exists(Path.Combine(folder, arguments.Select(a => a.Split('=')[^1]).Last(a => a.EndsWith(".pdf", StringComparison.Ordinal) || a.EndsWith(".epub", StringComparison.Ordinal)))))
        {
            Tell(name, toll, ours);
        }
        else
        {
            Console.WriteLine($"{name,-24} failed");
        }
    }

    private static void Tell(string name, Toll toll, Toll ours) =>
        Console.WriteLine($"{name,-24} {Words(toll)}; {FormattableString.Invariant($"wall × {toll.Wall / ours.Wall:F1}, processor × {toll.Processor / ours.Processor:F1}, memory × {(double)toll.Peak / ours.Peak:F1}")}");

    private static string Words(Toll toll) => FormattableString.Invariant($"{toll.Wall,7:F2} s, {toll.Processor,7:F2} s of processor, {toll.Peak >> 20,5} MB");
}
