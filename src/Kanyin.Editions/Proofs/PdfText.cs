using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.Pdf;
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
/// <param name="Outline">Its targets are names of destinations.</param>
/// <param name="Destinations">The page of each, from 1.</param>
/// <param name="Links">The destination that each internal link names.</param>
/// <param name="Elements">How many structure elements there are of each type, outside the contents pages.</param>
internal sealed record PdfText(bool IsTagged, string Body, string Notes, string Everything, ImmutableArray<ContentsLine> Outline, IReadOnlyDictionary<string, int> Destinations, ImmutableHashSet<string> Links, IReadOnlyDictionary<string, int> Elements) : IDisposable
{
    /// <summary>Its pictures are decoded when they are asked for.</summary>
    public required PdfDocument Document { get; init; }

    /// <summary>The links and figures of the tag tree, those of notes and of the contents pages left out.</summary>
    public required PdfPart BodyPart { get; init; }

    /// <summary>Those of each note.</summary>
    public required IReadOnlyList<PdfPart> NoteParts { get; init; }

    /// <summary>The printed number of each page.</summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>The words of each page that belong to the text, as the page has them.</summary>
    public required ImmutableArray<string> Pages { get; init; }

    /// <summary>Reads the whole file. What PdfPig throws for damaged files is not declared, so the caller has to expect anything.</summary>
    public static PdfText Read(Stream pdf, Progress? progress = null)
    {
        var document = PdfDocument.Open(pdf);
        var reader = new Reader(document);
        var everything = new StringBuilder();
        var links = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var steps = new Steps(document.NumberOfPages, progress);
        foreach (var page in document.GetPages())
        {
            reader.AddPage(page);
            everything.Append(string.Concat(page.Letters.Select(l => l.Value)));
            links.UnionWith(reader.LinksOf(page));
            steps.Add(1);
        }

        var isTagged = reader.ReadStructure();
        return new PdfText(isTagged, XmlText.Clean(reader.Body), XmlText.Clean(reader.Notes), everything.ToString(), reader.Outline(), reader.Destinations(), links.ToImmutable(), reader.Elements)
        {
            Document = document,
            BodyPart = reader.BodyPart,
            NoteParts = reader.NoteParts,
            Labels = reader.Labels(document.NumberOfPages),
            Pages = reader.PageTexts(document.NumberOfPages),
        };
    }

    public void Dispose() => Document.Dispose();

    /// <summary>Walks the raw objects that PdfPig has no model for.</summary>
    private sealed class Reader
    {
        private readonly PdfDocument _document;
        private readonly DictionaryToken _catalog;
        private readonly Dictionary<(int Page, int Content), string> _contents = [];
        private readonly Dictionary<(int Page, int Content), List<MarkedContentElement>> _drawn = [];
        private readonly Dictionary<IndirectReference, int> _pages = [];
        private readonly HashSet<IndirectReference> _seen = [];
        private readonly StringBuilder _body = new();
        private readonly StringBuilder _notes = new();

        /// <summary>Words that are drawn, in a picture, are none of the text.</summary>
        private readonly StringBuilder _inPictures = new();

        private PdfPart _part = new();
        private PdfFigure? _figure;

        /// <summary>Where the targets go of what is walked, the call of a note or its number; null for the author's links.</summary>
        private List<string>? _ours;

        public Reader(PdfDocument document)
        {
            _document = document;
            _catalog = document.Structure.Catalog.CatalogDictionary;
            BodyPart = _part;
        }

        public Dictionary<string, int> Elements { get; } = new(StringComparer.Ordinal);

        public PdfPart BodyPart { get; }

        public List<PdfPart> NoteParts { get; } = [];

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
            AddPages(Dictionary(_catalog, "Pages"));
            if (Dictionary(_catalog, "StructTreeRoot") is not { } root)
            {
                return false;
            }

            _seen.Clear();
            Walk(Value(root, "K"), 0, _body);
            return true;
        }

        public IEnumerable<string> LinksOf(Page page)
        {
            foreach (var annotation in Items(Value(page.Dictionary, "Annots")).Select(Resolve).OfType<DictionaryToken>())
            {
                if (DestinationOf(annotation) is { } name)
                {
                    yield return name;
                }
            }
        }

        public Dictionary<string, int> Destinations()
        {
            var names = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (name, place) in Dictionary(_catalog, "Dests")?.Data ?? new Dictionary<string, IToken>())
            {
                names[name] = PageOfPlace(place);
            }

            _seen.Clear();
            if (Dictionary(_catalog, "Names") is { } trees)
            {
                AddNames(Value(trees, "Dests"), names);
            }

