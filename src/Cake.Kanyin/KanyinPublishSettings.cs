using Cake.Core.IO;

namespace Cake.Kanyin;

/// <summary>The options of <c>kanyin publish</c>. Paths are relative to the working directory.</summary>
public sealed class KanyinPublishSettings : KanyinSettings
{
    /// <summary>The folder that gets one folder a book; output without it.</summary>
    public DirectoryPath? Output { get; set; }

    /// <summary>Write the PDF; without <see cref="Epub"/>, only the PDF.</summary>
    public bool Pdf { get; set; }

    /// <summary>Write the EPUB; without <see cref="Pdf"/>, only the EPUB.</summary>
    public bool Epub { get; set; }

    /// <summary>screen or print: write only the PDF, made for that.</summary>
    public string? For { get; set; }

    /// <summary>standard, kindle or duokan: the readers that the EPUB is made for.</summary>
    public string? EpubFor { get; set; }

    /// <summary>Fetch the pictures that are on the web.</summary>
    public bool Online { get; set; }

    /// <summary>Hosts that are asked although they are in a private network.</summary>
    public ICollection<string> AllowedHosts { get; } = [];

    /// <summary>Write the editions although a finding is an error; the build fails all the same.</summary>
    public bool KeepGoing { get; set; }

    /// <summary>Do not read the editions back.</summary>
    public bool NoProof { get; set; }

    /// <summary>The path is a library: a folder of books, or a text file with the path of a book a line.</summary>
    public bool All { get; set; }

    /// <summary>I/N: of a library parted among N machines, the part of the I-th; job/N in an Indexed Job of Kubernetes.</summary>
    public string? Shard { get; set; }

    internal override string Command => "publish";

    internal override void AddOptions(ProcessArgumentBuilder arguments)
    {
        AddValue(arguments, "--output", Output?.FullPath);
        AddSwitch(arguments, "--pdf", Pdf);
        AddSwitch(arguments, "--epub", Epub);
        AddValue(arguments, "--for", For);
        AddValue(arguments, "--epub-for", EpubFor);
        AddSwitch(arguments, "--online", Online);
        AddValues(arguments, "--allow-host", AllowedHosts);
        AddSwitch(arguments, "--keep-going", KeepGoing);
        AddSwitch(arguments, "--no-proof", NoProof);
        AddSwitch(arguments, "--all", All);
        AddValue(arguments, "--shard", Shard);
    }
}
