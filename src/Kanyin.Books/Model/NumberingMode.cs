namespace Kanyin.Books.Model;

/// <summary>Where the numbers of headings and captions come from.</summary>
public enum NumberingMode
{
    /// <summary>The typed ones stand as they are.</summary>
    Keep,

    /// <summary>All are computed; typed ones are replaced.</summary>
    Auto,

    /// <summary>Headings have none; typed labels of captions stand.</summary>
    None,
}
