using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Typesetting.Fonts;

namespace Kanyin;

/// <summary>How to publish.</summary>
/// <param name="Output">The folder that gets one folder a book.</param>
/// <param name="KeepGoing">Write the editions although a finding is an error.</param>
/// <param name="Date">The edition's date where book.yml has none.</param>
public sealed record PublishSettings(string Output, bool KeepGoing = false, DateOnly? Date = null)
{
    /// <summary>What the PDF is made for, whatever book.yml says; its name then says it too.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>The pages of a gathering, where the PDF is a booklet to print at home: two pages a side.</summary>
    public int? Signature { get; init; }

    /// <summary>The readers that the EPUB is made for, whatever book.yml says.</summary>
    public EpubProfile? EpubProfile { get; init; }

    /// <summary>Fetch the pictures that are on the web, and keep them in the output folder.</summary>
    public bool IsOnline { get; init; }

    /// <summary>Hosts that are asked although they are in a private network.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];
}

/// <summary>From a path to finished editions: the one thing that the tool and the build both use.</summary>
public sealed class Publisher(PublishSettings settings, IPublishObserver observer, TimeProvider clock)
{
    private readonly Lazy<FontBook> _fonts = new(() => FontBook.Load(FontFolder.Find(AppContext.BaseDirectory)));

    /// <param name="path">A book's folder, or a single Markdown or text file.</param>
    public Publication Open(string path) => Open(path, null);

    /// <param name="earlier">What is known of the same book from before; gets what is known now.</param>
    internal Publication Open(string path, Earlier? earlier)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("The path of the book is empty.");
        }

        var full = Path.GetFullPath(path);
        return Path.Exists(full)
            ? new Publication(full, settings, new ReadingOptions(settings.Date), _fonts, observer, clock, earlier)
            : throw new UsageException($"There is no file or folder {path}.");
    }
}
