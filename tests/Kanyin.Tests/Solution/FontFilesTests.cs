using System.Security.Cryptography;
using Xunit;

namespace Kanyin.Tests.Solution;

/// <summary>fonts/FONTS.md says what each font file is; it must be true.</summary>
public sealed class FontFilesTests
{
    private static readonly (string File, string Sha256)[] Listed =
        [.. from line in Repository.Read("fonts/FONTS.md").Split('\n')
            let cells = line.Split('|', StringSplitOptions.TrimEntries)
            where cells.Length == 7 && cells[5].Length == 64
            select (cells[1], cells[5])];

    [Fact]
    public void Every_font_file_is_listed_and_every_listed_file_exists()
    {
        var files = Repository.Files.Where(path => path.StartsWith("fonts/", StringComparison.Ordinal) && Path.GetExtension(path) is ".ttf" or ".woff" or ".otf").Select(path => path["fonts/".Length..]);

        Assert.Equal(files, Listed.Select(font => font.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_font_file_is_the_one_that_was_listed()
    {
        var changed = Listed.Where(font => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Root, "fonts", font.File)))) != font.Sha256);

        Assert.Empty(changed);
    }

    [Fact]
    public void Every_family_has_its_licence_beside_it() =>
        Assert.All(Listed.Select(font => Path.GetDirectoryName(font.File)!).Distinct(), family => Assert.Contains($"fonts/{family}/OFL.txt", Repository.Files));
}
