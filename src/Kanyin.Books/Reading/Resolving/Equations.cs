using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Markdown;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Gives \ref and \eqref the numbers of the formulas they name, wherever in the book these stand.</summary>
internal static class Equations
{
    public static ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters, DiagnosticBag bag)
    {
        var formulas = chapters.AsParallel().AsOrdered().SelectMany(FormulasOf).ToList();
        if (formulas.All(f => f.Formula.References.IsEmpty && f.Formula.Labels.IsEmpty))
        {
            return chapters;
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (formula, at) in formulas)
        {
            foreach (var label in formula.Labels)
            {
                if (!labels.TryAdd(label.Name, label.Tag))
                {
                    bag.Add(MathFindings.LabelTwice, TexPlaces.Of(formula.Tex, at, label.At, label.Name.Length), $"A formula before has the label {label.Name} too.");
                }
            }
        }

        foreach (var (formula, at) in formulas)
        {
            foreach (var reference in formula.References.Where(r => labels.GetValueOrDefault(r.Name) is null or ""))
            {
                var hint = labels.ContainsKey(reference.Name) ? "Its formula has no \\tag." : null;
                bag.Add(MathFindings.UnknownLabel, TexPlaces.Of(formula.Tex, at, reference.At, reference.Name.Length), $"No numbered formula has the label {reference.Name}.", hint);
            }
        }

        var rewriter = new Rewriter(labels);
        return [.. chapters.Select(c => c with { Blocks = rewriter.Rewrite(c.Blocks) })];
    }

    private static IEnumerable<(Formula Formula, Place At)> FormulasOf(Chapter chapter) =>
        chapter.AllBlocks().OfType<MathBlock>().Select(m => (m.Formula, m.At)).Concat(chapter.AllInlines().OfType<Model.Math>().Select(m => (m.Formula, m.At)));

    private sealed class Rewriter(Dictionary<string, string> labels) : TreeRewriter
    {
        protected override Inline Changed(Inline inline) => inline is Model.Math { Formula.References.IsEmpty: false } math ? math with { Formula = math.Formula.Resolved(labels) } : inline;

        protected override Block Changed(Block block) => block is MathBlock { Formula.References.IsEmpty: false } math ? math with { Formula = math.Formula.Resolved(labels) } : block;
    }
}
