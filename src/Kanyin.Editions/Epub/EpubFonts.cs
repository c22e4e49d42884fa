using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Epub;

/// <summary>The faces of the printed book, for the families that the stylesheet names first (epub.md 47, EP1).</summary>
/// <param name="Rules">The @font-face rules, with a line end before each.</param>
internal sealed record EpubFonts(ImmutableArray<EpubFile> Files, string Rules)
{
    public static readonly EpubFonts None = new([], "");

    /// <summary>Latin, Greek and Cyrillic without the marks that Chinese shares with them: those are full-width.</summary>
    private const string LatinRange = "U+20-7E, U+A1-B6, U+B8-24F, U+370-52F";

    /// <param name="Family">As the stylesheet says it; the Latin face of the text joins the family of its Han.</param>
    /// <param name="Users">The faces of the printed book whose characters it shows; none for those of all.</param>
    private sealed record Role(string Face, string Family, int Weight, bool IsItalic, bool IsLatin, params string[] Users);

    private static readonly ImmutableArray<Role> _roles =
    [
        new("NotoSerifSC-Regular", "Noto Serif SC", 400, false, false),
        new("SourceSerif4-Regular", "Noto Serif SC", 400, false, true, "SourceSerif4-Regular"),
        new("SourceSerif4-Bold", "Noto Serif SC", 700, false, true, "SourceSerif4-Bold"),
        new("SourceSerif4-Italic", "Source Serif 4", 400, true, true, "SourceSerif4-Italic"),
        new("SourceSerif4-BoldItalic", "Source Serif 4", 700, true, true, "SourceSerif4-BoldItalic"),
        new("NotoSansSC-Medium", "Noto Sans SC", 400, false, false, "NotoSansSC-Medium", "NotoSansSC-Bold"),
        new("NotoSansSC-Bold", "Noto Sans SC", 700, false, false, "NotoSansSC-Medium", "NotoSansSC-Bold"),
        new("LXGWWenKai-Regular", "LXGW WenKai", 400, false, false, "LXGWWenKai-Regular"),
        new("Inconsolata-Regular", "Inconsolata", 400, false, false, "Inconsolata-Regular"),
        new("Inconsolata-Bold", "Inconsolata", 700, false, false, "Inconsolata-Bold"),
    ];

    public static EpubFonts Of(TypesetBook typeset)
    {
        var runs = typeset.Pages.SelectMany(p => p.AllItems).OfType<GlyphRun>().ToList();
        var faces = runs.Select(r => r.Face).DistinctBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, StringComparer.Ordinal);
        var used = runs.GroupBy(r => r.Face.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.SelectMany(r => r.Text.EnumerateRunes()).Select(r => r.Value).ToHashSet(), StringComparer.Ordinal);
        var roles = _roles.Where(r => faces.ContainsKey(r.Face)).ToImmutableArray();
        var files = new EpubFile[roles.Length];
        Parallel.For(0, roles.Length, i => files[i] = FileOf(faces[roles[i].Face], CharactersOf(roles[i], used)));
        return new EpubFonts([.. files], string.Concat(roles.Zip(files, RuleOf)));
    }

    /// <summary>Latin faces have the whole of ASCII: the edition has numbers of its own, and it weighs next to nothing.</summary>
    private static SortedSet<int> CharactersOf(Role role, Dictionary<string, HashSet<int>> used)
    {
        var characters = new SortedSet<int>(Enumerable.Range(' ', '~' - ' ' + 1));
        foreach (var user in role.Users is [] ? used.Keys : role.Users.Where(used.ContainsKey))
        {
            characters.UnionWith(used[user]);
        }

        return characters;
    }

    private static EpubFile FileOf(FontFace face, SortedSet<int> characters) =>
        new($"fonts/{face.Name}.woff", EpubFile.Woff, Woff.Pack(FontSubset.ForScreens(face, characters)));

    private static string RuleOf(Role role, EpubFile file) => new StringBuilder("\n@font-face { font-family: \"").Append(role.Family).Append("\"; ")
        .Append(CultureInfo.InvariantCulture, $"font-weight: {role.Weight}; font-style: {(role.IsItalic ? "italic" : "normal")}; src: url(../{file.Path}) format(\"woff\");")
        .Append(role.IsLatin ? $" unicode-range: {LatinRange};" : "").Append(" }").ToString();
}
