using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class LinkToMissingFile : BrokenLink
{
    public override DiagnosticKind Kind { get; } = new("LINK001", Severity.Error, "Link to a missing file");

    protected override BrokenReason Reason => BrokenReason.MissingFile;

    protected override string Describe(BrokenTarget target) => $"There is no file {target.Raw}.";
}
