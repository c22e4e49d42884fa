using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

/// <summary>Links that lead nowhere for one reason: each rule names its own.</summary>
public abstract class BrokenLink : Rule
{
    protected abstract BrokenReason Reason { get; }

    public sealed override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var link in book.Links)
        {
            if (link.Target is BrokenTarget broken && broken.Reason == Reason)
            {
                bag.Add(Kind, link.At, Describe(broken), broken.Nearest is { } nearest ? $"Did you mean {nearest}?" : Advice);
            }
        }
    }

    protected abstract string Describe(BrokenTarget target);

    /// <summary>The hint where nothing near was found.</summary>
    protected virtual string? Advice => null;
}
