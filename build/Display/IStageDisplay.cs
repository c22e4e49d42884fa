namespace Kanyin.Build.Display;

/// <summary>Shows stages to whoever watches: a line each, and on a terminal a bar below them.</summary>
public interface IStageDisplay : IPublishObserver
{
    /// <summary>Show findings only.</summary>
    bool IsQuiet { get; set; }

    void Start(IReadOnlyList<Publication> books, int stages);

    /// <summary>A line about a tool outside that was asked about an edition.</summary>
    void Asked(string tool, Publication book, string counts, string outcome, TimeSpan time);

    /// <summary>The last line about a book: how much of it arrived.</summary>
    void Reported(Publication book, string summary);

    void Stop();
}
