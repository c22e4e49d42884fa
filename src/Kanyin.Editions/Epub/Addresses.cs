using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>In which file each id of the book lives.</summary>
internal sealed class Addresses
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    public Addresses(ImmutableArray<ContentDocument> documents)
    {
        foreach (var document in documents.Where(d => !d.IsPart))
        {
            if (document.IsFirst)
            {
                _files.TryAdd(document.Chapter.Id, document.Name);
                _beginnings.Add(document.Chapter.Id);
            }

            foreach (var id in IdsIn(document.Blocks))
            {
                _files.TryAdd(id, document.Name);
            }
        }
    }

    /// <summary>The address of an id as seen from a file in the same folder, or null when the book has no such id.</summary>
    public string? Find(string id, string fromFile) =>
        !_files.TryGetValue(id, out var file) ? null
        : file == fromFile ? "#" + XmlText.Id(id)
        : _beginnings.Contains(id) ? file
        : $"{file}#{XmlText.Id(id)}";

    private static IEnumerable<string> IdsIn(ImmutableArray<Block> blocks)
    {
        var ofBlocks = Descendants.AllBlocks(blocks).Select(b => b switch
        {
            Heading heading => heading.Id,
            Captioned { Id.Length: > 0 } captioned => captioned.Id,
            _ => null,
        });
        var ofInlines = Descendants.AllInlines(blocks).Select(i => i switch
        {
            Anchor anchor => anchor.Id,
            Note note => note.Id,
            _ => null,
        });
        return ofBlocks.Concat(ofInlines).OfType<string>();
    }
}
