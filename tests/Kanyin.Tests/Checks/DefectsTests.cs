using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.Checks;

/// <summary>
/// A small book about tea whose defects were counted by hand, one file for links and pictures, others for numbers, prose and
/// structure. 07-sound.md has what looks like a defect and is none.
/// </summary>
public sealed class DefectsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Kanyin.Tests", "Checks", "Defects");

    /// <summary>Defects.txt was marked by hand while the book was written, then held against the checker and each difference judged: file:line:column and rule.</summary>
    [Fact]
    public void Every_defect_is_found_at_its_place_and_nothing_else_is()
    {
        var findings = new DiagnosticBag();
        Checker.Check(BookReader.Read(Path.Combine(Folder, "Book"), new ReadingOptions(), findings)!, findings);

        var found = findings.Sorted.Select(d => $"{d.At.File.Path}:{d.At.Line}:{d.At.Column} {d.Kind.Id}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(File.ReadAllLines(Path.Combine(Folder, "Defects.txt")), found);
    }
}
