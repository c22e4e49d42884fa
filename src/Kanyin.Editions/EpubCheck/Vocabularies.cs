using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck;

/// <summary>The tables, each read when it is first needed.</summary>
internal sealed class Vocabularies
{
    private readonly Dictionary<string, Vocabulary> _read = new(StringComparer.Ordinal);

    public Vocabulary this[string name] => _read.TryGetValue(name, out var vocabulary) ? vocabulary : _read[name] = Vocabulary.Load(name);
}
