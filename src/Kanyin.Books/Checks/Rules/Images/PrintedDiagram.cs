using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class PrintedDiagram : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG008", Severity.Note, "Diagram printed as a listing");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var diagrams = book.Blocks.Select(b => b.Block).OfType<CodeBlock>().Select(c => (c.At, Renderer: Diagram.Of(c)?.Renderer));
        foreach (var kind in diagrams.Where(d => d.Renderer is not null && !book.Book.Renderers.Contains(d.Renderer)).GroupBy(d => d.Renderer))
        {
            bag.Add(Kind, kind.First().At, $"The diagram is printed as it is written{Others.Of(kind.Count() - 1, $"for {kind.Key}", $"for {kind.Key}")}.", $"Where {kind.Key} is installed, diagrams: [{kind.Key}] in book.yml has it draw them.");
        }
    }
}
