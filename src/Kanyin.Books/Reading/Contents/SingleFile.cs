using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Contents;

/// <summary>A book that is one file.</summary>
internal sealed class SingleFile(string name) : IContentsReader
{
    public bool Fits(BookFolder folder) => folder.HasFile(name);

    public BookContents Read(BookFolder folder, DiagnosticBag bag) =>
        new(new OrderSource("single file", null), "", [new ContentsEntry(Place.Of(new SourceFile(name, "")), name, null, 0, null)], []);
}
