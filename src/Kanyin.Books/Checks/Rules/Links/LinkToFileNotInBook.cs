using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class LinkToFileNotInBook : BrokenLink
{
    public override DiagnosticKind Kind { get; } = new("LINK003", Severity.Warning, "Link to a file that is not in the book");

    protected override BrokenReason Reason => BrokenReason.NotInBook;

    protected override string? Advice => "Add the file to the contents, or link to its address on the web.";

    protected override string Describe(BrokenTarget target) => $"{target.Raw} exists but is not part of the book, so the link cannot be kept.";
}
