using Kanyin.Books.Diagnostics;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>The YAML between --- lines at the head of a file. Its title serves a chapter that has no heading of its own.</summary>
internal static class FrontMatter
{
    public static string? Title(MarkdownDocument document, ReadingFile file, DiagnosticBag bag)
    {
        if (document is not [YamlFrontMatterBlock block, ..])
        {
            return null;
        }

        var start = block.Span.Start + file.Source.Text.AsSpan(block.Span.Start).IndexOf('\n') + 1;
        var mapping = Yaml.Load(file.Source, start, block.Lines.ToString(), ReadingFindings.BadFrontMatter, bag);
        var title = mapping?.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: "title" }).Value as YamlScalarNode;
        return string.IsNullOrWhiteSpace(title?.Value) ? null : title.Value.Trim();
    }
}
