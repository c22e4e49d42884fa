namespace Kanyin.Books.Model;

/// <summary>What the colophon (版权页) says beside the facts of the title page. A number stands for itself: 1 is 第1版.</summary>
/// <param name="Edition">版次.</param>
/// <param name="Printing">印次.</param>
/// <param name="Isbn">书号, as the author parts its digits.</param>
/// <param name="Price">定价.</param>
/// <param name="Website">网址.</param>
public sealed record Imprint(string? Edition, string? Printing, string? Isbn, string? Price, string? Website)
{
    public static readonly Imprint None = new(null, null, null, null, null);
}

/// <summary>Somebody beside the authors.</summary>
public sealed record Contributor(string Name, ContributorRole Role);

public enum ContributorRole
{
    /// <summary>译者</summary>
    Translator,

    /// <summary>编者</summary>
    Editor,
}
