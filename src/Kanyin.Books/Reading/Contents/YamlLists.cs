using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading.Contents;

/// <summary>The orders that Quarto (_quarto.yml), bookdown (_bookdown.yml) and Jupyter Book (_toc.yml) keep in YAML: lists of files, some of which head others.</summary>
internal sealed class YamlLists : IContentsReader
{
    // Aliases may name a list again and again: a contents of more lines is an attack.
    private const int MostLines = 20_000;
    private const int DeepestLine = 12;

    private static readonly (string File, string Form, Func<YamlMappingNode, IEnumerable<YamlNode?>> Lists)[] _tools =
    [
        ("_quarto.yml", "Quarto", top => Yaml.Value(top, "book") is YamlMappingNode book ? [Yaml.Value(book, "chapters"), Yaml.Value(book, "appendices")] : []),
        ("_bookdown.yml", "bookdown", top => [Yaml.Value(top, "rmd_files") is YamlMappingNode formats ? formats.Children.Values.FirstOrDefault() : Yaml.Value(top, "rmd_files")]),
        ("_toc.yml", "Jupyter Book", top => Yaml.Value(top, "root") is { } root ? [new YamlSequenceNode(root), Yaml.Value(top, "chapters"), Yaml.Value(top, "parts"), Yaml.Value(top, "sections")] : []),
    ];

    /// <summary>What a line of a list is called by, and what stands below it.</summary>
    private static readonly string[] _titles = ["title", "text", "caption", "part"], _files = ["file", "href", "part"], _below = ["chapters", "sections", "contents"];

    public bool Fits(BookFolder folder) => Found(folder) is not null;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var (file, root, form, top, lists) = Found(folder)!.Value;
        var list = new EntryList(folder, file, root, bag);
        var left = MostLines;
        list.Add([.. lists.SelectMany(l => Lines(file, l, 0, ref left).AsEnumerable())]);
        return list.Contents(form, FactsOf(folder, root, top, bag));
    }

    private static (SourceFile File, string Root, string Form, YamlMappingNode Top, ImmutableArray<YamlSequenceNode> Lists)? Found(BookFolder folder)
    {
        foreach (var root in ContentRoot.Candidates(folder))
        {
            foreach (var (name, form, lists) in _tools)
            {
                if (folder.Find(root, name) is { IsFile: true, Path: { } path } && TextFile.Read(folder, path, new DiagnosticBag()) is { } file
                    && Yaml.Load(file, 0, file.Text, ReadingFindings.BadToolSettings, new DiagnosticBag()) is { } top
                    && lists(top).OfType<YamlSequenceNode>().ToImmutableArray() is { IsEmpty: false } found)
                {
                    return (file, root, form, top, found);
                }
            }
        }

        return null;
    }

    private static ImmutableArray<Listed> Lines(SourceFile file, YamlNode? node, int depth, ref int left)
    {
        var lines = ImmutableArray.CreateBuilder<Listed>();
        foreach (var item in node is YamlSequenceNode list && depth < DeepestLine ? list.Children : [])
        {
            if (left-- <= 0)
            {
                break;
            }

            if (item is YamlScalarNode { Value: { Length: > 0 } path })
            {
                lines.Add(new Listed(Yaml.PlaceOf(file, 0, item), "", path, []));
            }
            else if (item is YamlMappingNode line)
            {
                var below = Lines(file, _below.Select(k => Yaml.Value(line, k)).FirstOrDefault(v => v is not null), depth + 1, ref left);
                var title = First(line, _titles) ?? "";

                // Quarto's part is a file, or the words of a title.
                var address = First(line, _files) is { } named && (TextFile.IsText(named) || Yaml.Text(line, "part") is null) ? named : null;
                lines.Add(new Listed(Yaml.PlaceOf(file, 0, item), title == address ? "" : title, address, below));
            }
        }

        return lines.ToImmutable();
    }

    private static string? First(YamlMappingNode line, string[] keys) => keys.Select(k => Yaml.Text(line, k)).FirstOrDefault(v => v is not null);

    /// <summary>Quarto says them in the same file, Jupyter Book in its settings.</summary>
    private static SiteFacts FactsOf(BookFolder folder, string root, YamlMappingNode top, DiagnosticBag bag)
    {
        var book = Yaml.Value(top, "book") as YamlMappingNode;
        var said = book ?? (folder.Find(root, "_config.yml") is { IsFile: true, Path: { } path } && TextFile.Read(folder, path, bag) is { } file ? Yaml.Load(file, 0, file.Text, ReadingFindings.BadToolSettings, bag) : null);
        var authors = Yaml.Value(said, "author") is YamlSequenceNode several ? several.Children.AsEnumerable() : [Yaml.Value(said, "author") ?? new YamlScalarNode("")];
        return SiteFacts.Of(Yaml.Text(said, "title"), authors.Select(a => a is YamlMappingNode who ? Yaml.Text(who, "name") : (a as YamlScalarNode)?.Value), Yaml.Text(top, "lang"), Yaml.Text(said, "description"));
    }
}
