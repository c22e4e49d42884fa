using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class LinkOutsideBook : BrokenLink
{
    public override DiagnosticKind Kind { get; } = new("LINK004", Severity.Warning, "Link out of the book's folder");

    protected override BrokenReason Reason => BrokenReason.OutsideBook;

    protected override string? Advice => "Link to its address on the web.";

    protected override string Describe(BrokenTarget target) => $"{target.Raw} is outside the book's folder, so the link cannot be kept.";
}
