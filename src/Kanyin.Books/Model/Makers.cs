using System.Collections.Immutable;
using System.Globalization;

namespace Kanyin.Books.Model;

/// <summary>Those who hold one office in the making of a book.</summary>
/// <param name="Office">作者, as a label.</param>
/// <param name="Sign">著, behind the names.</param>
public sealed record Makers(string Office, string Sign, ImmutableArray<string> Names)
{
    public string Line => string.Join("　", Names);

    /// <summary>The offices that somebody holds.</summary>
    public static ImmutableArray<Makers> Of(BookMetadata facts)
    {
        Makers[] all =
        [
            new("作者", "著", facts.Authors),
            new("译者", "译", [.. facts.Contributors.Where(c => c.Role == ContributorRole.Translator).Select(c => c.Name)]),
            new("编者", "编", [.. facts.Contributors.Where(c => c.Role == ContributorRole.Editor).Select(c => c.Name)]),
        ];
        return [.. all.Where(o => !o.Names.IsEmpty)];
    }

    /// <summary>For covers and title pages. Authors alone need no sign; beside others everybody has one: 陆小青　著, 顾元茗　译.</summary>
    public static IEnumerable<string> TitleLines(BookMetadata facts)
    {
        var all = Of(facts);
        return facts.Contributors.IsEmpty ? all.Select(o => o.Line) : all.Select(o => $"{o.Line}　{o.Sign}");
    }

    /// <summary>2026年11月.</summary>
    public static string? Month(DateOnly? date) => date is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月") : null;
}
