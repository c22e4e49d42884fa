namespace Kanyin.Typesetting.Pages;

/// <summary>The <see cref="DestinationMark"/>s of the pages that the program writes itself.</summary>
public static class OwnPages
{
    public const string Title = "kanyin-title";
    public const string Colophon = "kanyin-colophon";
    public const string Dedication = "kanyin-dedication";
    public const string Contents = "kanyin-contents";
}
