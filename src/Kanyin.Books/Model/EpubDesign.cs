namespace Kanyin.Books.Model;

/// <summary>What the author decides about the EPUB.</summary>
/// <param name="Profile">The readers that it is made for.</param>
/// <param name="EmbedsFonts">The faces of the printed book are in it, cut down to the characters used.</param>
public sealed record EpubDesign(EpubProfile Profile, bool EmbedsFonts)
{
    public static readonly EpubDesign Default = new(EpubProfile.Standard, EmbedsFonts: false);
}

public enum EpubProfile
{
    /// <summary>By the standard, for all.</summary>
    Standard,

    /// <summary>For Send-to-Kindle and KDP.</summary>
    Kindle,

    /// <summary>多看, with an attribute of its own that the standard refuses.</summary>
    Duokan,
}
