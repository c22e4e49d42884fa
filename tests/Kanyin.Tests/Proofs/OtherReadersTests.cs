using System.Diagnostics;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Editions.Pdf;
using Kanyin.Editions.Proofs;
using Kanyin.Tests.Pdf;
using Kanyin.Tests.Solution;
using Kanyin.Typesetting;
using Xunit;
using Math = System.Math;

namespace Kanyin.Tests.Proofs;

/// <summary>Readers that are not ours give back the author's words, with his spaces. KANYIN_BOOKS may name a folder of more books.</summary>
public sealed class OtherReadersTests
{
    public static TheoryData<string, string> Readings
    {
        get
        {
            var more = Environment.GetEnvironmentVariable("KANYIN_BOOKS") is { Length: > 0 } folder ? Directory.GetDirectories(folder) : [];
            string[] own = [.. new[] { "footnotes", "summary", "tables-and-code", "tags" }.Select(b => "tests/Kanyin.Tests/EndToEnd/Books/" + b), "content/guide", "content/handbook"];

            // Among many books are lines that nothing could make less loose, and mutool before 1.24 takes their gaps for spaces.
            return [.. own.SelectMany(book => new[] { "pdftotext", "mutool" }.Select(reader => (book, reader))), .. more.Select(book => (book, "pdftotext"))];
        }
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void Words_come_back_as_they_were_written(string path, string reader)
    {
        var bag = new DiagnosticBag();
        var book = BookReader.Read(Path.Combine(Repository.Root, path), new ReadingOptions(), bag)!;
        using var folder = new Publishing.TemporaryFolder();
        var pdf = Path.Combine(folder.FullName, "book.pdf");
        using (var output = File.Create(pdf))
        {
            PdfEdition.Write(Typesetter.Set(book, HandSet.Fonts, bag), output);
        }

        var text = reader == "mutool" ? Said("mutool", "draw", "-q", "-F", "txt", pdf) : Said("pdftotext", "-raw", pdf, "-");
        var pages = text.Split('\f').Select(SpacedText.Of).ToList();
        Assert.Empty(Missing(book, pages).Take(20));
    }

    // Passages come in order, so each is looked for from the page of the one before.
    private static IEnumerable<string> Missing(Book book, List<SpacedText> pages)
    {
        var page = 0;
        foreach (var chapter in book.Chapters)
        {
            var text = BookText.Of(chapter);
            foreach (var unit in text.Units.Where(u => u.Kind == TextKind.Words))
            {
                var isNote = !text.Body.Units.Contains(unit);
                var words = SpacedText.Of(unit.Written);
                var found = Enumerable.Range(isNote ? 0 : page, isNote ? pages.Count : Math.Min(40, pages.Count - page)).FirstOrDefault(p => Holds(pages, p, words.Letters), -1);
                if (found < 0)
                {
                    yield return $"{unit.At} lost: {unit.Written}";
                    continue;
                }

                page = isNote ? page : found;
                var spacings = Occurrences(pages[found].Letters, words.Letters).Select(at => pages[found].DifferencesFrom(words, at).Where(d => Matters(words.Letters, d)).ToList());
                if (spacings.MinBy(differences => differences.Count) is [var (letter, _), ..])
                {
                    yield return $"{unit.At} spaced otherwise: {words.Letters[..letter]}|{words.Letters[letter..]}";
                }
            }
        }
    }

    private static IEnumerable<int> Occurrences(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    // These readers guess at spaces from distances. They cannot see that the gap between Han and Latin (AS1) is none,
    // nor that the white in a title of two or three Han is the design's, nor a typed space that Chinese setting closes
    // up behind a mark. But no Han may be torn apart in the text, and no Latin joined.
    private static bool Matters(string words, (int Letter, bool IsAdded) difference)
    {
        var (before, after) = (words[difference.Letter - 1], words[difference.Letter]);
        return difference.IsAdded ? words.Length > 3 && before >= '\u2E80' && after >= '\u2E80' : char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after);
    }

    // A passage may go on overleaf, behind that page's running head and folio.
    private static bool Holds(List<SpacedText> pages, int page, string words)
    {
        if (pages[page].Letters.Contains(words, StringComparison.Ordinal))
        {
            return true;
        }

        for (var kept = words.Length - 1; kept > 0 && page + 1 < pages.Count; kept--)
        {
            if (pages[page].Letters.Contains(words[..kept], StringComparison.Ordinal))
            {
                return Holds(pages, page + 1, words[kept..]);
            }
        }

        return false;
    }

    private static string Said(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.Result);
            return said;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed.");
            throw;
        }
    }
}
