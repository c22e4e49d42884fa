namespace Kanyin.Mutation;

/// <summary>A folder of the source under trial.</summary>
/// <param name="Path">Relative to the project's folder, below src.</param>
/// <param name="Tests">Which test classes answer for it: how their full names begin.</param>
internal sealed record Folder(string Name, string Project, string Path, params string[] Tests)
{
    public static IReadOnlyList<Folder> All { get; } =
    [
        new("chinese", "Kanyin.Typesetting", "Chinese", "Kanyin.Tests.Typesetting.Chinese.", "Kanyin.Tests.Typesetting.Lines."),
        new("lines", "Kanyin.Typesetting", "Lines", "Kanyin.Tests.Typesetting.Lines.", "Kanyin.Tests.Typesetting.Flow.", "Kanyin.Tests.Typesetting.Mathematics.FormulaLine"),
        new("checks", "Kanyin.Books", "Checks", "Kanyin.Tests.Checks.", "Kanyin.Tests.Fixes."),
        new("objects", "Kanyin.Editions", "Pdf/Objects", "Kanyin.Tests.Pdf."),
    ];

    public string Source => System.IO.Path.GetFullPath(System.IO.Path.Combine("src", Project, Path));
}
