using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Contents;

public sealed class MissingChapterFile : Rule
{
    public override DiagnosticKind Kind { get; } = new("TOC001", Severity.Error, "The contents list a missing file");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var missing in book.Book.MissingChapters)
        {
            var hint = missing.Nearest is { } nearest ? $"Did you mean {nearest}?" : "Add the file, or remove the entry.";
            bag.Add(Kind, missing.At, $"“{missing.Title}” has no file: {missing.Target} does not exist.", hint);
        }
    }
}
