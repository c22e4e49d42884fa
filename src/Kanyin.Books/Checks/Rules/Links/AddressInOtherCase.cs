using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class AddressInOtherCase : Rule
{
    public override DiagnosticKind Kind { get; } = new("LINK007", Severity.Warning, "Address in another letter case than the file");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var link in book.Links)
        {
            if (link.Target is InternalTarget { IsInOtherCase: true } target)
            {
                bag.Add(Kind, link.At, $"{target.Raw} is found here, but not on a web site or on Linux: the file is {target.File}.", "Write the name as the file has it.");
            }
        }
    }
}
