using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks;

namespace Kanyin.Tests.Checks;

/// <summary>The page of a rule: its title line and the books of its examples.</summary>
internal sealed partial record RulePage(string Title, IReadOnlyList<RuleExample> Wrong, IReadOnlyList<RuleExample> Right)
{
    public static string PathOf(Rule rule) =>
        Path.Combine(Root(), "src/Kanyin.Books", rule.GetType().Namespace!["Kanyin.Books.".Length..].Replace('.', '/'), rule.GetType().Name + ".md");

    public static RulePage Read(Rule rule)
    {
        var text = File.ReadAllText(PathOf(rule)).ReplaceLineEndings("\n");
        var parts = Part().Split(text);
        var sections = parts.Skip(1).Chunk(2).ToLookup(p => p[0], p => p[1]);
        return new RulePage(text[..text.IndexOf('\n', StringComparison.Ordinal)], [.. sections["Wrong"].SelectMany(Examples)], [.. sections["Right"].SelectMany(Examples)]);
    }

    /// <summary>Fences with a file name are together one book; one without is a book alone.</summary>
    private static IEnumerable<RuleExample> Examples(string section)
    {
        var fences = Fence().Matches(section).Select(m => (File: m.Groups["file"].Value, Text: m.Groups["text"].Value)).ToList();
        var named = fences.Where(f => f.File.Length > 0).ToDictionary(f => f.File, f => f.Text);
        var alone = fences.Where(f => f.File.Length == 0).Select(f => new RuleExample(new Dictionary<string, string> { ["example.md"] = f.Text }));
        return named.Count > 0 ? alone.Append(new RuleExample(named)) : alone;
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex("^## (Wrong|Right|Exceptions)$", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex("^```[a-z]+(?: file=(?<file>\\S+))?\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}

/// <summary>A tiny book: the text of each file, offending lines marked.</summary>
internal sealed partial record RuleExample(IReadOnlyDictionary<string, string> Files)
{
    /// <summary>file:line of every line that ends in the rule's id.</summary>
    public IEnumerable<string> Marked(string id) => Files.SelectMany(f => f.Value.Split('\n')
        .Select((line, i) => (line, i)).Where(x => Marker().Match(x.line) is { Success: true } m && m.Groups["id"].Value == id).Select(x => $"{f.Key}:{x.i + 1}"));

    /// <summary>Writes the files without their marks into a new folder and gives its path.</summary>
    public string Write()
    {
        var folder = Directory.CreateTempSubdirectory("kanyin-rule-").FullName;
        foreach (var (name, text) in Files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Marker().Replace(text, ""));
        }

        return folder;
    }

    [GeneratedRegex(" *<!-- (?<id>[A-Z]+[0-9]{3}) -->")]
    private static partial Regex Marker();
}
