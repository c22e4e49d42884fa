using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Kanyin.Editions.Proofs;

/// <summary>A PDF read back: the words of its tag tree in reading order, its outline, destinations and links.</summary>
/// <param name="IsTagged">It has a structure tree; without one there is no body and there are no notes.</param>
/// <param name="Body">Without contents pages and notes; page furniture is in no tag.</param>
/// <param name="Notes">The words of all notes, one after the other.</param>
/// <param name="Everything">All letters of all pages, page furniture included.</param>
/// <param name="Outline">Without white space.</param>
/// <param name="Links">The destination that each internal link names.</param>
/// <param name="Elements">How many structure elements there are of each type, outside the contents pages.</param>
internal sealed record PdfText(bool IsTagged, string Body, string Notes, string Everything, ImmutableArray<string> Outline, ImmutableHashSet<string> Destinations, ImmutableHashSet<string> Links, IReadOnlyDictionary<string, int> Elements)
{
    /// <summary>Reads the whole file. What PdfPig throws for damaged files is not declared, so the caller has to expect anything.</summary>
    public static PdfText Read(Stream pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var reader = new Reader(document);
        var everything = new StringBuilder();
        var links = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var page in document.GetPages())
        {
            reader.AddPage(page);
            everything.Append(string.Concat(page.Letters.Select(l => l.Value)));
            links.UnionWith(reader.LinksOf(page));
        }

