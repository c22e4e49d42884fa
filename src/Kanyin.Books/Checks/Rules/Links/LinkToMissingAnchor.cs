using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class LinkToMissingAnchor : BrokenLink
{
    public override DiagnosticKind Kind { get; } = new("LINK002", Severity.Error, "Link to a missing heading");

    protected override BrokenReason Reason => BrokenReason.MissingAnchor;

    protected override string Describe(BrokenTarget target) => $"{target.Raw} names a heading or anchor that does not exist.";
}
