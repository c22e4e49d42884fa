using System.Runtime.CompilerServices;
using Xunit;

namespace Kanyin.Tests.Typesetting.Drawings;

/// <summary>Small pictures beside the items that they become. UPDATE_GOLDEN=1 writes them anew.</summary>
public sealed class DrawingGoldenTests
{
    public static TheoryData<string> Pictures => [.. Directory.EnumerateFiles(Folder(), "*.svg").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_becomes_these_items(string name)
    {
        var drawn = Drawn.Of(File.ReadAllBytes(Path.Combine(Folder(), name + ".svg")));
        var text = drawn.Dump + (drawn.Findings.Length == 0 ? "" : drawn.Findings + "\n");
        var golden = Path.Combine(Folder(), name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, text);
        }

        Assert.Equal(File.ReadAllText(golden), text);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Pictures");
}
