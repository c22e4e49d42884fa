using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class EmptyLink : BrokenLink
{
    public override DiagnosticKind Kind { get; } = new("LINK006", Severity.Error, "Link without an address");

    protected override BrokenReason Reason => BrokenReason.Empty;

    protected override string? Advice => "Give the address between the parentheses, or remove the link.";

    protected override string Describe(BrokenTarget target) => "The link has no address.";
}
