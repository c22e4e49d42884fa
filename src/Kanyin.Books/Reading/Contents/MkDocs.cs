using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading.Contents;

/// <summary>MkDocs: the nav of mkdocs.yml. Tags such as !!python/name and !ENV are kept and never acted on.</summary>
internal sealed class MkDocs : IContentsReader
{
    // Aliases may name a list again and again: a contents of more lines is an attack.
    private const int MostLines = 20_000;
    private const int DeepestLine = 12;

    private static readonly string[] Names = ["mkdocs.yml", "mkdocs.yaml"];

    public bool Fits(BookFolder folder) => Load(folder, new DiagnosticBag()) is { Top: { } top } && Yaml.Value(top, "nav") is YamlSequenceNode;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var (file, top) = Load(folder, bag)!.Value;
        var list = new EntryList(folder, file, Root(top!), bag);
        var left = MostLines;
        list.Add(Lines(file, (YamlSequenceNode)Yaml.Value(top!, "nav")!, 0, ref left));
        return list.Contents("MkDocs", Facts(top!)) with { IncludeFolders = SnippetFolders(top!) };
    }

    /// <summary>The folder that mkdocs.yml says the text is in; null without mkdocs.yml.</summary>
    public static string? DeclaredRoot(BookFolder folder) => Load(folder, new DiagnosticBag()) is { Top: { } top } ? Root(top) : null;

    /// <summary>What mkdocs.yml says about the book, for a site whose order is that of its files.</summary>
    public static SiteFacts FactsOf(BookFolder folder, DiagnosticBag bag) => Load(folder, bag) is { Top: { } top } ? Facts(top) : SiteFacts.None;

    private static (SourceFile File, YamlMappingNode? Top)? Load(BookFolder folder, DiagnosticBag bag) =>
        Names.FirstOrDefault(folder.HasFile) is { } name && TextFile.Read(folder, name, bag) is { } file
            ? (file, Yaml.Load(file, 0, file.Text, ReadingFindings.BadToolSettings, bag))
            : null;

    private static string Root(YamlMappingNode top) => string.Join('/', (Yaml.Text(top, "docs_dir") ?? "docs").Replace('\\', '/').Split('/').Where(p => p is not ("" or ".")));

    private static SiteFacts Facts(YamlMappingNode top) =>
        SiteFacts.Of(Yaml.Text(top, "site_name"), [Yaml.Text(top, "site_author")], Yaml.Value(top, "theme") is YamlMappingNode theme ? Yaml.Text(theme, "language") : null, Yaml.Text(top, "site_description"));

    /// <summary>The base_path of pymdownx.snippets, one folder or several.</summary>
    private static ImmutableArray<string> SnippetFolders(YamlMappingNode top)
    {
        var extensions = Yaml.Value(top, "markdown_extensions") as YamlSequenceNode;
        var snippets = extensions?.OfType<YamlMappingNode>().Select(e => Yaml.Value(e, "pymdownx.snippets")).OfType<YamlMappingNode>().FirstOrDefault();
        var folders = snippets is null ? null : Yaml.Value(snippets, "base_path");
        return [.. (folders is YamlSequenceNode list ? list.Children.AsEnumerable() : [folders ?? new YamlScalarNode("")]).OfType<YamlScalarNode>().Select(f => f.Value).OfType<string>()];
    }

    private static ImmutableArray<Listed> Lines(SourceFile file, YamlNode node, int depth, ref int left)
    {
        var lines = ImmutableArray.CreateBuilder<Listed>();
        foreach (var item in node is YamlSequenceNode list && depth < DeepestLine ? list.Children : [])
        {
            if (item is YamlScalarNode { Value: { Length: > 0 } path } && left-- > 0)
            {
                lines.Add(new Listed(Yaml.PlaceOf(file, 0, item), "", path, []));
            }

            foreach (var (key, value) in item is YamlMappingNode mapping ? mapping.Children.AsEnumerable() : [])
            {
                if (left-- > 0)
                {
                    lines.Add(new Listed(Yaml.PlaceOf(file, 0, key), (key as YamlScalarNode)?.Value?.Trim() ?? "", (value as YamlScalarNode)?.Value, Lines(file, value, depth + 1, ref left)));
                }
            }
        }

        return lines.ToImmutable();
    }
}
