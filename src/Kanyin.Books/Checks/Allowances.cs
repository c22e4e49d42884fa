using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks;

/// <summary>Takes out the findings that book.yml allows. An allowance that nothing needs is a finding itself, so that none outlives its reason.</summary>
public static class Allowances
{
    public static readonly DiagnosticKind Unneeded = new("CONF007", Severity.Warning, "An allowance that nothing needs");

    public static IReadOnlyList<Diagnostic> Apply(ImmutableArray<Allowance> allowances, IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Pattern[] patterns = [.. allowances.Select(a => new Pattern(a))];
        var left = findings.Where(f => !patterns.Aggregate(false, (allowed, p) => p.Takes(f) || allowed)).ToList();
        left.AddRange(patterns.Where(p => !p.IsNeeded).Select(p => new Diagnostic(
            Unneeded,
            p.Allowance.At,
            $"Nothing is found by {p.Allowance.Rule}{(p.Allowance.File is { } file ? $" in {file}" : "")}{(p.Allowance.Text is { } text ? $" on a line with “{text}”" : "")}.",
            "Remove the allowance, or mend what it names.")));
        return left;
    }

    private sealed class Pattern(Allowance allowance)
    {
        private readonly Regex? _file = allowance.File is { } file ? new Regex($"^{Written(file)}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : null;

        public Allowance Allowance { get; } = allowance;

        public bool IsNeeded { get; private set; }

        public bool Takes(Diagnostic finding)
        {
            var takes = finding.Kind.Id == Allowance.Rule
                && _file?.IsMatch(finding.At.File.Path) is not false
                && (Allowance.Text is null || finding.At.LineText.Contains(Allowance.Text, StringComparison.Ordinal));
            IsNeeded |= takes;
            return takes;
        }

        private static string Written(string pattern) =>
            Regex.Escape(pattern).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal);
    }
}
