using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading;

/// <summary>One mapping of book.yml, asked for its values key by key. What is wrong is reported at its place, and counts as absent.</summary>
internal sealed class SettingsValues
{
    private readonly SourceFile _file;
    private readonly YamlMappingNode _mapping;
    private readonly string _name;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);

    /// <param name="keys">Every key that may stand in the mapping.</param>
    /// <param name="name">What messages call the mapping.</param>
    public SettingsValues(SourceFile file, YamlMappingNode mapping, ImmutableArray<string> keys, string name, DiagnosticBag bag)
    {
        (_file, _mapping, _name, _bag) = (file, mapping, name, bag);
        foreach (var (key, value) in mapping.Children)
        {
            var word = (key as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(word))
            {
                _nodes[word] = value;
                continue;
            }

            // "author" is what most tools call it.
            var nearest = word == "author" && keys.Contains("authors") ? "authors" : Nearest.To(word, keys);
            bag.Add(SettingsFindings.UnknownKey, PlaceOf(key), $"{name} has no key '{word}'.", nearest is null ? "The keys are " + string.Join(", ", keys) + "." : $"Did you mean '{nearest}'?");
        }
    }

    /// <summary>Where the mapping itself stands.</summary>
    public Place Place => PlaceOf(_mapping);

    /// <summary>The place of a key's value; the key is there.</summary>
    public Place At(string key) => PlaceOf(_nodes[key]);

    public bool IsMapping(string key) => _nodes.TryGetValue(key, out var node) && node is YamlMappingNode;

    /// <summary>The mapping below a key, or null when there is none.</summary>
    public SettingsValues? Mapping(string key, ImmutableArray<string> keys) =>
        IsMapping(key) ? new SettingsValues(_file, (YamlMappingNode)_nodes[key], keys, $"'{key}'", _bag) : null;

    /// <summary>The texts below a key, by names that the author has chosen.</summary>
    public IEnumerable<(string Name, string Text)> Pairs(string key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            yield break;
        }

        if (node is not YamlMappingNode mapping)
        {
            _bag.Add(SettingsFindings.WrongType, PlaceOf(node), $"'{key}' must be a table of names and texts.");
            yield break;
        }

        foreach (var (name, value) in mapping.Children)
        {
            if (name is YamlScalarNode { Value: { } word } && value is YamlScalarNode { Value: { } text })
            {
                yield return (word, text);
            }
            else
            {
                _bag.Add(SettingsFindings.WrongType, PlaceOf(value), $"What stands below '{key}' must be a text.");
            }
        }
    }

    public string? Text(string key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            return null;
        }

        if (node is YamlScalarNode { Value: { } value } scalar && !string.IsNullOrWhiteSpace(value) && !IsNull(scalar))
        {
            return value.Trim();
        }

        _bag.Add(SettingsFindings.WrongType, PlaceOf(node), $"'{key}' must be a text.", node is YamlScalarNode ? $"Give it a value, or leave '{key}' out." : null);
        return null;
    }

    /// <summary>A text without which the mapping says nothing.</summary>
    public string? NeededText(string key)
    {
        if (!_nodes.ContainsKey(key))
        {
            _bag.Add(SettingsFindings.WrongType, PlaceOf(_mapping), $"{_name} must have a '{key}'.");
        }

        return Text(key);
    }

    /// <summary>A text the reader of the key understands: what it makes of the text, or null.</summary>
    /// <param name="expected">Ends the sentence “'x' is not …”.</param>
    public T? Parsed<T>(string key, Func<string, T?> parse, string expected, Func<string, string?>? hint = null)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            _bag.Add(SettingsFindings.WrongValue, At(key), $"'{text}' is not {expected}.", hint?.Invoke(text));
        }

        return value;
    }

    public string? Checked(string key, Func<string, bool> isAllowed, string expected, Func<string, string?>? hint = null) =>
        Parsed<bool>(key, t => isAllowed(t) ? true : null, expected, hint) is true ? Text(key) : null;

    /// <summary>One of a few words.</summary>
    public string? Choice(string key, ImmutableArray<string> words) =>
        Checked(key, words.Contains, "one of " + string.Join(", ", words), t => Nearest.To(t, words) is { } nearest ? $"Did you mean '{nearest}'?" : null);

    public double? Number(string key, double least, double most, string unit) => Parsed<double>(
        key,
        t => double.TryParse(t, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
        string.Create(CultureInfo.InvariantCulture, $"a number of {unit} from {least} to {most}"));

    public int? Whole(string key, int least, int most) => Parsed<int>(
        key,
        t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    public DateOnly? Date(string key) => Parsed<DateOnly>(
        key,
        t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        "a date of the form 2026-01-31");

    /// <summary>Those of the given words that the list, or the one text that stands for it, has.</summary>
    public ImmutableArray<string> Several(string key, IReadOnlyList<string> words)
    {
        return List<string>(key, (word, at) => words.Contains(word) ? word : Refused(word, at), _ => null, []);

        string? Refused(string word, Place at)
        {
            _bag.Add(SettingsFindings.WrongValue, at, $"'{key}' has '{word}', and can have: {string.Join(", ", words)}.");
            return null;
        }
    }

    /// <summary>The entries of a list, or the one text that stands for it: each a text, or a mapping of the given keys.</summary>
    /// <param name="ofText">Null where a text says too little.</param>
    public ImmutableArray<T> List<T>(string key, Func<string, Place, T?>? ofText, Func<SettingsValues, T?> ofMapping, ImmutableArray<string> keys)
        where T : class
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            return [];
        }

        if (node is not YamlSequenceNode list)
        {
            if (ofText is null)
            {
                _bag.Add(SettingsFindings.WrongType, PlaceOf(node), $"'{key}' must be a list.");
            }

            return ofText is not null && Text(key) is { } one && ofText(one, PlaceOf(node)) is { } alone ? [alone] : [];
        }

        var entries = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in list.Children)
        {
            var value = entry switch
            {
                YamlScalarNode { Value: { } text } scalar when !string.IsNullOrWhiteSpace(text) && !IsNull(scalar) && ofText is not null => ofText(text.Trim(), PlaceOf(entry)),
                YamlMappingNode mapping => ofMapping(new SettingsValues(_file, mapping, keys, $"An entry of '{key}'", _bag)),
                _ => Wrong(),
            };
            if (value is not null)
            {
                entries.Add(value);
            }

            T? Wrong()
            {
                _bag.Add(SettingsFindings.WrongType, PlaceOf(entry), ofText is null ? $"Every entry of '{key}' must have the keys {string.Join(", ", keys)}." : $"Every entry of '{key}' must be a text.");
                return null;
            }
        }

        return entries.ToImmutable();
    }

    private Place PlaceOf(YamlNode node) => Yaml.PlaceOf(_file, 0, node);

    private static bool IsNull(YamlScalarNode node) => node is { Style: ScalarStyle.Plain, Value: "null" or "Null" or "NULL" or "~" };
}
