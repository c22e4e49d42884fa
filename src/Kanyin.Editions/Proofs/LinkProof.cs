using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.Proofs;

/// <summary>Every link of the book is in the edition, in order, and leads where its author said.</summary>
internal static class LinkProof
{
    /// <param name="expected">The place of each link and its target as the edition should name it.</param>
    /// <param name="actual">The targets of the edition's links.</param>
    /// <param name="place">Where a link is reported that the book has not.</param>
    public static void Compare(IReadOnlyList<(Place At, string Target)> expected, IReadOnlyList<string> actual, DiagnosticKind kind, string edition, Place place, DiagnosticBag bag)
    {
        if (expected.Count == actual.Count)
        {
            foreach (var ((at, target), other) in expected.Zip(actual).Where(p => p.First.Target != p.Second))
            {
                bag.Add(kind, at, $"This link leads to “{other}” in the {edition}, and not to “{target}”.");
            }

            return;
        }

        var start = expected.Zip(actual).TakeWhile(p => p.First.Target == p.Second).Count();
        var end = expected.Skip(start).Reverse().Zip(actual.Skip(start).Reverse()).TakeWhile(p => p.First.Target == p.Second).Count();
        var left = actual.Skip(start).SkipLast(end).ToList();
        foreach (var (at, target) in expected.Skip(start).SkipLast(end).Where(e => !left.Remove(e.Target)))
        {
            bag.Add(kind, at, $"The {edition} has no link to “{target}” here.");
        }

        foreach (var target in left)
        {
            bag.Add(kind, place, $"The {edition} has a link to “{target}” that the book has not.");
        }
    }
}
