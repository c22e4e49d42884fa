using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>The chapters of book.yml, which come before every other order.</summary>
internal sealed class BookList(ImmutableArray<Listed> chapters) : IContentsReader
{
    public bool Fits(BookFolder folder) => !chapters.IsEmpty;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var list = new EntryList(folder, chapters[0].At.File, "", bag);
        list.Add(chapters);
        return list.Contents(BookSettings.FileName, SiteFacts.None);
    }
}
