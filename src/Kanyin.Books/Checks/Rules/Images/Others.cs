using System.Globalization;

namespace Kanyin.Books.Checks.Rules.Images;

/// <summary>What a finding says of those that it speaks for beside the first.</summary>
internal static class Others
{
    /// <param name="count">May be none, and then nothing is said.</param>
    public static string Of(int count, string one, string several) => count switch
    {
        0 => "",
        1 => $", and so is 1 more {one}",
        _ => string.Create(CultureInfo.InvariantCulture, $", and so are {count} more {several}"),
    };
}
