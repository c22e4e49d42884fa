namespace Kanyin.Online;

/// <summary>How the web is asked: gently.</summary>
internal sealed record WebSettings
{
    /// <summary>A book has up to thousands of pictures on one host, and hosts of pictures are made for being asked often.</summary>
    public static readonly WebSettings ForPictures = new() { HostGap = TimeSpan.FromMilliseconds(50) };

    /// <summary>Hosts that are asked although they are in a private network, by name.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>For an answer's head, and again for its body.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; twice as long before each that follows.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A site that asks for a longer wait is asked another day.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Between two questions to one host.</summary>
    public TimeSpan HostGap { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Hosts asked side by side.</summary>
    public int HostsAtOnce { get; init; } = 16;

    /// <summary>Bytes of a page that are looked through for a fragment.</summary>
    public int LargestBody { get; init; } = 4 << 20;

    /// <summary>Bytes of one picture.</summary>
    public long LargestPicture { get; init; } = 20 << 20;

    /// <summary>Bytes of all pictures of a book that are fetched in one run.</summary>
    public long LargestPictures { get; init; } = 500 << 20;

    /// <summary>How long a good answer is believed.</summary>
    public TimeSpan GoodFor { get; init; } = TimeSpan.FromDays(7);
}
