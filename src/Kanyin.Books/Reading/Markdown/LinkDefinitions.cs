using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Link definitions, [name]: address, of which nothing in the text tells that they are there.</summary>
internal static class LinkDefinitions
{
    public static void ReportUnused(ReadingFile file, MarkdownDocument document)
    {
        LinkReferenceDefinition[] definitions =
            [.. document.OfType<LinkReferenceDefinitionGroup>().SelectMany(g => g).OfType<LinkReferenceDefinition>().Where(d => d is not FootnoteLinkReferenceDefinition && !d.Span.IsEmpty && !IsComment(d))];
        if (definitions.Length == 0)
        {
            return;
        }

        var used = document.Descendants<LinkInline>().Select(l => l.Reference).OfType<LinkReferenceDefinition>().ToHashSet();
        foreach (var unused in definitions.Where(d => !used.Contains(d)))
        {
            file.Report(ReadingFindings.UnusedDefinition, file.At(unused), $"The link definition [{unused.Label}] is never used.", $"Use it with [words][{unused.Label}], or delete it.");
        }
    }

    /// <summary>[//]: # (…) and [comment]: &lt;> (…) are the usual ways to write a comment.</summary>
    private static bool IsComment(LinkReferenceDefinition definition) => definition.Url is null or "" or "#" || definition.Label is "//";
}
