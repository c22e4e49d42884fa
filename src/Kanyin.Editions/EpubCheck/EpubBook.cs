using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Archive;
using Kanyin.Editions.EpubCheck.Markup;

namespace Kanyin.Editions.EpubCheck;

/// <summary>An EPUB while it is checked: its files, and what has been gathered from them.</summary>
internal sealed class EpubBook(ZipFile archive, Findings findings)
{
    /// <summary>Bytes of all markup and style sheets together, which stay in memory; a long novel has a hundredth of it.</summary>
    private const long MaximumText = 128L << 20;

    private readonly Dictionary<string, ZipMember> _members = archive.Members.Where(m => !m.IsFolder).DistinctBy(m => m.Name, StringComparer.Ordinal).ToDictionary(m => m.Name, StringComparer.Ordinal);
    private readonly MarkupReader _reader = new(findings);
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private long _text;

    public ZipFile Archive { get; } = archive;
    public Findings Findings { get; } = findings;

    /// <summary>Files that encryption.xml says are encrypted.</summary>
    public HashSet<string> Encrypted { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that encryption.xml says are obfuscated, and where; only fonts may be.</summary>
    public Dictionary<string, Place> Obfuscated { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties of the spine's entries that are let pass though EPUB does not know them.</summary>
    public IReadOnlyList<string> SpineProperties { get; init; } = [];

    public List<Reference> References { get; } = [];

    /// <summary>The parts of each document that an address may lead to, in order.</summary>
    public Dictionary<string, Dictionary<string, int>> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of SVG elements, which a link cannot usefully lead to but use can.</summary>
    public Dictionary<string, HashSet<string>> Symbols { get; } = new(StringComparer.Ordinal);

    /// <summary>Links of the contents and of the page list, by file and offset: which of the two they are in.</summary>
    public Dictionary<(string Path, int Offset), string> NavKinds { get; } = [];

    public bool IsEpub2 { get; set; }

    /// <summary>Whether some document has a script, which may fetch and open what no reference shows.</summary>
    public bool HasScripts { get; set; }

    /// <summary>Whether the package names the printed edition whose pages the book marks.</summary>
    public bool HasPageSource { get; set; }

    public IEnumerable<string> Paths => _members.Keys;

    public bool Has(string path) => _members.ContainsKey(path);

    /// <summary>The bytes, or null where there are none to read; why has been reported.</summary>
    public byte[]? Bytes(string path)
    {
        if (!_members.TryGetValue(path, out var member) || _unreadable.Contains(path) || Encrypted.Contains(path))
        {
            return null;
        }

        try
        {
            return Archive.Read(member);
        }
        catch (InvalidDataException e)
        {
            _unreadable.Add(path);
            Findings.Add(EpubKinds.HarmfulEntry, Place.Of(new SourceFile(path, "")), e.Message);
            return null;
        }
    }

    /// <summary>The bytes of a file of text, or null where there are none to read or there has been too much text before.</summary>
    public byte[]? Text(string path)
    {
        if (Bytes(path) is not { } bytes)
        {
            return null;
        }

        _text += bytes.Length;
        if (_text <= MaximumText)
        {
            return bytes;
        }

        _unreadable.Add(path);
        Findings.Add(EpubKinds.HarmfulEntry, Place.Of(new SourceFile(path, "")), "The text of the book is larger than 128 MiB.");
        return null;
    }

    public MarkupFile? Markup(string path) => Text(path) is { } bytes ? _reader.Read(path, bytes, IsEpub2) : null;
}
