using System.Text.Json;
using System.Text.Json.Nodes;
using Cake.Core;

namespace Kanyin.Build;

/// <summary>What the program that made the books is made of: a list of its packages in CycloneDX, by the tool of that name.</summary>
internal static class Materials
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="seconds">Since 1970, when it was committed: the same commit gives the same bytes.</param>
    public static void Write(BuildContext context, string path, long seconds)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        DotNet.Run(context, "tool", "restore");
        DotNet.Run(context, "CycloneDX", "src/Kanyin/Kanyin.csproj", "--output", folder, "--filename", Path.GetFileName(path), "--output-format", "Json", "--disable-package-restore");
        var list = JsonNode.Parse(File.ReadAllText(path)) ?? throw new CakeException($"{path} is empty.");

        // By itself the tool names the moment, and draws the number by lot.
        list.AsObject().Remove("serialNumber");
        list["metadata"]!["timestamp"] = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        File.WriteAllText(path, list.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n");
    }
}
