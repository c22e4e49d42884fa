namespace Kanyin.Typesetting.Fonts;

/// <summary>A pair of faces that go together, one for Han and one for Latin.</summary>
public enum FontFamily
{
    /// <summary>宋体 with Source Serif.</summary>
    Serif,

    /// <summary>黑体 with its own Latin.</summary>
    Sans,

    /// <summary>楷体 with Source Serif.</summary>
    Kai,

    /// <summary>Inconsolata with 黑体.</summary>
    Mono,

    /// <summary>黑体 with its own Latin, lighter than in headings: labels in pictures.</summary>
    Label,
}
