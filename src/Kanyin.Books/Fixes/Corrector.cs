using System.Collections.Immutable;
using System.Text;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;

namespace Kanyin.Books.Fixes;

/// <summary>
/// Mends what can be mended without asking: check, apply, read again, until nothing is left. Every text that comes out is read back,
/// and a fix after which the book has another shape is left out.
/// </summary>
public sealed class Corrector
{
    /// <summary>A fix can make room for another one; few make room for more than two.</summary>
    private const int MostRounds = 8;

    private readonly string _path;
    private readonly string _folder;
    private readonly ReadingOptions _options;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceFile> _originals = new(StringComparer.Ordinal);
    private readonly HashSet<(string File, string Id, int Line, string Was)> _refused = [];
    private readonly ImmutableArray<Diagnostic>.Builder _leftOut = ImmutableArray.CreateBuilder<Diagnostic>();

    private Corrector(string path, ReadingOptions options) => (_path, _folder, _options) = (path, BookReader.FolderOf(path), options);

    /// <param name="path">A folder, or one text file. Nothing is written.</param>
    public static Corrections Correct(string path, ReadingOptions options)
    {
        var corrector = new Corrector(path, options);
        var count = 0;
        for (var round = 0; round < MostRounds && corrector.Round() is var applied and > 0; round++)
        {
            count += applied;
        }

        return new Corrections(
            [.. corrector._texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new CorrectedFile(corrector._originals[t.Key], t.Value)).Where(f => f.Before.Text != f.After)],
            count,
            corrector._leftOut.ToImmutable());
    }

    /// <returns>How many findings were mended.</returns>
    private int Round()
    {
        if (Read() is not { } book)
        {
            return 0;
        }

        var found = new DiagnosticBag();
        Checker.Check(book, found);
        var accepted = new List<Diagnostic>();
        var files = book.Chapters.ToDictionary(c => c.File.Path, c => c.File, StringComparer.Ordinal);
        foreach (var group in Allowances.Apply(book.Allowances, found.Sorted).Where(d => !d.Fix.IsEmpty && files.GetValueOrDefault(d.At.File.Path) == d.At.File && !_refused.Contains(Key(d))).GroupBy(d => d.At.File))
        {
            _originals.TryAdd(group.Key.Path, group.Key);
            accepted.AddRange(Accepted(group.Key, WithoutOverlaps(group)));
        }

        Apply(accepted);
        return accepted.Count - Withdraw(book, accepted);
    }

    private Book? Read() => BookReader.Read(_path, _options with { Texts = _texts }, new DiagnosticBag());

    private static (string, string, int, string) Key(Diagnostic d) => (d.At.File.Path, d.Kind.Id, d.At.Line, d.At.File.Text.Substring(d.At.Start, d.At.Length));

    private static ImmutableArray<Diagnostic> WithoutOverlaps(IEnumerable<Diagnostic> findings)
    {
        var kept = ImmutableArray.CreateBuilder<Diagnostic>();
        var taken = new SortedSet<int>();
        foreach (var finding in findings)
        {
            var places = finding.Fix.SelectMany(e => Enumerable.Range(e.At.Start, System.Math.Max(1, e.At.Length))).ToList();
            if (!places.Exists(taken.Contains))
            {
                taken.UnionWith(places);
                kept.Add(finding);
            }
        }

        return kept.ToImmutable();
    }

    /// <summary>The fixes that leave the file's shape as it is, by halves: one that does not is found in few readings.</summary>
    private ImmutableArray<Diagnostic> Accepted(SourceFile file, ImmutableArray<Diagnostic> candidates)
    {
        var shape = Shape(file, file.Text);
        return Half(candidates, []);

        ImmutableArray<Diagnostic> Half(ImmutableArray<Diagnostic> part, ImmutableArray<Diagnostic> before)
        {
            if (part.IsEmpty || Shape(file, With(file.Text, before.AddRange(part))) == shape)
            {
                return part;
            }

            if (part.Length == 1)
            {
                Refuse(part[0]);
                return [];
            }

            var first = Half(part[..(part.Length / 2)], before);
            return first.AddRange(Half(part[(part.Length / 2)..], before.AddRange(first)));
        }
    }

    /// <summary>The file as a book of its own; links to other files are looked at when the whole book is read again.</summary>
    private string? Shape(SourceFile file, string text)
    {
        var full = Path.Combine(_folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
        var name = Path.GetFileName(full);
        var book = BookReader.Read(full, _options with { Texts = new Dictionary<string, string> { [name] = text } }, new DiagnosticBag());
        return book is null ? null : BookShape.Of(book)[name];
    }

    private void Apply(IEnumerable<Diagnostic> findings)
    {
        foreach (var group in findings.GroupBy(d => d.At.File))
        {
            _texts[group.Key.Path] = With(group.Key.Text, group);
        }
    }

    /// <summary>Takes back what changes the book as a whole: a heading whose anchor is no longer what a link in another file says.</summary>
    /// <returns>How many findings are not mended after all.</returns>
    private int Withdraw(Book before, List<Diagnostic> accepted)
    {
        if (accepted.Count == 0 || Read() is not { } after)
        {
            return 0;
        }

        var (old, now) = (BookShape.Of(before), BookShape.Of(after));
        if (old.Count == now.Count && old.All(s => now.GetValueOrDefault(s.Key) == s.Value))
        {
            return 0;
        }

        var headings = before.Chapters.SelectMany(c => c.AllBlocks()).OfType<Heading>().Select(h => h.At).ToLookup(at => at.File);
        var suspects = accepted.Where(d => headings[d.At.File].Any(h => d.At.Start >= h.Start && d.At.Start < h.Start + h.Length)).ToList();
        suspects = suspects.Count > 0 ? suspects : accepted;
        suspects.ForEach(Refuse);
        foreach (var file in accepted.Select(d => d.At.File).Distinct())
        {
            _texts[file.Path] = file.Text;
        }

        Apply(accepted.Except(suspects));
        return suspects.Count;
    }

    private void Refuse(Diagnostic finding)
    {
        if (_refused.Add(Key(finding)))
        {
            _leftOut.Add(new Diagnostic(FixFindings.ChangesMore, finding.At, $"The fix of {finding.Kind.Id} here would change more than it says; it is left out.", finding.Hint));
        }
    }

    private static string With(string text, IEnumerable<Diagnostic> findings)
    {
        var result = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (at, put) in findings.SelectMany(d => d.Fix).OrderBy(e => e.At.Start).ThenBy(e => e.At.Length))
        {
            result.Append(text, done, at.Start - done).Append(put);
            done = at.Start + at.Length;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
