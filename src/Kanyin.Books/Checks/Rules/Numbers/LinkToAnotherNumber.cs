using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-XREF (typography.md NU6) for links: [第 3 章](ch04.md).</summary>
public sealed class LinkToAnotherNumber : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM016", Severity.Error, "Link whose words name another number than its target");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        // A link to a file leads to the heading that it begins with.
        var headings = book.Sections.ToLookup(s => s.Heading.Id, s => s.Heading);
        var beginnings = book.Sections.ToLookup(s => s.Chapter.Id, s => s.Heading);
        foreach (var link in book.Links)
        {
            if (link.Target is InternalTarget { Id: var id } && (headings[id].FirstOrDefault() ?? beginnings[id].FirstOrDefault()) is { Printed: { } number } heading && Other(link, number) is { } named)
            {
                bag.Add(Kind, link.At, $"The words say {named.Text}, the target is {number} {PlainText.Of(heading.Inlines)}.", "Mend the words or the address.");
            }
        }
    }

    /// <summary>The one number that the words name, if it is of the target's kind and is not the target's.</summary>
    private static NumberReference? Other(Link link, SectionNumber number)
    {
        var named = Descendants.AllInlines([new Paragraph(link.At, link.Inlines)]).OfType<Text>().SelectMany(NumberReference.In).Where(r => r.Label is null).ToList();
        return named is [var only] && only.Kind == KindOf(number.Style) && !only.Values.SequenceEqual(number.Values) ? only : null;
    }

    private static ReferenceKind? KindOf(NumberStyle style) => style switch
    {
        NumberStyle.Chapter => ReferenceKind.Chapter,
        NumberStyle.Decimal => ReferenceKind.Section,
        NumberStyle.Appendix => ReferenceKind.Appendix,
        _ => null,
    };
}
