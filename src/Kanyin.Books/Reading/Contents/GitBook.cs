using System.Text.Json;
using Kanyin.Books.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading.Contents;

/// <summary>The settings of GitBook and HonKit: book.json, and .gitbook.yaml of the site that followed.</summary>
/// <param name="Root">The folder of the text.</param>
/// <param name="Summary">The name of the contents file, relative to the root.</param>
internal sealed record GitBook(string Root, string? Summary, SiteFacts Facts)
{
    private static readonly JsonDocumentOptions _lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Null when there are no such settings.</summary>
    public static GitBook? Read(BookFolder folder, DiagnosticBag bag)
    {
        if (folder.HasFile(".gitbook.yaml") && TextFile.Read(folder, ".gitbook.yaml", bag) is { } yaml)
        {
            var top = Yaml.Load(yaml, 0, yaml.Text, ReadingFindings.BadToolSettings, bag);
            var structure = Yaml.Value(top, "structure") as YamlMappingNode;
            return new GitBook(Folder(Yaml.Text(top, "root")), Yaml.Text(structure, "summary"), SiteFacts.None);
        }

        return folder.HasFile("book.json") && TextFile.Read(folder, "book.json", bag) is { } json ? Parse(json, bag) : null;
    }

    private static GitBook? Parse(SourceFile file, DiagnosticBag bag)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Text, _lenient);
            var top = document.RootElement;
            if (top.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var structure = top.TryGetProperty("structure", out var s) && s.ValueKind == JsonValueKind.Object ? s : default;
            return new GitBook(Folder(Text(top, "root")), Text(structure, "summary"), SiteFacts.Of(Text(top, "title"), Authors(top), Text(top, "language"), Text(top, "description")));
        }
        catch (JsonException e)
        {
            bag.Add(ReadingFindings.BadToolSettings, Place.Of(file), $"book.json is not JSON: {e.Message}");
            return null;
        }
    }

    private static IEnumerable<string?> Authors(JsonElement top) =>
        !top.TryGetProperty("author", out var author) ? []
        : author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().Select(a => a.ValueKind == JsonValueKind.String ? a.GetString() : null)
        : [Text(top, "author")];

    private static string? Text(JsonElement from, string key) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Folder(string? path) => path is null ? "" : string.Join('/', path.Replace('\\', '/').Split('/').Where(p => p is not ("" or ".")));
}
