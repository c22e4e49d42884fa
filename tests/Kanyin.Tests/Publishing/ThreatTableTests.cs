using System.Reflection;
using System.Text.RegularExpressions;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.Publishing;

/// <summary>The handbook lists the threats and says which tests answer for each defence: they must be there.</summary>
public sealed partial class ThreatTableTests
{
    [Fact]
    public void Every_threat_names_tests_that_exist()
    {
        var chapter = Repository.Read("content/handbook/ch08.md");
        var section = chapter[chapter.IndexOf("## 8.9 ", StringComparison.Ordinal)..chapter.IndexOf("## 8.10 ", StringComparison.Ordinal)];
        var rows = Row.Matches(section).Skip(2).ToArray(); // after the head and the rule below it

        Assert.True(rows.Length >= 10, $"{rows.Length} threats");
        Assert.All(rows, row =>
        {
            var names = Name.Matches(row.Groups["tests"].Value);
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.Contains(TestsOf(name.Groups[1].Value), method => method.IsDefined(typeof(FactAttribute))));
        });
    }

    private static IEnumerable<MethodInfo> TestsOf(string name) =>
        typeof(ThreatTableTests).Assembly.GetTypes().Where(type => type.Name == name).SelectMany(type => type.GetMethods());

    [GeneratedRegex(@"^\|[^|\n]+\|[^|\n]+\|(?<tests>[^|\n]+)\|$", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex("`([A-Za-z0-9]+)`")]
    private static partial Regex Name { get; }
}
