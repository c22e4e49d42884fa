using System.Reflection;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading;
using Kanyin.Editions.Proofs;
using Kanyin.Typesetting;
using Xunit;

namespace Kanyin.Tests.Solution;

/// <summary>The handbook tells writers what each finding means; it must name every one, and no other.</summary>
public sealed partial class HandbookTests
{
    private static readonly Dictionary<string, Severity> Words = new() { ["错误"] = Severity.Error, ["警告"] = Severity.Warning, ["提示"] = Severity.Note };

    [Fact]
    public void The_tables_of_findings_are_the_catalogue()
    {
        var pages = Repository.Files.Where(path => path.StartsWith("content/handbook/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal));
        var listed = pages.SelectMany(page => Row.Matches(Repository.Read(page)))
            .SelectMany(row => row.Groups[1].Value.Split('、').Select(id => $"{id} {Words[row.Groups[2].Value]}"));
        var kinds = FieldsOf(typeof(BookReader), typeof(Typesetter), typeof(Proof), typeof(Publisher)).Concat(RuleCatalog.All.Select(rule => rule.Kind)).DistinctBy(kind => kind.Id);

        Assert.Equal(kinds.Select(kind => $"{kind.Id} {kind.Severity}").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<DiagnosticKind> FieldsOf(params Type[] oneOfEachAssembly) =>
        oneOfEachAssembly.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(DiagnosticKind))
            .Select(field => (DiagnosticKind)field.GetValue(null)!);

    [GeneratedRegex(@"^\| ([A-Z]+\d{3}(?:、[A-Z]+\d{3})*) \| (错误|警告|提示) \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }
}
