using System.Collections.Immutable;
using Kanyin.Books.Reading.Contents;

namespace Kanyin.Books.Reading;

/// <summary>The key chapters of book.yml: paths, or mappings that add a title, a part, and the chapters below.</summary>
internal static class ChapterSettings
{
    public const string Key = "chapters";

    private static readonly ImmutableArray<string> _keys = ["file", "title", "part", Key];

    public static ImmutableArray<Listed> Of(SettingsValues values) => values.List(Key, (path, at) => new Listed(at, "", path, []), Line, _keys);

    /// <summary>A part is a heading over its chapters; a title without a file heads those below it.</summary>
    private static Listed Line(SettingsValues entry)
    {
        var part = entry.Text("part");
        return new Listed(entry.Place, part ?? entry.Text("title") ?? "", part is null ? entry.Text("file") : null, Of(entry));
    }
}
