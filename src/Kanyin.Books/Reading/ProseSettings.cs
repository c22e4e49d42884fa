using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading;

/// <summary>The keys of book.yml that are about words, and the glossary beside it.</summary>
internal static class ProseSettings
{
    public const string GlossaryName = "terms.yml";

    public static readonly ImmutableArray<string> Keys = ["spacing", "simplified", "terms"];

    public static ProseStyle Of(SettingsValues values) => new()
    {
        Spacing = values.Choice("spacing", ["free", "space", "none"]) switch
        {
            "space" => Spacing.Space,
            "none" => Spacing.None,
            _ => null,
        },
        IsSimplified = values.Choice("simplified", ["true", "false"]) == "true",
    };

    /// <summary>The glossary that book.yml names, else terms.yml when it is there.</summary>
    public static ImmutableArray<Term> Terms(BookFolder folder, (string Path, Place At)? named, DiagnosticBag bag)
    {
        var path = named is { } name ? folder.Find("", name.Path) is { IsFile: true } found ? found.Path : null : folder.HasFile(GlossaryName) ? GlossaryName : null;
        if (path is null)
        {
            if (named is { } missing)
            {
                bag.Add(SettingsFindings.BadGlossary, missing.At, $"The glossary {missing.Path} does not exist.", "Give a file inside the book's folder.");
            }

            return [];
        }

        return TextFile.Read(folder, path, bag) is { } file ? Parse(file, bag) : [];
    }

    /// <summary>Lines of the form 词元: [令牌, 标记]: the right word, then those that are not used for it, which may be none.</summary>
    public static ImmutableArray<Term> Parse(SourceFile file, DiagnosticBag bag)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        foreach (var (key, value) in Yaml.Load(file, 0, file.Text, SettingsFindings.BadGlossary, bag) ?? [])
        {
            var words = value switch
            {
                YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode { Value.Length: > 0 }) => list.Children.Select(c => ((YamlScalarNode)c).Value!),
                YamlScalarNode { Value: null or "" } => [],
                YamlScalarNode one => [one.Value!],
                _ => null,
            };
            if (words is null || key is not YamlScalarNode { Value: { Length: > 0 } right })
            {
                bag.Add(SettingsFindings.BadGlossary, Yaml.PlaceOf(file, 0, value), "A line of the glossary is a word and those it replaces.", "Write 词元: [令牌, 标记]");
                continue;
            }

            terms.Add(new Term(right.Trim(), [.. words.Select(w => w.Trim()).Where(w => w.Length > 0 && w != right.Trim())]));
        }

        return terms.ToImmutable();
    }
}
