using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Kanyin.Mutation;

/// <summary>How many of a folder's mutants the tests notice.</summary>
internal static partial class Score
{
    private const double Goal = 0.8;

    /// <returns>Whether it is what it should be.</returns>
    public static bool Of(Folder folder, int count, int seed)
    {
        var work = Path.Combine("output", "mutation", folder.Name);
        var compiler = new Compiler(folder.Project, Path.Combine(work, "compiled"));
        var found = MutantsOf(folder);
        var compiled = compiler.Compile(found);
        var trial = new Trial(Path.Combine(work, "tests"), compiler.Assembly, folder);
        var sample = compiled.ToArray();
        new Random(seed).Shuffle(sample);
        var fates = trial.Try(sample.Take(count));
        var score = fates.Values.Average(f => f is Fate.Killed or Fate.OutOfTime ? 1.0 : 0.0);

        // A sample without replacement: the more of all there is in it, the less is left to chance.
        var error = 1.96 * Math.Sqrt(score * (1 - score) / fates.Count * (compiled.Count - fates.Count) / Math.Max(1, compiled.Count - 1));
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{folder.Name}: {found.Count} mutants, {compiled.Count} compile, {fates.Count} tried, {score * 100:F1} % noticed (±{error * 100:F1}); {string.Join(", ", fates.Values.CountBy(f => f).OrderBy(f => f.Key).Select(f => $"{f.Key} {f.Value}"))}");
        Console.WriteLine(line);
        File.WriteAllText(Path.Combine(work, "survivors.md"), Report(line, fates));
        return score >= Goal;
    }

    private static List<Mutant> MutantsOf(Folder folder)
    {
        List<Mutant> mutants = [];
        foreach (var path in Directory.EnumerateFiles(folder.Source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview));
            var text = tree.GetText();
            foreach (var change in ChangeFinder.In(tree.GetRoot()))
            {
                var was = text.ToString(change.Host);
                var at = change.Place.Start - change.Host.Start;
                mutants.Add(new Mutant(mutants.Count + 1, Path.GetRelativePath(".", path), text.Lines.GetLineFromPosition(change.Place.Start).LineNumber + 1,
                    change, Near(was, at, change.Place.Length), Near(was.Remove(at, change.Place.Length).Insert(at, change.Text), at, change.Text.Length)));
            }
        }

        return mutants;
    }

    /// <summary>A place of a text with what stands beside it, on one line.</summary>
    private static string Near(string text, int at, int length)
    {
        const int Beside = 45;
        var (start, end) = (Math.Max(0, at - Beside), Math.Min(text.Length, at + length + Beside));
        return Space().Replace((start > 0 ? "…" : "") + text[start..end] + (end < text.Length ? "…" : ""), " ");
    }

    private static string Report(string line, IReadOnlyDictionary<Mutant, Fate> fates)
    {
        var report = new StringBuilder(line).Append("\n\n");
        foreach (var (mutant, fate) in fates.Where(f => f.Value is Fate.Survived or Fate.NeverReached).OrderBy(f => f.Key.Number))
        {
            report.Append(CultureInfo.InvariantCulture, $"- {mutant.Path}:{mutant.Line} {fate}: `{mutant.Was}` → `{mutant.Becomes}`\n");
        }

        return report.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
