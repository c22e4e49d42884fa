using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>The Markdown that Chinese books are written in: CommonMark, GFM's tables, notes and tasks, containers, MkDocs blocks, definitions and formulas.</summary>
internal static class Dialect
{
    // Not used, each for what it does to Chinese books: emphasis extras other than ~~ (C++11 与 C++14 would be an insertion),
    // generic attributes (they eat {…} in running text), mathematics (needs white space around $), autolinks (they swallow 。 and Han).
    public static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseYamlFrontMatter()
        .UseCjkFriendlyEmphasis()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseDefinitionLists()
        .Use<DefinitionsBesideTables>()
        .UseCustomContainers()
        .Use<Admonitions>()
        .Use<Formulas>()
        .Build();
}
