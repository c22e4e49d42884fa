using System.Xml.Linq;
using Kanyin.Editions.EpubCheck.Markup;

namespace Kanyin.Editions.EpubCheck.Package;

/// <summary>The package document: what it lists, in what order.</summary>
internal sealed class PackageFile
{
    /// <summary>A longer chain of fallbacks is taken for a circle.</summary>
    private const int LongestChain = 64;

    private readonly Dictionary<string, ManifestItem> _byId;
    private readonly Dictionary<string, (XElement Reference, int Index)> _places;

    public PackageFile(string path, MarkupFile markup)
    {
        (Path, Markup) = (path, markup);
        IsEpub2 = markup.Root!.Attribute("version")?.Value.Trim().StartsWith('2') == true;
        Items = [.. Elements("manifest").Elements(Names.Opf + "item").Select(Item)];
        _byId = Items.Where(i => i.Id.Length > 0).DistinctBy(i => i.Id, StringComparer.Ordinal).ToDictionary(i => i.Id, StringComparer.Ordinal);
        ByPath = Items.Where(i => i.Path.Length > 0).DistinctBy(i => i.Path, StringComparer.Ordinal).ToDictionary(i => i.Path, StringComparer.Ordinal);
        Spine = [.. Elements("spine").Elements(Names.Opf + "itemref").Select(r => (Reference: r, Item: Find(r.Attribute("idref")?.Value.Trim())))];
        _places = Spine.Select((s, i) => (s.Item, Place: (s.Reference, i))).Where(s => s.Item is not null).DistinctBy(s => s.Item!.Id, StringComparer.Ordinal).ToDictionary(s => s.Item!.Id, s => s.Place, StringComparer.Ordinal);
        IsFixed = Meta("rendition:layout").Any(m => m.Value.Trim() == "pre-paginated");
    }

    /// <summary>Paths of files and addresses of remote items.</summary>
    public IReadOnlyDictionary<string, ManifestItem> ByPath { get; }

    public string Path { get; }
    public MarkupFile Markup { get; }
    public bool IsEpub2 { get; }
    public IReadOnlyList<ManifestItem> Items { get; }
    public IReadOnlyList<(XElement Reference, ManifestItem? Item)> Spine { get; }
    public bool IsFixed { get; }

    public XElement Root => Markup.Root!;

    public ManifestItem? Nav => Items.FirstOrDefault(i => i.Properties.Contains("nav"));

    /// <summary>The NCX that the spine names.</summary>
    public ManifestItem? Toc => Elements("spine").Select(s => Find(s.Attribute("toc")?.Value.Trim())).FirstOrDefault(i => i is not null);

    public IEnumerable<XElement> Elements(string name) => Root.Elements(Names.Opf + name);

    public IEnumerable<XElement> Meta(string property) => Elements("metadata").Elements(Names.Opf + "meta").Where(m => m.Attribute("property")?.Value.Trim() == property);

    public ManifestItem? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The position of an item in the spine, or null.</summary>
    public int? Position(ManifestItem item) => _places.TryGetValue(item.Id, out var place) ? place.Index : null;

    /// <summary>The fallbacks of an item in turn, without the item; ends where the chain does or comes back.</summary>
    public IEnumerable<ManifestItem> Fallbacks(ManifestItem item)
    {
        var seen = new HashSet<ManifestItem>(ReferenceEqualityComparer.Instance) { item };
        for (var next = Find(item.Fallback); next is not null && seen.Count < LongestChain && seen.Add(next); next = Find(next.Fallback))
        {
            yield return next;
        }
    }

    /// <summary>Whether a page has a fixed layout, by the spine's word or the package's.</summary>
    public bool IsFixedPage(ManifestItem item) => _places.TryGetValue(item.Id, out var place)
        && Names.Words(place.Reference.Attribute("properties")?.Value) is var properties
        && (properties.Contains("rendition:layout-pre-paginated") || (IsFixed && !properties.Contains("rendition:layout-reflowable")));

    private ManifestItem Item(XElement item)
    {
        string Value(string name) => item.Attribute(name)?.Value.Trim() ?? "";
        var href = Value("href");
        var isRemote = Address.IsRemote(href);
        return new ManifestItem(
            Value("id"),
            isRemote ? href.Split('#')[0] : Address.Resolve(Path, href).Path ?? "",
            isRemote,
            Value("media-type"),
            item.Attribute("fallback")?.Value.Trim(),
            item.Attribute("media-overlay")?.Value.Trim(),
            Names.Words(item.Attribute("properties")?.Value),
            item);
    }
}
