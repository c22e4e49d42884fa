using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading;

/// <summary>What book.yml says. A value that is absent or wrong is null; the reader then falls back.</summary>
/// <param name="Cover">The picture's path as written, with its place.</param>
/// <param name="Contents">How many levels of headings the contents pages list; null leaves it to the book's length.</param>
internal sealed partial record BookSettings(
    string? Title,
    string? Subtitle,
    ImmutableArray<string> Authors,
    string Language,
    DateOnly? Date,
    string? Publisher,
    string? Rights,
    string? Identifier,
    string? Description,
    (string Path, Place At)? Cover,
    string Style,
    int? Contents)
{
    public const string FileName = "book.yml";

    public static readonly ImmutableArray<string> Keys =
        ["title", "subtitle", "authors", "language", "date", "publisher", "rights", "identifier", "description", "cover", "style", "contents"];

    public static readonly ImmutableArray<string> Styles = ["a5", "b5", "16k", "a4"];

    public static readonly BookSettings Default = new(null, null, [], "zh-CN", null, null, null, null, null, null, "b5", null);

    /// <summary>Reads book.yml (or book.yaml) from the book's folder; without one, the defaults.</summary>
    public static BookSettings Read(BookFolder folder, DiagnosticBag bag)
    {
        var name = folder.HasFile(FileName) ? FileName : folder.HasFile("book.yaml") ? "book.yaml" : null;
        return name is not null && TextFile.Read(folder, name, bag) is { } file ? Parse(file, bag) : Default;
    }

    public static BookSettings Parse(SourceFile file, DiagnosticBag bag) =>
        Yaml.Load(file, 0, file.Text, SettingsFindings.NotYaml, bag) is { } mapping ? new Values(file, mapping, bag).Settings() : Default;

    // BCP 47: a language, then script, region or variant.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();

    private sealed class Values
    {
        private readonly SourceFile _file;
        private readonly DiagnosticBag _bag;
        private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);

        public Values(SourceFile file, YamlMappingNode mapping, DiagnosticBag bag)
        {
            (_file, _bag) = (file, bag);
            foreach (var (key, value) in mapping.Children)
            {
                var name = (key as YamlScalarNode)?.Value ?? "";
                if (Keys.Contains(name))
                {
                    _nodes[name] = value;
                    continue;
                }

                // "author" is what most tools call it.
                var nearest = name == "author" ? "authors" : Nearest.To(name, Keys);
                bag.Add(SettingsFindings.UnknownKey, At(key), $"book.yml has no key '{name}'.", nearest is null ? "The keys are " + string.Join(", ", Keys) + "." : $"Did you mean '{nearest}'?");
            }
        }

        public BookSettings Settings() => Default with
        {
            Title = Text("title"),
            Subtitle = Text("subtitle"),
            Authors = TextList("authors"),
            Language = Checked("language", LanguageTag().IsMatch, "a language tag such as zh-CN or zh-Hans") ?? Default.Language,
            Date = Date(),
            Publisher = Text("publisher"),
            Rights = Text("rights"),
            Identifier = Text("identifier"),
            Description = Text("description"),
            Cover = Text("cover") is { } path ? (path, At(_nodes["cover"])) : null,
            Style = Checked("style", s => Styles.Contains(s), "one of " + string.Join(", ", Styles)) ?? Default.Style,
            Contents = Checked("contents", v => v is "1" or "2" or "3", "1, 2 or 3") is { } depth ? depth[0] - '0' : null,
        };

        private Place At(YamlNode node) => Yaml.PlaceOf(_file, 0, node);

        private string? Text(string key)
        {
            if (!_nodes.TryGetValue(key, out var node))
            {
                return null;
            }

            if (node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value) && !IsNull((YamlScalarNode)node))
            {
                return value.Trim();
            }

            _bag.Add(SettingsFindings.WrongType, At(node), $"'{key}' must be a text.", node is YamlScalarNode ? $"Give it a value, or leave '{key}' out." : null);
            return null;
        }

        private ImmutableArray<string> TextList(string key)
        {
            if (!_nodes.TryGetValue(key, out var node) || node is not YamlSequenceNode list)
            {
                return Text(key) is { } one ? [one] : [];
            }

            foreach (var wrong in list.Where(n => n is not YamlScalarNode { Value: { } v } || string.IsNullOrWhiteSpace(v)))
            {
                _bag.Add(SettingsFindings.WrongType, At(wrong), $"Every entry of '{key}' must be a text.");
            }

            return [.. list.OfType<YamlScalarNode>().Select(n => n.Value).Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim())];
        }

        private string? Checked(string key, Func<string, bool> isAllowed, string expected)
        {
            var value = Text(key);
            if (value is null || isAllowed(value))
            {
                return value;
            }

            _bag.Add(SettingsFindings.WrongValue, At(_nodes[key]), $"'{value}' is not {expected}.", key == "style" && Nearest.To(value, Styles) is { } n ? $"Did you mean '{n}'?" : null);
            return null;
        }

        private DateOnly? Date() =>
            Checked("date", v => DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "a date of the form 2026-01-31") is { } text
                ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null;

        private static bool IsNull(YamlScalarNode node) => node is { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "null" or "Null" or "NULL" or "~" };
    }
}
