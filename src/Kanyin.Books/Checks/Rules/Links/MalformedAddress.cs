using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class MalformedAddress : BrokenLink
{
    public override DiagnosticKind Kind { get; } = new("LINK005", Severity.Error, "Malformed address");

    protected override BrokenReason Reason => BrokenReason.Malformed;

    protected override string Describe(BrokenTarget target) => $"{target.Raw} is not a well-formed address.";
}
