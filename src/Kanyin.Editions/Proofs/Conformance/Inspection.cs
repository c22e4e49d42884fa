using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.Proofs.Cos;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>A file under inspection: its objects and pages, and what has been found.</summary>
internal sealed class Inspection
{
    /// <summary>So many findings of a kind say enough.</summary>
    private const int MostPerKind = 5;

    private readonly Place _at;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<DiagnosticKind, int> _counts = [];

    public Inspection(CosFile file, Place at, DiagnosticBag bag)
    {
        (File, _at, _bag) = (file, at, bag);
        Catalog = file.Dictionary(file.Trailer, "Root") ?? throw new InvalidDataException("The file has no catalog.");
        AddPages(Catalog.Entries.GetValueOrDefault("Pages"), null, []);
        PageNumbers = Pages.ToDictionary(p => p.Object, p => p.Number);
    }

    public CosFile File { get; }

    public CosDictionary Catalog { get; }

    public List<PageObject> Pages { get; } = [];

    /// <summary>Pages by the numbers of their objects.</summary>
    public Dictionary<int, int> PageNumbers { get; }

    /// <summary>A page in order.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Object">The number of its object.</param>
    public sealed record PageObject(int Number, int Object, CosDictionary Dictionary, CosDictionary? Resources);

    /// <param name="message">What is wrong and where, by page and object number.</param>
    public void Report(DiagnosticKind kind, string message)
    {
        var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (count <= MostPerKind)
        {
            _bag.Add(kind, _at, message);
        }
    }

    /// <summary>Tells how many findings were too many to be listed.</summary>
    public void Finish()
    {
        foreach (var (kind, count) in _counts.Where(c => c.Value > MostPerKind))
        {
            _bag.Add(kind, _at, string.Create(CultureInfo.InvariantCulture, $"{count - MostPerKind} more of the same."));
        }
    }

    public void Require(bool holds, DiagnosticKind kind, string message)
    {
        if (!holds)
        {
            Report(kind, message);
        }
    }

    /// <summary>The values of a name tree or number tree (ISO 32000-1 7.9.6), key first.</summary>
    public IEnumerable<(CosValue Key, CosValue Value)> Leaves(CosValue? tree, string kind)
    {
        var waiting = new Stack<CosValue>();
        var seen = new HashSet<int>();
        for (var next = tree; next is not null; next = waiting.TryPop(out var other) ? other : null)
        {
            if ((next is CosReference { Number: var number } && !seen.Add(number)) || File.Resolve(next) is not CosDictionary node)
            {
                continue;
            }

            foreach (var kid in File.Items(node.Entries.GetValueOrDefault("Kids")).Reverse())
            {
                waiting.Push(kid);
            }

            var items = File.Items(node.Entries.GetValueOrDefault(kind));
            for (var i = 0; i + 1 < items.Count; i += 2)
            {
                yield return (items[i], items[i + 1]);
            }
        }
    }

    private void AddPages(CosValue? node, CosDictionary? inherited, HashSet<int> seen)
    {
        if (node is not CosReference { Number: var number } || !seen.Add(number) || File.Resolve(node) is not CosDictionary dictionary)
        {
            return;
        }

        var resources = File.Dictionary(dictionary, "Resources") ?? inherited;
        if (File.Name(dictionary, "Type") == "Page")
        {
            Pages.Add(new PageObject(Pages.Count + 1, number, dictionary, resources));
        }

        foreach (var kid in File.Items(dictionary.Entries.GetValueOrDefault("Kids")))
        {
            AddPages(kid, resources, seen);
        }
    }
}
