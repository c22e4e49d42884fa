namespace Kanyin.Books.Model;

/// <summary>What a PDF is made for.</summary>
public enum Purpose
{
    /// <summary>Paper and screen alike: the usual edition.</summary>
    Both,

    /// <summary>Screens: the same margins on every page, no empty pages, smaller pictures.</summary>
    Screen,

    /// <summary>A press: text in one ink, left and right pages, an even number of them.</summary>
    Print,
}