            return names;
        }

        /// <summary>ISO 32000-1 12.3.3.</summary>
        public ImmutableArray<ContentsLine> Outline()
        {
            var lines = ImmutableArray.CreateBuilder<ContentsLine>();
            _seen.Clear();
            AddEntries(Dictionary(_catalog, "Outlines"), -1, lines);
            return lines.ToImmutable();
        }

        /// <summary>ISO 32000-1 12.4.2, of a number tree of one node.</summary>
        public ImmutableArray<string> Labels(int count)
        {
            var labels = Enumerable.Repeat("", count).ToArray();
            var ranges = Dictionary(_catalog, "PageLabels") is { } tree ? Items(Value(tree, "Nums")) : [];
            for (var i = 0; i + 1 < ranges.Count; i += 2)
            {
                if (Resolve(ranges[i]) is not NumericToken first || Resolve(ranges[i + 1]) is not DictionaryToken range)
                {
                    continue;
                }

                var start = (Value(range, "St") as NumericToken)?.Int ?? 1;
                var style = (Value(range, "S") as NameToken)?.Data;
                for (var page = Math.Max(0, first.Int); page < count; page++)
                {
                    var number = start + page - first.Int;
                    labels[page] = Text(Value(range, "P")) + (style is null ? "" : style == "r" ? PageLabels.Roman(number) : number.ToString(CultureInfo.InvariantCulture));
                }
            }

            return [.. labels];
        }

        public ImmutableArray<string> PageTexts(int count)
        {
            var pages = new StringBuilder[count];
            foreach (var ((page, _), words) in _contents.OrderBy(c => c.Key.Page).ThenBy(c => c.Key.Content))
            {
                (pages[page - 1] ??= new StringBuilder()).Append(words);
            }

            return [.. pages.Select(p => p is null ? "" : SpacedText.Of(XmlText.Clean(p.ToString())).Letters)];
        }

        private void AddEntries(DictionaryToken? parent, int index, ImmutableArray<ContentsLine>.Builder lines)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            var token = parent is null ? null : Value(parent, "First");
            while (token is IndirectReferenceToken { Data: var reference } && _seen.Add(reference) && Resolve(token) is DictionaryToken entry)
            {
                lines.Add(new ContentsLine(BookText.Squeeze(Text(Value(entry, "Title")) ?? ""), index, DestinationOf(entry) ?? ""));
                AddEntries(entry, lines.Count - 1, lines);
                token = Value(entry, "Next");
            }
        }

        private string? DestinationOf(DictionaryToken link) =>
            Text(Value(link, "Dest") ?? (Dictionary(link, "A") is { } action ? Value(action, "D") : null));

        private int PageOfPlace(IToken? place)
        {
            var array = Resolve(place) is DictionaryToken { } dictionary ? Items(Value(dictionary, "D")) : Items(place);
            return array is [IndirectReferenceToken { Data: var page }, ..] ? _pages.GetValueOrDefault(page) : 0;
        }

        private void AddContent(int page, MarkedContentElement content)
        {
            if (content.MarkedContentIdentifier >= 0 && !content.IsArtifact)
            {
                var key = (page, content.MarkedContentIdentifier);
                _contents[key] = _contents.GetValueOrDefault(key) + WordsOf(content);
                if (content.Tag == "Figure")
                {
                    (_drawn.TryGetValue(key, out var drawn) ? drawn : _drawn[key] = []).Add(content);
                }

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
                    AddContent(page, number.Int, target);
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
                    AddContent(PageOf(content, page), id.Int, target);
                    break;
                default:
                    break;
            }
        }

        private void AddContent(int page, int content, StringBuilder target)
        {
            target.Append(_contents.GetValueOrDefault((page, content)));
            _drawn.GetValueOrDefault((page, content))?.ForEach(c => _figure?.Add(c));
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
                _ours = _part.Calls;
                Walk(Value(element, "K"), page, call);
                _ours = null;
                target.Append(string.Concat(call.ToString().Where(char.IsWhiteSpace)));
                return;
            }

            if (role == "Link")
            {
                (_ours ?? _part.Links).AddRange(TargetsOf(element).Distinct(StringComparer.Ordinal));
            }

            var (outer, outerFigure) = (_part, _figure);
            if (role == "Note")
            {
                NoteParts.Add(_part = new PdfPart());
            }

            if (role == "Figure")
            {
                _part.Figures.Add(_figure = new PdfFigure(page, Text(Value(element, "Alt")) ?? ""));
            }

            // A list in a note has labels too, but they are not pressed.
            _ours = role == "Lbl" && ReferenceEquals(target, _notes) ? _part.WaysBack : null;
            Walk(Value(element, "K"), page, role switch
            {
                "Note" => _notes,
                "Figure" => _inPictures,
                "Caption" when ReferenceEquals(target, _inPictures) => _body,
                _ => target,
            });
            (_part, _figure) = (outer, outerFigure);
            _ours = null;
        }

        /// <summary>Where the annotations of a link lead: one a line.</summary>
        private IEnumerable<string> TargetsOf(DictionaryToken element) =>
            (Resolve(Value(element, "K")) is ArrayToken kids ? kids.Data : [Value(element, "K")!])
                .Select(Resolve).OfType<DictionaryToken>()
                .Select(k => Dictionary(k, "Obj")).OfType<DictionaryToken>()
                .Select(a => DestinationOf(a) ?? (Dictionary(a, "A") is { } action ? Text(Value(action, "URI")) : null)).OfType<string>();

        private int PageOf(DictionaryToken element, int inherited) =>
            element.Data.TryGetValue("Pg", out var page) && page is IndirectReferenceToken { Data: var reference } ? _pages.GetValueOrDefault(reference, inherited) : inherited;

        /// <summary>A name tree, ISO 32000-1 7.9.6.</summary>
        private void AddNames(IToken? node, Dictionary<string, int> names)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if ((node is IndirectReferenceToken { Data: var reference } && !_seen.Add(reference)) || Resolve(node) is not DictionaryToken tree)
            {
                return;
            }

            var pairs = Items(Value(tree, "Names"));
            for (var i = 0; i + 1 < pairs.Count; i += 2)
            {
                names[Text(pairs[i]) ?? ""] = PageOfPlace(pairs[i + 1]);
            }

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

        private IToken? Resolve(IToken? token) => token is IndirectReferenceToken { Data: var reference } ? _document.Structure.GetObject(reference).Data : token;
    }
}