        var isTagged = reader.ReadStructure();
        var outline = document.TryGetBookmarks(out var bookmarks) ? bookmarks.GetNodes().Select(n => BookText.Squeeze(n.Title)) : [];
        return new PdfText(isTagged, XmlText.Clean(reader.Body), XmlText.Clean(reader.Notes), everything.ToString(), [.. outline], reader.Destinations(), links.ToImmutable(), reader.Elements);
    }

    /// <summary>Walks the raw objects that PdfPig has no model for.</summary>
    private sealed class Reader(PdfDocument document)
    {
        private readonly DictionaryToken _catalog = document.Structure.Catalog.CatalogDictionary;
        private readonly Dictionary<(int Page, int Content), string> _contents = [];
        private readonly Dictionary<IndirectReference, int> _pages = [];
        private readonly HashSet<IndirectReference> _seen = [];
        private readonly StringBuilder _body = new();
        private readonly StringBuilder _notes = new();

        public Dictionary<string, int> Elements { get; } = new(StringComparer.Ordinal);

        public string Body => _body.ToString();

        public string Notes => _notes.ToString();

        public void AddPage(Page page)
        {
            foreach (var content in page.GetMarkedContents())
            {
                AddContent(page.Number, content);
            }
        }

        public bool ReadStructure()
        {
            if (Dictionary(_catalog, "StructTreeRoot") is not { } root)
            {
                return false;
            }

            AddPages(Dictionary(_catalog, "Pages"));
            _seen.Clear();
            Walk(Value(root, "K"), 0, _body);
            return true;
        }

        public IEnumerable<string> LinksOf(Page page)
        {
            foreach (var annotation in Items(Value(page.Dictionary, "Annots")).Select(Resolve).OfType<DictionaryToken>())
            {
                var destination = Value(annotation, "Dest") ?? (Dictionary(annotation, "A") is { } action ? Value(action, "D") : null);
                if (Text(destination) is { } name)
                {
                    yield return name;
                }
            }
        }

        public ImmutableHashSet<string> Destinations()
        {
            var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
            names.UnionWith(Dictionary(_catalog, "Dests")?.Data.Keys ?? []);
            _seen.Clear();
            if (Dictionary(_catalog, "Names") is { } trees)
            {
                AddNames(Value(trees, "Dests"), names);
            }

            return names.ToImmutable();
        }

        private void AddContent(int page, MarkedContentElement content)
        {
            if (content.MarkedContentIdentifier >= 0 && !content.IsArtifact)
            {
                var key = (page, content.MarkedContentIdentifier);
                _contents[key] = _contents.GetValueOrDefault(key) + WordsOf(content);
                return;
            }

            foreach (var child in content.Children)
            {
                AddContent(page, child);
            }
        }

        private static string WordsOf(MarkedContentElement content) => string.Concat(Parts(content).OrderBy(p => p.Sequence).Select(p => p.Words));

        /// <summary>Its letters and what is nested in it (a foreign phrase, a replacement text), which PdfPig keeps apart.</summary>
        private static IEnumerable<(int Sequence, string Words)> Parts(MarkedContentElement content)
        {
            var parts = content.Letters.Select(l => (Sequence: l.TextSequence, Words: l.Value)).Concat(content.Children.SelectMany(Parts));
            return string.IsNullOrEmpty(content.ActualText) ? parts : [(parts.Select(p => p.Sequence).DefaultIfEmpty().Min(), content.ActualText)];
        }

        private void AddPages(DictionaryToken? node)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (var kid in node is null ? [] : Items(Value(node, "Kids")))
            {
                if (kid is not IndirectReferenceToken { Data: var reference } || !_seen.Add(reference) || Resolve(kid) is not DictionaryToken child)
                {
                    continue;
                }

                if (child.ContainsKey(NameToken.Create("Kids")))
                {
                    AddPages(child);
                }
                else
                {
                    _pages.Add(reference, _pages.Count + 1);
                }
            }
        }

        /// <summary>ISO 32000-1 14.7.4: a child is an element, a content number, or a dictionary that names one on another page.</summary>
        private void Walk(IToken? kid, int page, StringBuilder target)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (kid is IndirectReferenceToken { Data: var reference } && !_seen.Add(reference))
            {
                return;
            }

            switch (Resolve(kid))
            {
                case NumericToken number:
                    target.Append(_contents.GetValueOrDefault((page, number.Int)));
                    break;
                case ArrayToken array:
                    foreach (var item in array.Data)
                    {
                        Walk(item, page, target);
                    }

                    break;
                case DictionaryToken element when element.ContainsKey(NameToken.Create("S")):
                    WalkElement(element, PageOf(element, page), target);
                    break;
                case DictionaryToken content when Value(content, "MCID") is NumericToken id:
                    target.Append(_contents.GetValueOrDefault((PageOf(content, page), id.Int)));
                    break;
                default:
                    break;
            }
        }

        private void WalkElement(DictionaryToken element, int page, StringBuilder target)
        {
            var role = (Value(element, "S") as NameToken)?.Data ?? "";
            if (role == "TOC")
            {
                return;
            }

            Elements[role] = Elements.GetValueOrDefault(role) + 1;
            if (Text(Value(element, "ActualText")) is { } actual)
            {
                target.Append(actual);
                return;
            }

            if (role == "Reference")
            {
                // A note's number is the edition's; the white behind it is the author's.
                var call = new StringBuilder();
                Walk(Value(element, "K"), page, call);
                target.Append(string.Concat(call.ToString().Where(char.IsWhiteSpace)));
                return;
            }

            Walk(Value(element, "K"), page, role == "Note" ? _notes : target);
        }

        private int PageOf(DictionaryToken element, int inherited) =>
            element.Data.TryGetValue("Pg", out var page) && page is IndirectReferenceToken { Data: var reference } ? _pages.GetValueOrDefault(reference, inherited) : inherited;

        /// <summary>A name tree, ISO 32000-1 7.9.6.</summary>
        private void AddNames(IToken? node, ImmutableHashSet<string>.Builder names)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if ((node is IndirectReferenceToken { Data: var reference } && !_seen.Add(reference)) || Resolve(node) is not DictionaryToken tree)
            {
                return;
            }

            names.UnionWith(Items(Value(tree, "Names")).Where((_, i) => i % 2 == 0).Select(Resolve).Select(Text).OfType<string>());
            foreach (var kid in Items(Value(tree, "Kids")))
            {
                AddNames(kid, names);
            }
        }

        private IReadOnlyList<IToken> Items(IToken? token) => Resolve(token) is ArrayToken array ? array.Data : [];

        private DictionaryToken? Dictionary(DictionaryToken parent, string key) => Resolve(Value(parent, key)) as DictionaryToken;

        private static IToken? Value(DictionaryToken parent, string key) => parent.Data.GetValueOrDefault(key);

        private string? Text(IToken? token) => Resolve(token) switch
        {
            StringToken text => text.Data,
            HexToken hex => hex.Data,
            NameToken name => name.Data,
            _ => null,
        };

        private IToken? Resolve(IToken? token) => token is IndirectReferenceToken { Data: var reference } ? document.Structure.GetObject(reference).Data : token;
    }
}
