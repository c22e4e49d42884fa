using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading;

/// <summary>The keys of book.yml about who made the book, and about the edition.</summary>
internal static class ImprintSettings
{
    private static readonly ImmutableArray<string> _makerKeys = ["name", "role", "file-as"];

    /// <param name="Role">Null for an author.</param>
    /// <param name="FileAs">What catalogues sort the name by, or null.</param>
    public sealed record Maker(string Name, ContributorRole? Role, string? FileAs);

    /// <summary>Each entry of authors is a name, or a name with a role.</summary>
    public static ImmutableArray<Maker> Makers(SettingsValues values) => values.List(
        "authors",
        (name, _) => new Maker(name, null, null),
        maker => maker.NeededText("name") is { } name ? new Maker(name, Role(maker), maker.Text("file-as")) : null,
        _makerKeys);

    public static Imprint Of(SettingsValues values) => new(
        values.Text("edition"),
        values.Text("printing"),
        values.Checked("isbn", t => Isbn.Digits(t) is not null, "an ISBN of thirteen digits", _ => "The last digit checks the others.") is { } isbn ? Isbn.In(isbn) : null,
        values.Text("price"),
        values.Text("website"));

    private static ContributorRole? Role(SettingsValues maker) => maker.Choice("role", ["author", "translator", "editor"]) switch
    {
        "translator" => ContributorRole.Translator,
        "editor" => ContributorRole.Editor,
        _ => null,
    };
}
