namespace Kanyin.Editions.Epub;

/// <summary>A file of the EPUB.</summary>
/// <param name="Path">Relative to the package document; ASCII, because old readers lose other names.</param>
/// <param name="Properties">Manifest properties, or null.</param>
internal sealed record EpubFile(string Path, string MediaType, byte[] Data, string? Properties = null)
{
    public const string Xhtml = "application/xhtml+xml";
    public const string Woff = "font/woff";

    /// <summary>A picture whose paper is the page's: dark lines in it vanish on a dark page.</summary>
    public bool IsSeeThrough { get; init; }

    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The manifest id.</summary>
    public string Id => "f-" + Path.Replace('/', '-').Replace('.', '-');
}
