using System.Globalization;
using System.Reflection;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.Proofs;
using Kanyin.Editions.Proofs.Conformance;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.Proofs.Conformance;

/// <summary>The tables of clauses name every check, and no other.</summary>
public sealed class ClauseTableTests
{
    private const string Folder = "src/Kanyin.Editions/Proofs/Conformance/";
    private static readonly string[] Hows = ["checked", "enforced", "author", "not applicable"];

    private static readonly string[][] Rows =
        [.. new[] { "PdfUa1.md", "PdfA2.md" }.SelectMany(page => Repository.Read(Folder + page).Split('\n')).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2])).Select(Cells)];

    [Fact]
    public void Every_clause_says_how_it_is_kept() => Assert.All(Rows, row => Assert.Contains(row[2], Hows));

    [Fact]
    public void Every_check_keeps_a_clause_and_every_finding_named_exists()
    {
        var kinds = typeof(ConformanceKinds).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => ((DiagnosticKind)f.GetValue(null)!).Id).ToHashSet(StringComparer.Ordinal);
        var named = Rows.SelectMany(row => Ids(row[3])).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(kinds.Except(named));
        Assert.Empty(named.Except(kinds).Except(ProofKinds.All.Select(k => k.Id)));
    }

    [Fact]
    public void What_is_checked_names_its_finding() => Assert.All(Rows.Where(row => row[2] == "checked"), row => Assert.NotEmpty(Ids(row[3])));

    [Fact]
    public void All_checkpoints_of_the_protocol_are_there() =>
        Assert.Equal(Enumerable.Range(1, 31).Select(n => n.ToString("D2", CultureInfo.InvariantCulture)), Rows.Select(row => row[0]).Where(c => c.Length > 2 && c[2] == '-').SelectMany(c => c.Split(", ")).Select(c => c[..2]).Distinct());

    [Fact]
    public void Files_named_exist()
    {
        var names = Rows.SelectMany(row => row[3].Split([' ', ',', ';', ':'])).Where(word => word.EndsWith(".cs", StringComparison.Ordinal)).Distinct();
        Assert.All(names, name => Assert.Contains(Repository.Files, path => path.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    private static string[] Cells(string line) => [.. line.Trim('|', ' ').Split(" | ").Select(c => c.Trim(' ', '|')), ""];

    private static IEnumerable<string> Ids(string where) => where.Split([' ', ',', ';', ':']).Where(word => word.StartsWith("PDF", StringComparison.Ordinal) && word.Length == 6);
}
