using Markdig;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>The Markdown that Chinese books are written in: CommonMark, GFM's tables, notes and tasks, containers, MkDocs blocks, definitions and formulas.</summary>
internal static class Dialect
{
    // Emphasis extras are guarded (Extras): C++11 与 C++14 is no insertion. Not used, each for what it does to Chinese books:
    // generic attributes (they eat {…} in running text), mathematics (needs white space around $), autolinks (they swallow 。 and Han).
    public static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseYamlFrontMatter()
        .UseCjkFriendlyEmphasis()
        .UseEmphasisExtras()
        .UseEmojiAndSmiley(enableSmileys: false)
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseDefinitionLists()
        .Use<DefinitionsBesideTables>()
        .UseCustomContainers()
        .Use<Admonitions>()
        .Use<Directives>()
        .Use<Verbatim>()
        .Use<TagsInLine>()
        .Use<Roles>()
        .Use<Accidents>()
        .Use<Formulas>()
        .Build();
}
