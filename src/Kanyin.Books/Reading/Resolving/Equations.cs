using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Markdown;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Numbers the displayed formulas by chapter, (1-1), where the book asks for it; gives \ref and \eqref the numbers of the formulas they name, wherever in the book these stand.</summary>
internal static class Equations
{
    /// <param name="areNumbered">Displays without a number of their own get one; null leaves it to the labels.</param>
    public static ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters, bool? areNumbered, DiagnosticBag bag)
    {
        if (areNumbered ?? CallForNumbers([.. chapters.AsParallel().AsOrdered().SelectMany(FormulasOf).Select(f => f.Formula)]))
        {
            chapters = new Counter(onlyLabelled: areNumbered is null).Apply(chapters);
        }

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
                var hint = labels.ContainsKey(reference.Name) ? "Its formula has no \\tag; equations: auto in book.yml would number it." : null;
                bag.Add(MathFindings.UnknownLabel, TexPlaces.Of(formula.Tex, at, reference.At, reference.Name.Length), $"No numbered formula has the label {reference.Name}.", hint);
            }
        }

        var rewriter = new Rewriter(labels);
        return [.. chapters.Select(c => c with { Blocks = rewriter.Rewrite(c.Blocks) })];
    }

    /// <summary>Formulas are referred to by labels, and none has a number that its author typed.</summary>
    private static bool CallForNumbers(ImmutableArray<Formula> formulas)
    {
        var labels = formulas.SelectMany(f => f.Labels).Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        return labels.Count > 0 && formulas.All(f => f.Tag is null && f.Labels.All(l => l.Tag.Length == 0)) && formulas.Any(f => f.References.Any(r => labels.Contains(r.Name)));
    }

    private static IEnumerable<(Formula Formula, Place At)> FormulasOf(Chapter chapter) =>
        chapter.AllBlocks().OfType<MathBlock>().Select(m => (m.Formula, m.At)).Concat(chapter.AllInlines().OfType<Model.Math>().Select(m => (m.Formula, m.At)));

    /// <summary>By the numbers of the chapters as they are printed; in chapters without one the count goes through the book.</summary>
    private sealed class Counter(bool onlyLabelled) : TreeRewriter
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
        private string _chapter = "";

        public ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters) =>
            [.. chapters.Select(c => c with { Blocks = [.. c.Blocks.Select(b => b is Heading heading ? Entered(heading) : Rewrite([b])[0])] })];

        protected override Inline Changed(Inline inline) => inline;

        /// <summary>A note that is called twice would be counted twice.</summary>
        protected override Note Rewrite(Note note) => note;

        protected override Block Changed(Block block) => block is MathBlock { Formula: { Tag: null, IsUnnumbered: false } } math && !(onlyLabelled && math.Formula.Labels.IsEmpty) ? math with { Formula = Numbered(math.Formula) } : block;

        private Heading Entered(Heading heading)
        {
            var tells = heading.Level == 1 || heading.Printed is { Style: NumberStyle.Chapter or NumberStyle.Appendix or NumberStyle.Decimal or NumberStyle.AppendixDecimal };
            _chapter = tells ? heading.Printed?.Chapter ?? "" : _chapter;
            return heading;
        }

        private Formula Numbered(Formula formula)
        {
            var count = _counts[_chapter] = _counts.GetValueOrDefault(_chapter) + 1;
            var text = string.Create(CultureInfo.InvariantCulture, $"{_chapter}{(_chapter.Length > 0 ? "-" : "")}{count}");
            return formula with { Tag = new MathTag(text, IsInBrackets: true), Labels = [.. formula.Labels.Select(l => l with { Tag = text })] };
        }
    }

    private sealed class Rewriter(Dictionary<string, string> labels) : TreeRewriter
    {
        protected override Inline Changed(Inline inline) => inline is Model.Math { Formula.References.IsEmpty: false } math ? math with { Formula = math.Formula.Resolved(labels) } : inline;

        protected override Block Changed(Block block) => block is MathBlock { Formula.References.IsEmpty: false } math ? math with { Formula = math.Formula.Resolved(labels) } : block;
    }
}
