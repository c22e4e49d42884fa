using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading;

/// <summary>The keys of book.yml about who made the book, and about the edition.</summary>
internal static class ImprintSettings
{
    private static readonly ImmutableArray<string> _makerKeys = ["name", "role"];

    /// <param name="Role">Null for an author.</param>
    public sealed record Maker(string Name, ContributorRole? Role);

    /// <summary>Each entry of authors is a name, or a name with a role.</summary>
    public static ImmutableArray<Maker> Makers(SettingsValues values) => values.List(
        "authors",
        name => new Maker(name, null),
        maker => maker.NeededText("name") is { } name ? new Maker(name, Role(maker)) : null,
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
