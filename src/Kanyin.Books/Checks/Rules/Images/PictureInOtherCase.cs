using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class PictureInOtherCase : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG005", Severity.Warning, "Picture in another letter case than the file");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var image in book.Images)
        {
            if (image.Picture is { Content: null } picture && Named(image.Source) is var named && !picture.Path.EndsWith(named, StringComparison.Ordinal) && picture.Path.EndsWith(named, StringComparison.OrdinalIgnoreCase))
            {
                bag.Add(Kind, image.At, $"{image.Source} is found here, but not on a web site or on Linux: the file is {picture.Path}.", "Write the name as the file has it.");
            }
        }
    }

    /// <summary>The part of an address that names folders and the file, after any ../.</summary>
    private static string Named(string source)
    {
        var path = Uri.UnescapeDataString(source.Split('?', '#')[0]).Replace('\\', '/');
        return path[(path.LastIndexOf("../", StringComparison.Ordinal) is var up and >= 0 ? up + 3 : 0)..].TrimStart('.', '/');
    }
}
