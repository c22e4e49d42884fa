using Kanyin.Books.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading;

/// <summary>Loads a small YAML mapping and keeps the places of its nodes.</summary>
internal static class Yaml
{
    /// <summary>Nodes inside nodes; the loader recurses, so deeper input is refused before it runs.</summary>
    private const int DeepestNesting = 16;

    /// <summary>The mapping at the top, an empty one for an empty text, or null after a finding of the given kind.</summary>
    /// <param name="start">Where in the file the YAML begins.</param>
    public static YamlMappingNode? Load(SourceFile file, int start, string text, DiagnosticKind kind, DiagnosticBag bag)
    {
        try
        {
            if (Depth(text) > DeepestNesting)
            {
                bag.Add(kind, new Place(file, start, 0), "The YAML is nested too deeply.");
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" })
            {
                return [];
            }

            if (stream.Documents[0].RootNode is YamlMappingNode mapping)
            {
                return mapping;
            }

            bag.Add(kind, PlaceOf(file, start, stream.Documents[0].RootNode), "Expected lines of the form key: value.");
        }
        catch (YamlException e)
        {
            bag.Add(kind, new Place(file, start + (int)e.Start.Index, 0), $"This is not YAML: {e.Message}");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // What the library says of some broken brackets: without a place.
            bag.Add(kind, new Place(file, start, 0), "This is not YAML.");
        }

        return null;
    }

    public static YamlNode? Value(YamlMappingNode? from, string key) => from?.Children.FirstOrDefault(c => c.Key is YamlScalarNode k && k.Value == key).Value;

    /// <summary>Null when it is empty or no scalar.</summary>
    public static string? Text(YamlMappingNode? from, string key) => Value(from, key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    public static Place PlaceOf(SourceFile file, int start, YamlNode node) =>
        new(file, start + (int)node.Start.Index, (int)(node.End.Index - node.Start.Index));

    private static int Depth(string text)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, deepest) = (0, 0);
        while (parser.MoveNext() && deepest <= DeepestNesting)
        {
            depth += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            deepest = System.Math.Max(deepest, depth);
        }

        return deepest;
    }
}
